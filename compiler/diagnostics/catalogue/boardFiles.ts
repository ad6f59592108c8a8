import { defineProblem } from "../diagnostic.ts";

/** The files of a board, and its firmware: TSMP6020 to TSMP6039. */

export const boardFileMissing = defineProblem("TSMP6020", "error", (path: string) => ({
  message: `The board has no ${path}.`,
  hint: "`tsmp ls -r` lists what is there.",
}));

export const boardFull = defineProblem("TSMP6021", "error", (needed: number, free: number) => ({
  message:
    needed === 0
      ? `The board has no space for another file: ${free} bytes are free.`
      : `The board has no space: ${needed} bytes are needed, ${free} are free.`,
  hint: "Remove files with `tsmp rm`; `tsmp df` shows what is used.",
}));

export const nameLeavesFolder = defineProblem("TSMP6022", "error", (name: string) => ({
  message: `The board has a file named "${name}", which would leave the folder it is copied to.`,
  hint: "Copy the files of the board one by one, with names of your own.",
}));

export const boardStorageFailed = defineProblem(
  "TSMP6023",
  "error",
  (path: string, error: string) => ({
    message: `The board's file system refused ${path}: ${error}`,
    hint: "A folder may be in the way, or the file system may be damaged; `tsmp doctor` looks at it.",
  }),
);

export const copyDiffers = defineProblem("TSMP6024", "error", (path: string) => ({
  message: `${path} did not arrive as it was sent; nothing was replaced.`,
  hint: "A thread on the board may print between the data: `tsmp reset`, then copy again.",
}));

export const firmwareFileRefused = defineProblem(
  "TSMP6025",
  "error",
  (path: string, why: string) => ({
    message: `${path} is no firmware for this board: ${why}`,
    hint: "Download the .uf2 for the very board from micropython.org.",
  }),
);

export const bootDriveMissing = defineProblem("TSMP6026", "error", () => ({
  message: "The board's boot drive did not appear.",
  hint: "Hold BOOTSEL while plugging the board in, and run the command again; on a system without automatic mounts, mount the drive RPI-RP2 first or name it with --drive.",
}));

export const localFileMissing = defineProblem("TSMP6027", "error", (path: string) => ({
  message: `There is no file ${path} on this computer.`,
  hint: "A path on the board begins with a colon: `tsmp cp :main.py .`.",
}));

export const localFileFailed = defineProblem(
  "TSMP6034",
  "error",
  (path: string, detail: string) => ({
    message: `${path} cannot be read or written on this computer: ${detail}`,
    hint: "Look at the path and its permissions. If it is a board's boot drive that went away in the middle, hold BOOTSEL while plugging the board in, and run the command again.",
  }),
);

export const boardInBootloader = defineProblem("TSMP6028", "error", () => ({
  message: "A board is plugged in, but it is in its bootloader and runs no MicroPython.",
  hint: "Put firmware on it with `tsmp firmware FILE.uf2`, or unplug it and plug it in without BOOTSEL.",
}));

export const storageNearlyFull = defineProblem(
  "TSMP6029",
  "warning",
  (free: number, size: number) => ({
    message: `The board's file system is nearly full: ${free} of ${size} bytes are free.`,
    hint: "Remove files with `tsmp rm`; `tsmp ls -r` shows their sizes.",
  }),
);

export const storageUnreadable = defineProblem("TSMP6030", "error", (error: string) => ({
  message: `The board's file system cannot be read: ${error}`,
  hint: "Save what you can with `tsmp cp -r : .`, then clear the flash with a flash eraser .uf2 and put the firmware on anew.",
}));

export const clockNotSet = defineProblem("TSMP6031", "warning", (time: string) => ({
  message: `The board's clock says ${time}.`,
  hint: "Set it with `tsmp rtc --set`; certificates and timestamps need it. It is lost with the power.",
}));

export const memoryLow = defineProblem("TSMP6032", "warning", (free: number) => ({
  message: `The board has only ${free} bytes of memory free.`,
  hint: "boot.py holds on to memory, or its modules do; a program needs some tens of thousands of bytes.",
}));

export const watchdogReset = defineProblem("TSMP6033", "warning", () => ({
  message: "The board's last reset was made by its watchdog or by machine.reset().",
  hint: "If nobody asked for it, the program did not feed the watchdog in time; `tsmp monitor` shows what it said before.",
}));

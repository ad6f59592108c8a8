import { defineProblem } from "../diagnostic.ts";

/** The files of a board, and its firmware: TSMP6020 to TSMP6039. */

export const boardFileMissing = defineProblem("TSMP6020", "error", (path: string) => ({
  message: `The board has no ${path}.`,
  hint: "`tsmp ls -r` lists what is there.",
}));

export const boardFull = defineProblem("TSMP6021", "error", (needed: number, free: number) => ({
  message: `The board has no space: ${needed} bytes are needed, ${free} are free.`,
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

export const boardInBootloader = defineProblem("TSMP6028", "error", () => ({
  message: "A board is plugged in, but it is in its bootloader and runs no MicroPython.",
  hint: "Put firmware on it with `tsmp firmware FILE.uf2`, or unplug it and plug it in without BOOTSEL.",
}));

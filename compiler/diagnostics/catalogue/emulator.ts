import { defineProblem } from "../diagnostic.ts";

/** The emulated Pico: TSMP7020 to TSMP7049. */

const whichFirmware =
  "Give the file of a MicroPython for the Raspberry Pi Pico with --firmware; --download fetches the official one.";

export const firmwareMissing = defineProblem("TSMP7020", "error", (looked: string) => ({
  message: `There is no firmware for the emulated Pico; ${looked} was looked at.`,
  hint: whichFirmware,
}));

export const firmwareUnreadable = defineProblem(
  "TSMP7021",
  "error",
  (path: string, detail: string) => ({
    message: `The firmware ${path} cannot be read: ${detail}`,
    hint: whichFirmware,
  }),
);

export const notFirmware = defineProblem("TSMP7022", "error", (path: string, detail: string) => ({
  message: `${path} is no firmware for a Pico: ${detail}.`,
  hint: whichFirmware,
}));

export const firmwareForOtherChip = defineProblem(
  "TSMP7023",
  "error",
  (path: string, chip: string) => ({
    message: `${path} is firmware for another chip: ${chip}. The emulated board has an RP2040.`,
    hint: "Take the file for RPI_PICO; that for RPI_PICO2 or another board does not run on a Pico.",
  }),
);

export const firmwareCutOff = defineProblem(
  "TSMP7024",
  "error",
  (path: string, detail: string) => ({
    message: `${path} is cut off: ${detail}.`,
    hint: "Download or copy it again.",
  }),
);

export const firmwareDamaged = defineProblem(
  "TSMP7025",
  "error",
  (path: string, detail: string) => ({
    message: `${path} is damaged: ${detail}.`,
    hint: "Download or copy it again.",
  }),
);

export const firmwareTooLarge = defineProblem(
  "TSMP7026",
  "error",
  (path: string, detail: string) => ({
    message: `${path} does not fit into the flash of a Pico: ${detail}.`,
    hint: "Firmware for a Pico is at most 2 MiB; this file is for a board with more flash.",
  }),
);

export const flashImageSize = defineProblem(
  "TSMP7027",
  "error",
  (path: string, bytes: number, wanted: number) => ({
    message: `The flash image ${path} has ${bytes} bytes; that of a Pico has ${wanted}.`,
    hint: "Name a file that an earlier run wrote, or one that does not exist yet: it will be made.",
  }),
);

export const firmwareLockedUp = defineProblem(
  "TSMP7028",
  "error",
  (where: {
    readonly core: number;
    readonly programCounter: string;
    readonly fault: string;
    readonly exception: string;
    readonly linkRegister: string;
  }) => ({
    message: `Core ${where.core} of the emulated Pico locked up at ${where.programCounter}: ${where.fault}, ${where.exception}, called from ${where.linkRegister}.`,
    hint: "A panic of the firmware ends like this too. Start again without --flash to see whether the file system is the cause; then try another firmware file.",
  }),
);

export const firmwareSilent = defineProblem("TSMP7029", "error", (seconds: number, at: string) => ({
  message: `The firmware showed no serial line within ${seconds} s of its own time; it is at ${at}.`,
  hint: "A MicroPython for RPI_PICO or RPI_PICO_W shows one in 0.2 s. Firmware of another kind runs, but tsmp cannot talk to it.",
}));

export const radioAbsent = defineProblem("TSMP7030", "info", () => ({
  message:
    "This firmware is for a Pico W, and the emulated board has no radio: network, Bluetooth and the LED on it do nothing.",
  hint: "Everything else runs. For the LED of a Pico take the firmware for RPI_PICO.",
}));

export const noPseudoTerminal = defineProblem("TSMP7031", "error", (detail: string) => ({
  message: `No pseudo-terminal can be opened for the emulated Pico: ${detail}`,
  hint: "It needs Linux or macOS and the optional package @lydell/node-pty: npm install @lydell/node-pty. `tsmp run --emulate` and `tsmp flash --emulate` need none.",
}));

export const firmwareDownloadFailed = defineProblem(
  "TSMP7032",
  "error",
  (address: string, detail: string) => ({
    message: `The firmware could not be fetched from ${address}: ${detail}`,
    hint: "Download a UF2 for RPI_PICO from micropython.org/download by hand, and name it with --firmware.",
  }),
);

export const leftForBootLoader = defineProblem("TSMP7033", "info", () => ({
  message: "The program started the boot loader: a Pico would now wait for a UF2 file.",
  hint: "Start the emulator again, with --firmware for another firmware.",
}));

export const flashImageUnreadable = defineProblem(
  "TSMP7034",
  "error",
  (path: string, detail: string) => ({
    message: `The flash image ${path} cannot be read or written: ${detail}`,
    hint: "Name a file in a folder that you may write to.",
  }),
);

export const firmwareBusy = defineProblem("TSMP7035", "error", () => ({
  message: "The program on the emulated Pico did not stop, or what was asked of it did not end.",
  hint: "A program that catches KeyboardInterrupt again and again cannot be stopped: start with an erased flash.",
}));

export const firmwareAnswer = defineProblem(
  "TSMP7036",
  "error",
  (path: string, traceback: string) => ({
    message: `MicroPython on the emulated Pico did not write ${path}: ${traceback}`,
    hint: "The numbers are those of errno: 28 is a full file system, 20 a file where a folder should be, 22 a name that cannot be.",
  }),
);

export const fileMissing = defineProblem("TSMP7037", "error", (path: string) => ({
  message: `There is no file ${path} on the emulated Pico.`,
  hint: "`listFiles()` gives the paths of all that are. A file that is open may not be on the flash yet.",
}));

export const asleepForEver = defineProblem("TSMP7039", "info", () => ({
  message:
    "The program sleeps for ever: it stopped the clock of the board, and nothing starts it again.",
  hint: "Give lightsleep() or deepsleep() the milliseconds after which the board goes on.",
}));

export const waveformUnwritable = defineProblem(
  "TSMP7040",
  "error",
  (path: string, detail: string) => ({
    message: `The waveform ${path} cannot be written: ${detail}`,
    hint: "Name a file in a folder that you may write to.",
  }),
);

export const programHasErrors = defineProblem("TSMP7041", "error", (first: string) => ({
  message: `The program for the emulated Pico has errors, and was not written to it. The first: ${first}`,
  hint: "`tsmp check` shows them all; so do the `diagnostics` of what `compileProject` gives.",
}));

export const argumentsForBoard = defineProblem("TSMP7038", "error", (words: readonly string[]) => ({
  message: `A program on a Pico gets no arguments, and here are some: ${words.join(" ")}.`,
  hint: "Leave them out, or run the program on this computer without --emulate.",
}));

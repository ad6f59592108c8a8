import { defineProblem } from "../diagnostic.ts";

/** Putting a program on a board: TSMP6050 to TSMP6099. */

const stillWhole = "The board still runs what it ran before.";

export const probeNotUnderstood = defineProblem("TSMP6050", "error", (address: string) => ({
  message: `The board on ${address} does not tell what is on it.`,
  hint: "Something in boot.py prints all the time, or leaves no memory. Rename boot.py with `tsmp repl`, then try again.",
}));

export const noSpace = defineProblem(
  "TSMP6051",
  "error",
  (needed: string, free: string, total: string, mpy: boolean) => ({
    message: `The program needs ${needed} on the board, and ${free} of ${total} are free. Nothing was written.`,
    hint: mpy
      ? "The running program stays until the new one is whole, so there must be room for both. Remove files with `tsmp rm`, or include fewer."
      : "The running program stays until the new one is whole, so there must be room for both. --mpy makes it less than half as large; `tsmp rm` removes files.",
  }),
);

export const storageFilled = defineProblem("TSMP6052", "error", () => ({
  message: `The board's storage became full during the transfer. ${stillWhole}`,
  hint: "Something else writes to it, or it is nearly full: remove files with `tsmp rm`, then flash again.",
}));

export const storageBroken = defineProblem("TSMP6053", "error", (detail: string) => ({
  message: `The board cannot write its files: ${detail}. ${stillWhole}`,
  hint: "Look at it with `tsmp doctor`. If the file system is damaged, erase the flash, put the firmware on anew and flash again.",
}));

export const transferBroke = defineProblem(
  "TSMP6054",
  "error",
  (address: string, detail: string) => ({
    message: `The transfer to ${address} broke off: ${detail}. ${stillWhole}`,
    hint: "Flash again: what has arrived is kept.",
  }),
);

export const fileNameRefused = defineProblem("TSMP6055", "error", (path: string, why: string) => ({
  message: `${JSON.stringify(path)} cannot be a file of the program: ${why}.`,
  hint: "Rename it, or leave it out of `include` in tsconfig.json.",
}));

export const mpyNotAccepted = defineProblem("TSMP6056", "error", (board: string) => ({
  message: `The board takes ${board}; tsmp makes .mpy files of version 6.`,
  hint: "Flash without --mpy, or put MicroPython 1.20 or newer on the board.",
}));

export const mpyFailed = defineProblem("TSMP6057", "error", (path: string, detail: string) => ({
  message: `${path} cannot be compiled to a .mpy file: ${detail}`,
  hint: "Flash without --mpy to see the error where it happens.",
}));

export const wrongBoard = defineProblem("TSMP6058", "error", (wanted: string, machine: string) => ({
  message: `The project is for ${wanted}; the board is "${machine}". Nothing was written.`,
  hint: 'Choose the other board with --device, or set "board" in tsconfig.json.',
}));

export const otherFirmware = defineProblem(
  "TSMP6059",
  "warning",
  (wanted: string, version: string) => ({
    message: `The program was compiled for MicroPython ${wanted}; the board runs ${version}.`,
    hint: 'Set "micropython" in tsconfig.json to the board\'s version, so that what it lacks is found before it runs.',
  }),
);

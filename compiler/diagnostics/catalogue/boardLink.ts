import { defineProblem } from "../diagnostic.ts";

/** The line to a board and what answers on it: TSMP6001 to TSMP6049. */

export const noBoardFound = defineProblem("TSMP6001", "error", () => ({
  message: "No board was found on this computer's USB ports.",
  hint: "Plug the board in with a cable that carries data, not only power, or name its port with --device.",
}));

export const severalBoards = defineProblem("TSMP6002", "error", (boards: readonly string[]) => ({
  message: `There is more than one board: ${boards.join(", ")}.`,
  hint: `Choose one with --device, for instance --device ${boards[0]?.split(" ")[0] ?? "PATH"}.`,
}));

export const deviceUnknown = defineProblem(
  "TSMP6003",
  "error",
  (wanted: string, known: readonly string[]) => ({
    message: `There is no board "${wanted}".`,
    hint:
      known.length === 0
        ? "Nothing is plugged in that could be it; `tsmp devices` lists what is."
        : `These are plugged in: ${known.join(", ")}.`,
  }),
);

export const portMissing = defineProblem("TSMP6004", "error", (path: string) => ({
  message: `There is no port ${path}.`,
  hint: "The board is not plugged in, or has another port now; `tsmp devices` lists what is there.",
}));

export const portBusy = defineProblem(
  "TSMP6005",
  "error",
  (path: string, holder: string | undefined) => ({
    message: `${path} is in use by ${holder ?? "another program"}.`,
    hint: "Close the program that holds it: a serial monitor, a REPL, another tsmp.",
  }),
);

export const portNotPermitted = defineProblem(
  "TSMP6006",
  "error",
  (path: string, group: string | undefined) => ({
    message: `You may not open ${path}.`,
    hint:
      group === undefined
        ? "Ask for access to the port."
        : `Join its group with \`sudo usermod -aG ${group} $USER\`, then log out and in again.`,
  }),
);

export const portFailed = defineProblem("TSMP6007", "error", (address: string, detail: string) => ({
  message: `${address} cannot be opened: ${detail}`,
  hint: "Unplug the board, plug it in again, and see what `tsmp devices` lists.",
}));

export const serialportMissing = defineProblem("TSMP6008", "error", (detail: string) => ({
  message: `Serial ports cannot be opened on this computer: ${detail}`,
  hint: "Run `npm install serialport@13` beside tsmp; it is an optional dependency that was left out.",
}));

export const lineLost = defineProblem("TSMP6009", "error", (address: string) => ({
  message: `The line to the board on ${address} broke.`,
  hint: "The board was unplugged or reset. Run the command again when it is back.",
}));

export const boardSilent = defineProblem(
  "TSMP6010",
  "error",
  (address: string, seconds: number) => ({
    message: `The board on ${address} has not answered for ${seconds} s.`,
    hint: "Unplug it and plug it in again. If that does not help, start it with BOOTSEL held down and put the firmware on anew.",
  }),
);

export const notMicroPython = defineProblem(
  "TSMP6011",
  "error",
  (address: string, said: string) => ({
    message: `What answers on ${address} is not MicroPython${said === "" ? "" : `; it said "${said}"`}.`,
    hint: "Choose another port with --device, or put MicroPython on the board: hold BOOTSEL while plugging it in, then `tsmp firmware FILE.uf2`.",
  }),
);

export const programDoesNotStop = defineProblem(
  "TSMP6012",
  "error",
  (address: string, seconds: number) => ({
    message: `The program on the board on ${address} did not stop for Ctrl-C in ${seconds} s.`,
    hint: "It catches KeyboardInterrupt, or calls something that does not return. Try --force, which resets the board; else start it with BOOTSEL held down.",
  }),
);

export const boardKeepsResetting = defineProblem("TSMP6013", "error", (address: string) => ({
  message: `The board on ${address} resets again and again.`,
  hint: "A watchdog or a fault in boot.py or main.py restarts it. Start it with BOOTSEL held down, and clear its files with a flash eraser .uf2.",
}));

export const firmwareTooOld = defineProblem(
  "TSMP6014",
  "error",
  (version: string, minimum: string) => ({
    message: `The board runs MicroPython ${version}; ${minimum} or newer is needed.`,
    hint: "Download a newer firmware for the board, then `tsmp firmware FILE.uf2`.",
  }),
);

export const answerNotUnderstood = defineProblem(
  "TSMP6015",
  "error",
  (address: string, expected: string, said: string) => ({
    message: `The board on ${address} did not say ${expected}, but "${said}".`,
    hint: "Another program may talk to the board at the same time, or its output disturbs the line; reset it and try again.",
  }),
);

export const boardRaised = defineProblem("TSMP6016", "error", (doing: string, error: string) => ({
  message: `The board could not ${doing}: ${error}`,
  hint: "Reset the board with `tsmp reset` and try again.",
}));

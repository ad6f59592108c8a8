import { defineProblem } from "../diagnostic.ts";

/** Running a program on a host: TSMP7000 to TSMP7999. */

const howToGetUnixPort =
  "Install the package `micropython` (Debian 13, Ubuntu 25.04 or newer; `brew install micropython`), or set TSMP_MICROPYTHON to the path of a unix-port MicroPython 1.24 or newer.";

export const unixPortMissing = defineProblem("TSMP7001", "error", (need: string) => ({
  message: `${need}, and there is no unix-port MicroPython to run it on.`,
  hint: howToGetUnixPort,
}));

export const unixPortTooOld = defineProblem(
  "TSMP7002",
  "error",
  (command: string, version: string, minimum: string) => ({
    message: `"${command}" is MicroPython ${version}; ${minimum} or newer is needed.`,
    hint: howToGetUnixPort,
  }),
);

export const unixPortDoesNotRun = defineProblem(
  "TSMP7003",
  "error",
  (command: string, detail: string) => ({
    message: `"${command}" does not run as MicroPython: ${detail}`,
    hint: howToGetUnixPort,
  }),
);

export const embeddedHostFailed = defineProblem("TSMP7004", "error", (detail: string) => ({
  message: `The embedded MicroPython broke down: ${detail}`,
  hint: "Run the program on a unix-port MicroPython.",
}));

export const embeddedMemoryFull = defineProblem("TSMP7005", "info", () => ({
  message:
    "The embedded MicroPython is out of memory: it has at most 2 GB, and frees nothing while a program runs.",
  hint: "Run a program that allocates for long on a unix-port MicroPython (--host unix). A board frees memory.",
}));

import { defineProblem } from "../diagnostic.ts";

/** What the types of the board say: TSMP4000 to TSMP4999. */

export const onPyboardOnly = defineProblem(
  "TSMP4001",
  "error",
  (name: string, instead: string) => ({
    message: `\`${name}\` exists on a Pyboard only.`,
    hint: instead,
  }),
);

export const needsNewerMicropython = defineProblem(
  "TSMP4002",
  "error",
  (name: string, since: string, version: string) => ({
    message: `\`${name}\` needs MicroPython ${since}; this program is built for ${version}.`,
    hint: `Set "micropython": "${since}" in the tsmp settings, if that is what the board runs.`,
  }),
);

export const twoFrequencies = defineProblem(
  "TSMP4003",
  "error",
  (slice: number, first: string, second: string) => ({
    message: `Both pins are channels of PWM slice ${slice}, which has one frequency: ${first} here, ${second} elsewhere.`,
    hint: "Use a pin of another slice: pins 2n and 2n + 1 share one, and so do pins 16 apart.",
  }),
);

export const floatForInteger = defineProblem("TSMP4004", "error", (text: string) => ({
  message: `\`${text}\` is a float on the board, and MicroPython takes an integer here: it would raise TypeError.`,
  hint: `Write Math.round(${text}), Math.floor(...) or Math.trunc(...).`,
}));

export const outOfRange = defineProblem(
  "TSMP4005",
  "error",
  (text: string, lo: number, hi: number) => ({
    message: `\`${text}\` is outside of what is taken here: ${lo} to ${hi}.`,
    hint: "Keep to the range, or limit the value: Math.min(Math.max(value, low), high).",
  }),
);

export const pioWillNotAssemble = defineProblem("TSMP4006", "error", (why: string) => ({
  message: `This PIO program cannot be assembled: ${why}.`,
  hint: "The program is assembled when the board starts, and would raise PIOASMError there.",
}));

export const pioNotInPlace = defineProblem("TSMP4007", "error", (what: string) => ({
  message: `A PIO program is written in place: ${what} cannot come from elsewhere, be kept or be passed on.`,
  hint: "Write `asm_pio({ ... }, (p) => { p.set(p.pins, 1); })`, with the instructions inside.",
}));

export const patternNotOfRe = defineProblem("TSMP4008", "error", (what: string) => ({
  message: `MicroPython's \`re\` does not know what this pattern has: ${what}.`,
  hint: "Write a regular expression of TypeScript: /a{2}/.exec(text), text.replace(/a{2}/g, ...).",
}));

export const notForThisPin = defineProblem("TSMP4009", "error", (what: string) => ({
  message: `${what}: the board would raise ValueError, or the line would never work.`,
  hint: "Choose another pin: docs/diagnostics/TSMP4009.md says what each can do.",
}));

export const misaligned = defineProblem(
  "TSMP4010",
  "error",
  (memory: string, address: string, bytes: number) => ({
    message: `\`${memory}\` takes addresses that are multiples of ${bytes}; ${address} is none, and the board would raise ValueError.`,
    hint: "Take the address of the register, and shift and mask what it holds.",
  }),
);

export const tickArithmetic = defineProblem(
  "TSMP4011",
  "warning",
  (text: string, call: string) => ({
    message: `\`${text}\` is wrong when the counter wraps: a Pico's milliseconds do after 12 days, its microseconds after 18 minutes.`,
    hint: `Write \`${call}\`.`,
  }),
);

export const keywordsNotWritten = defineProblem("TSMP4051", "error", (what: string) => ({
  message: `Keyword arguments of Python must be written at the call; ${what} hides their names.`,
  hint: "Write `{ name: value }` as the last argument, one property per keyword.",
}));

export const noProperties = defineProblem("TSMP4052", "error", (type: string) => ({
  message: `Python takes an object with properties here; \`${type}\` belongs to MicroPython and has none that could be written.`,
  hint: "Pass an object with the values that you need: `{ pin: 15, value: pin.value() }`.",
}));

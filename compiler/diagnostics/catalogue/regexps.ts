import { defineProblem } from "../diagnostic.ts";

/** Regular expressions, which are compiled while building: TSMP2080 to TSMP2089. */

export const patternNotConstant = defineProblem("TSMP2080", "error", () => ({
  message:
    "The pattern is only known at run time; patterns are compiled while building, not on the board.",
  hint: "Write a literal, `/.../`, or use text methods.",
}));

export const invalidPattern = defineProblem("TSMP2081", "error", (message: string) => ({
  message: `JavaScript refuses this pattern: ${message}.`,
  hint: "Mend the pattern: at run time this would throw a SyntaxError.",
}));

export const patternFeature = defineProblem("TSMP2082", "error", (why: string) => ({
  message: `This pattern cannot be compiled for a board: ${why}.`,
}));

export const patternOrText = defineProblem("TSMP2083", "error", () => ({
  message: "This value may be text or a regular expression; the two need different code.",
  hint: 'Narrow it first: `if (typeof pattern === "string") ... else ...`.',
}));

import { defineProblem } from "../diagnostic.ts";

/** What objects may not do: TSMP2050 to TSMP2079. */

export const methodCopied = defineProblem("TSMP2050", "error", (name: string) => ({
  message: `\`${name}\` uses \`this\`, and would still mean the original object in a copy.`,
  hint: "Use a class, or give the function the object as a parameter.",
}));

export const frozenWrite = defineProblem("TSMP2051", "error", () => ({
  message:
    "This object may be frozen: writing to it would throw in JavaScript, and works on the board.",
  hint: "Write to a copy, or do not freeze it.",
}));

export const dynamicCall = defineProblem("TSMP2052", "error", (name: string) => ({
  message: `What \`${name}\` does is only known at run time: the value has type \`any\`.`,
  hint: "Give the value a precise type: `const items = value as string[]`.",
}));

import { defineProblem } from "../diagnostic.ts";

/** What objects may not do: TSMP2050 to TSMP2079. */

export const methodCopied = defineProblem("TSMP2050", "error", (name: string) => ({
  message: `\`${name}\` uses \`this\`, and would still mean the original object in a copy.`,
  hint: "Use a class, or give the function the object as a parameter.",
}));

export const frozenArray = defineProblem("TSMP2051", "error", () => ({
  message:
    "An array that has other names cannot be frozen: writing to it would not throw on the board.",
  hint: "Freeze the literal itself, or declare the array `readonly`.",
}));

export const dynamicCall = defineProblem("TSMP2052", "error", (name: string) => ({
  message: `What \`${name}\` does is only known at run time: the value has type \`any\`.`,
  hint: "Give the value a precise type: `const work = value as () => void`.",
}));

export const attributeClash = defineProblem("TSMP2053", "error", (one: string, other: string) => ({
  message: `\`${one}\` and \`${other}\` would have the same name in Python.`,
  hint: "Rename one of the properties.",
}));

export const methodDetached = defineProblem("TSMP2054", "error", (method: string) => ({
  message: `\`${method}\` uses \`this\`, which JavaScript forgets when a method is read without being called.`,
  hint: `Write \`(...) => ${method}(...)\`, or bind it: \`${method}.bind(...)\`.`,
}));

export const fieldReadEarly = defineProblem(
  "TSMP2060",
  "error",
  (field: string, method: string) => ({
    message: `\`${field}\` is read before it is set: the constructor calls \`${method}\` too early.`,
    hint: "Set the field where it is needed, or call the method after the object is made.",
  }),
);

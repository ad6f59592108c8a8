import { defineProblem } from "../diagnostic.ts";

/** What changes the language while a program runs: TSMP2020 to TSMP2029. */

export const metaprogramming = defineProblem("TSMP2020", "error", (name: string) => ({
  message: `\`${name}\` cannot be lowered: MicroPython does not let a program intercept what happens to an object.`,
  hint: "Write a class with the methods that the program needs.",
}));

export const codeAtRunTime = defineProblem("TSMP2021", "error", (name: string) => ({
  message: `\`${name}\` makes code while the program runs; there is no TypeScript on a board.`,
  hint: "Write a function, or choose one from a Map by its name.",
}));

export const weakReference = defineProblem("TSMP2022", "error", (name: string) => ({
  message: `\`${name}\` cannot be lowered: MicroPython has no weak references.`,
  hint: "Keep the object in a variable, and set that to undefined when it is no longer needed.",
}));

export const prototypeAccess = defineProblem("TSMP2023", "error", (name: string) => ({
  message: `\`${name}\` reaches for a prototype; an instance on a board has a class and no chain of objects.`,
  hint: "Declare methods in the class, call an inherited one with `super.method()`, and write a subclass where objects differ.",
}));

export const parameterDecorator = defineProblem("TSMP2024", "error", () => ({
  message: "Decorators of parameters are not part of JavaScript, and Python has none.",
  hint: "Decorate the method, or call what the decorator does in its body.",
}));

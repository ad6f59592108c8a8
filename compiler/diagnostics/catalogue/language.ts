import { defineProblem } from "../diagnostic.ts";

/** What a program may not say: TSMP2000 to TSMP2999. */

export const notInTheSubset = defineProblem(
  "TSMP2001",
  "error",
  (what: string, instead?: string) => ({
    message: `${what} cannot be lowered to MicroPython.`,
    ...(instead === undefined ? {} : { hint: instead }),
  }),
);

export const withStatement = defineProblem("TSMP2002", "error", () => ({
  message: "`with` statements are not part of strict TypeScript.",
  hint: "Name the object in every access.",
}));

export const jsx = defineProblem("TSMP2003", "error", () => ({
  message: "JSX has no meaning on a board.",
  hint: "Build the text with a template literal.",
}));

export const argumentsObject = defineProblem("TSMP2004", "error", () => ({
  message: "`arguments` cannot be lowered: Python functions do not keep their argument list.",
  hint: "Declare a rest parameter: `(...args: number[])`.",
}));

export const unsupportedMember = defineProblem("TSMP2005", "error", (member: string) => ({
  message: `\`${member}\` is not supported on a board.`,
}));

export const libraryMemberAsValue = defineProblem("TSMP2006", "error", (member: string) => ({
  message: `\`${member}\` can only be called, not used as a value.`,
  hint: "Wrap the call in an arrow function.",
}));

export const unsupportedType = defineProblem("TSMP2007", "error", (what: string, type: string) => ({
  message: `${what} needs a type that is known; here it is \`${type}\`.`,
  hint: "Give the value a precise type, or narrow it with `typeof` or `instanceof` first.",
}));

export const looseEquality = defineProblem("TSMP2008", "error", (operator: string) => ({
  message: `\`${operator}\` compares the source of a function, which the board does not have.`,
  hint: `Write \`${operator}=\`, and convert explicitly where the types differ.`,
}));

export const nullOrUndefined = defineProblem("TSMP2009", "error", (what: string) => ({
  message: `${what} could tell null from undefined; both are None for the modules that the program imports.`,
  hint: "Use only one of the two in this type.",
}));

export const nullIsAnObject = defineProblem("TSMP2011", "info", () => ({
  message:
    "Here the program tells null from undefined: null is an object of its own in all of it, which costs some speed.",
  hint: "Use only one of the two in this type, preferably undefined.",
}));

export const bigintAmongNumbers = defineProblem("TSMP2012", "error", () => ({
  message: "Here a bigint and a number could meet in one place; both are integers on a board.",
  hint: "Give the place the type bigint, or number.",
}));

export const earlyCase = defineProblem("TSMP2013", "error", (name: string) => ({
  message: `\`${name}\` is declared in another case; JavaScript would throw if that had not run.`,
  hint: "Declare the variable before the switch.",
}));

export const dynamicImport = defineProblem("TSMP2010", "error", () => ({
  message: "`import()` of a name that is not a literal cannot be bundled.",
  hint: "Import the module statically.",
}));

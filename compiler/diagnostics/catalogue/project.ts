import { defineProblem } from "../diagnostic.ts";

/** Settings, files and modules: TSMP1000 to TSMP1999. */

export const entryNotFound = defineProblem("TSMP1001", "error", (path: string) => ({
  message: `The entry file "${path}" does not exist.`,
  hint: "Name an existing .ts file on the command line or as tsmp.entry in tsconfig.json.",
}));

export const moduleNameTaken = defineProblem(
  "TSMP1002",
  "error",
  (file: string, module: string) => ({
    message: `"${file}" would become the Python module "${module}", which MicroPython has already.`,
    hint: "Rename the file.",
  }),
);

export const moduleNamesCollide = defineProblem(
  "TSMP1003",
  "error",
  (a: string, b: string, module: string) => ({
    message: `"${a}" and "${b}" would both become the Python module "${module}".`,
    hint: "Rename one of the files.",
  }),
);

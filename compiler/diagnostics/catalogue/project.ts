import { defineProblem } from "../diagnostic.ts";

/** Settings, files and modules: TSMP1000 to TSMP1099. */

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

export const pathNotFound = defineProblem("TSMP1004", "error", (path: string) => ({
  message: `There is no file or folder "${path}".`,
  hint: "Check the spelling; a relative path starts at the current folder.",
}));

export const noEntry = defineProblem(
  "TSMP1005",
  "error",
  (folder: string, tried: readonly string[]) => ({
    message: `"${folder}" has no entry file: ${tried.join(", ")} do not exist.`,
    hint: 'Write src/main.ts, or name the file as "entry" in the "tsmp" block of tsconfig.json. `tsmp init` sets up a new project.',
  }),
);

export const notATypeScriptFile = defineProblem("TSMP1006", "error", (path: string) => ({
  message: `"${path}" is not a TypeScript program: its name does not end in .ts.`,
  hint: path.endsWith(".d.ts")
    ? "A declaration file has nothing to run. Name the .ts file that is to be the main program."
    : "Name a .ts file, a project folder or a tsconfig.json.",
}));

export const isAFolder = defineProblem("TSMP1007", "error", (path: string) => ({
  message: `"${path}" is a folder, and a file is needed here.`,
  hint: "Name the .ts file inside it.",
}));

export const fileUnreadable = defineProblem(
  "TSMP1008",
  "error",
  (path: string, reason: string) => ({
    message: `"${path}" cannot be read: ${reason}.`,
  }),
);

export const fileNotText = defineProblem("TSMP1009", "error", (path: string) => ({
  message: `"${path}" is not UTF-8 text.`,
  hint: "Save it as UTF-8.",
}));

export const fileOutsideProject = defineProblem(
  "TSMP1010",
  "error",
  (path: string, root: string) => ({
    message: `"${path}" is outside the project folder "${root}".`,
    hint: "Move the file into the project, or put tsconfig.json into a folder above both.",
  }),
);

export const unknownSetting = defineProblem(
  "TSMP1011",
  "error",
  (name: string, suggestion: string | undefined, known: readonly string[]) => ({
    message: `"tsmp" has no setting "${name}".`,
    hint:
      suggestion === undefined
        ? `The settings are ${known.join(", ")}.`
        : `Did you mean "${suggestion}"?`,
  }),
);

export const wrongSetting = defineProblem(
  "TSMP1012",
  "error",
  (name: string, expected: string, found: string) => ({
    message: `"${name}" must be ${expected}, but is ${found}.`,
  }),
);

export const nothingIncluded = defineProblem("TSMP1013", "error", (pattern: string) => ({
  message: `No file matches "${pattern}".`,
  hint: 'The paths of "include" start at the folder of tsconfig.json; `*` stands for part of a name, `**/` for folders.',
}));

export const cannotWrite = defineProblem("TSMP1014", "error", (path: string, reason: string) => ({
  message: `"${path}" cannot be written: ${reason}.`,
  hint: "Free the path, or choose another folder with --out-dir.",
}));

export const wouldOverwrite = defineProblem("TSMP1015", "error", (path: string) => ({
  message: `The build would overwrite "${path}", which tsmp did not write.`,
  hint: 'Move the file away, or choose another "outDir".',
}));

export const changedByHand = defineProblem("TSMP1016", "warning", (path: string) => ({
  message: `"${path}" is of an earlier build and was changed since, so it is kept.`,
  hint: "Delete it if it is not needed: it goes to the board with the rest of the folder.",
}));

export const outputsCollide = defineProblem(
  "TSMP1017",
  "error",
  (source: string, output: string) => ({
    message: `"${source}" would be written to "${output}", where a compiled module goes.`,
    hint: "Rename one of the two.",
  }),
);

export const mainNotAtTop = defineProblem(
  "TSMP1018",
  "warning",
  (entry: string, output: string, outside: string) => ({
    message: `"${entry}" becomes "${output}", because "${outside}" belongs to the program as well. A board starts only the main.py at its top.`,
    hint: 'Leave the files outside the folder of the entry file out of "include" in tsconfig.json, or move them into it.',
  }),
);

export const nestedTooDeeply = defineProblem("TSMP1019", "error", () => ({
  message: "The program is nested too deeply to be read.",
  hint: "Put parts of it into variables or functions of their own.",
}));

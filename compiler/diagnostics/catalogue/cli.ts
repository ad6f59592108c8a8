import { defineProblem } from "../diagnostic.ts";

/** The command line: TSMP1100 to TSMP1199. */

export const wrongUsage = defineProblem(
  "TSMP1101",
  "error",
  (message: string, command: string) => ({
    message,
    hint: `\`${command} --help\` shows what there is.`,
  }),
);

export const unknownCommand = defineProblem(
  "TSMP1102",
  "error",
  (name: string, suggestion: string | undefined) => ({
    message: `There is no command "${name}".`,
    hint:
      suggestion === undefined
        ? "`tsmp --help` lists the commands."
        : `Did you mean \`tsmp ${suggestion}\`?`,
  }),
);

export const unknownCode = defineProblem(
  "TSMP1103",
  "error",
  (code: string, suggestion: string | undefined) => ({
    message: `There is no diagnostic "${code}".`,
    hint:
      suggestion === undefined ? "`tsmp explain` lists the codes." : `Did you mean ${suggestion}?`,
  }),
);

export const typescriptCode = defineProblem("TSMP1104", "error", (code: string, url: string) => ({
  message: `${code} is a diagnostic of TypeScript itself, so tsmp has no page for it.`,
  hint: `See ${url}`,
}));

export const notAFolder = defineProblem("TSMP1105", "error", (path: string) => ({
  message: `"${path}" is a file, and a folder is needed here.`,
  hint: "Name a folder, or a path where none exists yet.",
}));

export const placeOutsideProject = defineProblem("TSMP1106", "error", (file: string) => ({
  message: `"${file}" is no source file of this project.`,
  hint: "Name a file that the project includes or its entry imports, and the line: src/main.ts:12.",
}));

export const noSuchLine = defineProblem("TSMP1107", "error", (file: string, lines: number) => ({
  message: `"${file}" has no such line.`,
  hint: `It has ${lines} lines, counted from 1.`,
}));

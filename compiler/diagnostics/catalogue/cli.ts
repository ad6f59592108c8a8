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

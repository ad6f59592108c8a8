import { isBuiltin } from "node:module";
import type { ts } from "ts-morph";
import { pythonMethods, pythonNames } from "./pythonNames.ts";

/** What to do about one of TypeScript's own diagnostics, where the board gives the answer a turn of its own. */
export function hintFor(diagnostic: ts.Diagnostic): string | undefined {
  const { code, file, start = 0, length = 0 } = diagnostic;
  const text = file?.text.slice(start, start + length) ?? "";
  if (missingName.has(code) && !/^["'`]/.test(text)) return pythonNames.get(text);
  if (missingMember.has(code)) return isOfBuiltIn(diagnostic) ? pythonMethods.get(text) : undefined;
  if (!missingModule.has(code) || !/^["'`]/.test(text)) return undefined;
  const name = text.slice(1, -1);
  if (/^\.{0,2}\//.test(name)) {
    return "There is no such TypeScript file in the project. Check the path, and capitals and small letters.";
  }
  if (isBuiltin(name)) {
    return "That is a module of Node, which a board does not have. See docs/types.md for the modules of MicroPython.";
  }
  return `If "${name}" is a Python module of yours or on the board, declare it in a .d.ts file: declare module "${name}" { ... }. Packages of npm do not run on a board.`;
}

/** Is the member asked of a text, a number or an array? */
function isOfBuiltIn({ messageText }: ts.Diagnostic): boolean {
  const text = typeof messageText === "string" ? messageText : messageText.messageText;
  return /on type '(string|".*"|number|int|-?[\d.]+|.*\[\])'/.test(text);
}

/** No such name; a type where a value is meant, such as `any`. */
const missingName: ReadonlySet<number> = new Set([2304, 2552, 2693, 2580, 2591]);
const missingMember: ReadonlySet<number> = new Set([2339, 2551]);
/** No such module; no declarations of it; a module of Node, for which TypeScript advises to install types. */
const missingModule: ReadonlySet<number> = new Set([2307, 7016, 2580, 2591]);

import type { ts } from "ts-morph";

/** What to do about one of TypeScript's own diagnostics, where the board gives the answer a turn of its own. */
export function hintFor(diagnostic: ts.Diagnostic): string | undefined {
  const { code, file, start = 0, length = 0 } = diagnostic;
  if (code !== cannotFindModule && code !== noDeclarations) return undefined;
  const name = file?.text.slice(start, start + length).replace(/^["'`]|["'`]$/g, "") ?? "";
  if (/^\.{0,2}\//.test(name)) {
    return "There is no such TypeScript file in the project. Check the path, and capitals and small letters.";
  }
  if (name.startsWith("node:") || nodeModules.has(name)) {
    return "That is a module of Node, which a board does not have. See docs/types.md for the modules of MicroPython.";
  }
  return `If "${name}" is a Python module of yours or on the board, declare it in a .d.ts file: declare module "${name}" { ... }. Packages of npm do not run on a board.`;
}

const cannotFindModule = 2307;
const noDeclarations = 7016;

/** Those that people reach for and whose names MicroPython does not have. */
const nodeModules: ReadonlySet<string> = new Set([
  "fs",
  "fs/promises",
  "path",
  "http",
  "https",
  "net",
  "child_process",
  "crypto",
  "events",
  "buffer",
  "util",
  "url",
  "process",
  "stream",
  "timers",
  "timers/promises",
  "readline",
  "assert",
  "worker_threads",
]);

import { storageBroken, storageFilled } from "../../diagnostics/catalogue/deploy.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";

/** MicroPython's errno names, and littlefs's own numbers, for what a file system can do wrong. */
const words: Readonly<Record<string, string>> = {
  "5": "its flash does not keep what is written",
  "20": "a file is where a folder should be",
  "21": "a folder is where a file should be",
  "30": "it is mounted read-only",
  "36": "a name is too long",
  "84": "its file system is damaged",
};

/** The problem behind the last line of a traceback, if it is one of the board's storage. */
export function storageError(line: string): Problem | undefined {
  const [, number] = /^OSError: (?:\[Errno (\d+)\]|(\d+))/.exec(line)?.filter(Boolean) ?? [];
  if (number === undefined) return undefined;
  if (number === "28") return storageFilled();
  const word = words[number];
  return word === undefined ? undefined : storageBroken(word);
}

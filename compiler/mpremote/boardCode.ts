import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { squeezePython } from "./transfer/squeezePython.ts";

/** The Python that tsmp runs on a board while it talks to it. */
const folder = new URL("../../runtime-py/deploy/", import.meta.url);
const cache = new Map<string, string>();

/** A file of `runtime-py/deploy`, as it is written. */
export function boardFile(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
}

/** The same as it goes over the line: without comments, with short names. */
export function boardCode(name: string): string {
  let code = cache.get(name);
  if (code === undefined) {
    code = squeezePython(boardFile(name));
    cache.set(name, code);
  }
  return code;
}

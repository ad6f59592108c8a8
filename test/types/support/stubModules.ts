import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stubs } from "./stubProgram.ts";

/** Files that are no module of MicroPython. */
const ownFiles = new Set(["lib.tsmp", "tsmp-board", "all-modules"]);

/** Every module that a program can import, as it is written in an import. */
export function stubModules(folder = ""): string[] {
  return readdirSync(join(stubs, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "boards" ? [] : stubModules(path);
    const name = /^(.*)\.d\.ts$/.exec(path)?.[1];
    return name === undefined || ownFiles.has(name) ? [] : [name];
  });
}

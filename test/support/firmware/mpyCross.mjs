#!/usr/bin/env node
// What MicroPython's build calls as `mpy-cross`: the WebAssembly build of npm behind the same command line. Debian
// packages no mpy-cross, and with this one the machine needs no compiler of its own.

import { readFile, writeFile } from "node:fs/promises";

// Emscripten's loader takes an existing `fetch` for a sign of a browser.
Reflect.deleteProperty(globalThis, "fetch");
const { compile } = await import("@pybricks/mpy-cross-v6");

const options = process.argv.slice(2);
const source = options.pop() ?? "";
const at = options.indexOf("-o");
const target = options.splice(at, 2)[1];
if (at === -1 || target === undefined)
  throw new Error("usage: mpyCross.mjs [options] -o FILE.mpy FILE.py");

const result = await compile("input.py", await readFile(source, "utf8"), options);
if (result.status !== 0 || result.mpy === undefined) {
  console.error(result.err.join("\n"));
  process.exitCode = 1;
} else {
  await writeFile(target, result.mpy);
}

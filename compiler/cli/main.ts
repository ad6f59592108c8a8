#!/usr/bin/env node
import module from "node:module";
import { failWith, runCommandLine } from "./commandLine.ts";
import { exitCodes } from "./exitCodes.ts";

// Node 22 and later keep the compiled form of ts-morph between runs: it takes most of the start.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") {
  module.enableCompileCache();
}

// `tsmp explain | head` closes the pipe early; that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.ok);
    throw error;
  });
}

// What is thrown where nobody waits for it: in a timer, a stream, a worker.
process.on("uncaughtException", (error) => process.exit(failWith(error, process.argv.slice(2))));

process.exitCode = await runCommandLine(process.argv.slice(2));

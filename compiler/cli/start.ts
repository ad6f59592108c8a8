import { failWith, runCommandLine } from "./commandLine.ts";
import { exitCodes } from "./exitCodes.ts";

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

import { parentPort } from "node:worker_threads";
import { checkFiles } from "./checkFiles.ts";
import type { CheckRequest } from "./protocol.ts";

/** The compiler beside the editor's TypeScript server, in a thread of its own: typing never waits for it. */
parentPort?.on("message", (request: CheckRequest) => {
  parentPort?.postMessage(checkFiles(request));
});

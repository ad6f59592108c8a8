import { describe } from "vitest";
import type { Host } from "../../compiler/simulate/request.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";

/** The same tests on the embedded host and on the unix port. */
export function onBothHosts(body: (host: Host) => void): void {
  describe("embedded", () => body("embedded"));
  describeOnUnix("unix", () => body("unix"));
}

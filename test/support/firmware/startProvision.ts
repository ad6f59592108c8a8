import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("provision.mjs", import.meta.url));

/**
 * The firmware of the emulated board takes a minute to build once per machine. It is begun when the tests begin,
 * beside them; a test file that needs it waits for what is missing then (see `onFirmware.ts`).
 */
export default function setup(): () => void {
  const child = spawn(process.execPath, [script], { stdio: "ignore" });
  return () => {
    if (child.exitCode === null) child.kill();
  };
}

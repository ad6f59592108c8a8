import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ProvisionError } from "./provisionError.mjs";

/** Debian's name for this machine's architecture, as in `amd64`. */
export async function hostArchitecture() {
  const { stdout } = await promisify(execFile)("dpkg", ["--print-architecture"]).catch(() => {
    throw new ProvisionError("no-apt", "this system has no Debian packages");
  });
  return stdout.trim();
}

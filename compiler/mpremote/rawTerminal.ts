import { execFileSync } from "node:child_process";

/**
 * Makes a terminal pass every byte as it is. Node's own raw mode still writes `\r\n` for `\n`,
 * which is right for screens and wrong for boards.
 */
export function makeRaw(path: string): void {
  const file = process.platform === "linux" ? "-F" : "-f";
  execFileSync("stty", [file, path, "raw", "-echo"], { stdio: "ignore" });
}

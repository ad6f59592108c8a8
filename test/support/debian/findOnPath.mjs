import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The program that a shell would start.
 * @param {string} name
 */
export function findOnPath(name) {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

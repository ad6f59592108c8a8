import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installedTsmp, packageFolder } from "../../project/installedTsmp.ts";

/** What a person still has to do by hand so that build and editor work, a sentence each. */
export function nextSteps(folder: string, kept: readonly string[]): string[] {
  const steps: string[] = [];
  if (kept.includes("tsconfig.json") && !extendsOurs(folder)) {
    steps.push(
      'tsconfig.json was there already: add "extends": "tsmp/boards/pico_w.json" (or another board) so that the editor knows the types of the board.',
    );
  }
  if (kept.includes("package.json") && !mentions(folder, "package.json", '"tsmp"')) {
    steps.push('package.json was there already: add "tsmp" to its "devDependencies".');
  }
  if (installedTsmp(folder) === undefined) {
    steps.push(
      `The commands work at once. The editor finds the types after: npm install${isCheckout() ? ` --save-dev ${quoted(packageFolder)}` : ""}`,
    );
  }
  return steps;
}

/** The base, or the one of a board that extends it. */
function extendsOurs(folder: string): boolean {
  return ["tsmp/tsconfig.base.json", "tsmp/boards/"].some((name) =>
    mentions(folder, "tsconfig.json", name),
  );
}

function mentions(folder: string, file: string, text: string): boolean {
  try {
    return readFileSync(join(folder, file), "utf8").includes(text);
  } catch {
    return true; // It cannot be read, so nothing is known against it.
  }
}

/** Does tsmp run from its own sources, so that a registry may not have this version? */
function isCheckout(): boolean {
  return !/[\\/]node_modules[\\/]/.test(packageFolder);
}

function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : JSON.stringify(path);
}

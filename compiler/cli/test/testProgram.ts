import type { OutputFile } from "../../compile.ts";

const entry = "tsmp_tests.py";
const running = "testing/running.py";

/** A compiled test file as a program that runs its tests; undefined if it imports nothing of `testing`. */
export function testProgram(
  files: readonly OutputFile[],
  testFile: string,
): { readonly files: readonly OutputFile[]; readonly entry: string } | undefined {
  if (!files.some(({ path }) => path === running)) return undefined;
  const module = testFile.replace(/\.py$/, "").replaceAll("/", ".");
  const text = `# Loads the tests of a module, then runs them.
__import__("${module}")
from testing.running import run

run()
`;
  return { files: [...files, { path: entry, text }], entry };
}

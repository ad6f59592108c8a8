import type { CompileInput, CompileResult } from "./compile.ts";

/** A person goes back and forth between few states of a program; each holds only its texts. */
const mostResults = 16;

/** Results by input, the one used last at the end. */
const results = new Map<string, CompileResult>();

/**
 * The result of a program that this process has compiled before: an editor asks again with every
 * change of another tab, and a watcher with every save. Nothing but the input goes into a result.
 */
export function remembered(
  { files, entry, options }: CompileInput,
  compile: () => CompileResult,
): CompileResult {
  const input = JSON.stringify([files, entry, options]);
  const result = results.get(input) ?? compile();
  results.delete(input);
  results.set(input, result);
  if (results.size > mostResults) results.delete(results.keys().next().value!);
  return result;
}

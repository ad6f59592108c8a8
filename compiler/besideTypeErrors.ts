import type { Diagnostic } from "./diagnostics/diagnostic.ts";

/** How a program with type errors is examined. */
interface Examination {
  /** All rules and lowerings, which ask the types. */
  readonly whole: (found: Diagnostic[]) => void;
  /** The rules that hold whatever the types are. */
  readonly typeFree: (found: Diagnostic[]) => void;
}

/**
 * What else is wrong with a program that has type errors, so that one run tells all. In files without a
 * type error that is everything; in the others what does not depend on types, since a wrong type would be
 * reported once more in other words. Whatever the types are, this never adds a fault of tsmp's own.
 */
export function besideTypeErrors(
  typeErrors: readonly Diagnostic[],
  files: readonly string[],
  { whole, typeFree }: Examination,
): readonly Diagnostic[] {
  const wrong = new Set(typeErrors.map(({ file }) => file));
  const isWrong = ({ file }: Diagnostic) => wrong.has(file);
  const others = files.every((file) => wrong.has(file)) ? [] : without(isWrong, collect(whole));
  return [...collect(typeFree).filter(isWrong), ...others];
}

/** Without types an analysis may fail; what it found until then holds. */
function collect(examine: (found: Diagnostic[]) => void): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  try {
    examine(found);
  } catch {
    return found;
  }
  return found;
}

function without(isWrong: (diagnostic: Diagnostic) => boolean, found: readonly Diagnostic[]) {
  return found.filter((one) => !one.code.startsWith("TSMP9") && !isWrong(one));
}

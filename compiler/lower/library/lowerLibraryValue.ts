import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { libraryClass } from "./libraryClasses.ts";
import { lowerLibraryFunction } from "./libraryFunction.ts";
import { libraryValues } from "./libraryTables.ts";

/** A built-in that is mentioned, not called: `Math.PI`, `NaN`, `xs.length`, a class. */
export function lowerLibraryValue(
  ctx: Lowering,
  node: ts.Expression,
  key: string,
  receiver?: ts.Expression,
): py.Expression | undefined {
  const lower = libraryValues[key];
  if (lower) return lower(ctx, node, receiver);
  const asFunction = lowerLibraryFunction(ctx, node, key);
  if (asFunction) return asFunction;
  return key.includes(".") ? undefined : libraryClass(ctx, key);
}

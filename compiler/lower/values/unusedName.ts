import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import type { PythonScope } from "../pythonScope.ts";

/** A variable that nobody reads: `_`, unless the author has one that somebody does. */
export function unusedName(ctx: Lowering): py.Name {
  for (let scope: PythonScope | undefined = ctx.scope; scope; scope = scope.outer) {
    const declared = ctx.facts.bindings.declaredIn(scope.node);
    const isRead = declared.some(
      ({ symbol, references }) => symbol.name === "_" && references.length > 0,
    );
    if (isRead) return py.name(ctx.fresh("_"));
  }
  return py.name("_");
}

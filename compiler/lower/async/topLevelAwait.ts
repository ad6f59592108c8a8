import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { hasTopLevelAwait } from "../lowerModule.ts";

/**
 * A module that awaits outside every function runs as a coroutine:
 *
 *     async def main():
 *         global x
 *         x = await f()
 *
 *     run_main(main())
 */
export function wrapTopLevelAwait(
  ctx: Lowering,
  lower: () => readonly py.Statement[],
): readonly py.Statement[] {
  if (!hasTopLevelAwait(ctx.module.sourceFile)) return lower();
  const { value, declarations } = ctx.inScope(
    ctx.module.sourceFile,
    { self: undefined, wrapped: true },
    lower,
  );
  const name = ctx.module.names.fresh("main");
  const isImport = (s: py.Statement) => s.kind === "import" || s.kind === "importFrom";
  const run = ctx.helper("run_main");
  const main = py.call(py.name(name));
  const coroutine = ctx.facts.promises.othersWait() ? ctx.callHelper("start", main) : main;
  return [
    ...value.filter(isImport),
    py.functionDef(name, [], [...declarations, ...value.filter((s) => !isImport(s))], {
      async: true,
      displayName: "<module>",
    }),
    py.expression(py.call(run, [coroutine])),
  ];
}

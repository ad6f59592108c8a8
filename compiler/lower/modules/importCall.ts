import { ts } from "ts-morph";
import { dynamicImport } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { pythonModuleOf } from "./pythonModule.ts";

/** `import("./lazy")`, the promise of a module of the program: `import_module("lazy")` */
export function lowerImportCall(ctx: Lowering, node: ts.CallExpression): py.Expression {
  const [specifier] = node.arguments;
  if (!specifier || !ts.isStringLiteral(specifier)) return ctx.refuse(node, dynamicImport());
  const module = pythonModuleOf(ctx, specifier);
  if (!module?.file || ctx.facts.cycles.has(module.file)) return ctx.refuse(node, dynamicImport());
  ctx.module.noteLoop();
  return ctx.callHelper("import_module", py.str(module.name));
}

import type { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { isNamespaceAlias } from "../../facts/bindings.ts";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

const instead = "Name the member where it is used: `Geometry.area`.";

/**
 * `import area = Geometry.area` is nothing by itself: every mention of the name means what it
 * stands for. JavaScript copies a value there, which only shows where it changes later.
 */
export function lowerImportEquals(ctx: Lowering, node: ts.ImportEqualsDeclaration): py.Statement[] {
  if (!isNamespaceAlias(node)) {
    ctx.report(node, notInTheSubset("`import = require()`", "Use `import ... from`."));
    return [];
  }
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  const target = symbol && ctx.checker.getAliasedSymbol(symbol);
  const declaration = target?.valueDeclaration;
  if (declaration && declaration.getSourceFile() !== ctx.module.sourceFile) {
    ctx.report(node, notInTheSubset("`import =` of another module's namespace", instead));
  } else if (target && (ctx.facts.bindings.of(target)?.writes.length ?? 0) > 0) {
    ctx.report(node, notInTheSubset("`import =` of a variable that changes", instead));
  }
  return [];
}

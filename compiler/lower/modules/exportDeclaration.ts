import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { defineFunction, functionInitializer } from "../functions/functionValue.ts";
import type { Lowering } from "../lowering.ts";
import { exportedName, needsLiveBinding } from "./importedName.ts";
import { pythonModuleOf } from "./pythonModule.ts";

/** `export { a as b }`, `export { a } from "./m"`, `export * from "./m"` */
export function lowerExportDeclaration(ctx: Lowering, node: ts.ExportDeclaration): py.Statement[] {
  if (node.isTypeOnly) return [];
  const module = node.moduleSpecifier
    ? pythonModuleOf(ctx, node.moduleSpecifier as ts.StringLiteral)
    : undefined;
  const clause = node.exportClause;
  if (!clause) {
    if (!module) return [];
    return [py.importFrom(module.name, [{ name: "*", alias: undefined }])];
  }
  if (ts.isNamespaceExport(clause)) {
    return module ? [py.importModule(module.name, attributeName(clause.name.text))] : [];
  }
  return clause.elements.flatMap((element) => lowerSpecifier(ctx, element, module?.name));
}

function lowerSpecifier(
  ctx: Lowering,
  node: ts.ExportSpecifier,
  module: string | undefined,
): py.Statement[] {
  if (node.isTypeOnly) return [];
  const exported = attributeName(node.name.text);
  const symbol = ctx.checker.getExportSpecifierLocalTargetSymbol(node);
  const target =
    symbol && (symbol.flags & ts.SymbolFlags.Alias ? ctx.checker.getAliasedSymbol(symbol) : symbol);
  if (!target || !(target.flags & ts.SymbolFlags.Value)) return [];
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (module !== undefined) {
    const original = ctx.facts.bindings.of(target);
    if (original && needsLiveBinding(ctx, original)) return [py.importModule(module)];
    const name = original ? exportedName(ctx, original) : (node.propertyName ?? node.name).text;
    return [py.importFrom(module, [{ name, alias: exported === name ? undefined : exported }])];
  }
  if (!binding) return [];
  const local = ctx.nameOf(binding);
  return local === exported ? [] : [py.assign(py.name(exported), py.name(local))];
}

/** `export default value` is the module's attribute `default`. */
export function lowerExportAssignment(ctx: Lowering, node: ts.ExportAssignment): py.Statement[] {
  const fn = functionInitializer(node.expression);
  if (fn && ts.isArrowFunction(fn)) return [defineFunction(ctx, "default", fn)];
  return [py.assign(py.name("default"), lowerExpression(ctx, node.expression))];
}

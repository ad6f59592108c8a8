import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
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
    return module ? lowerStar(ctx, node, module.name) : [];
  }
  if (ts.isNamespaceExport(clause)) {
    return module ? [py.importModule(module.name, attributeName(clause.name.text))] : [];
  }
  return clause.elements.flatMap((element) => lowerSpecifier(ctx, element, module?.name));
}

/**
 * `export * from "./m"`: every name for itself, without the default and what this module exports by name.
 * Python's `*` would bring along what the other module has imported.
 */
function lowerStar(ctx: Lowering, node: ts.ExportDeclaration, module: string): py.Statement[] {
  const { checker } = ctx;
  const other = node.moduleSpecifier && checker.getSymbolAtLocation(node.moduleSpecifier);
  const own = checker.getSymbolAtLocation(ctx.module.sourceFile)?.exports;
  if (!other?.declarations?.some(ts.isSourceFile)) {
    return [py.importFrom(module, [{ name: "*", alias: undefined }])];
  }
  const symbols = checker
    .getExportsOfModule(other)
    .filter(({ name, escapedName }) => name !== "default" && !own?.has(escapedName));
  return symbols.flatMap((symbol) => reexport(ctx, symbol, symbol.name, module));
}

/** `from m import name as exported`; a variable that changes is read where it is. */
function reexport(
  ctx: Lowering,
  symbol: ts.Symbol,
  exportedAs: string,
  module: string,
): py.Statement[] {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? ctx.checker.getAliasedSymbol(symbol) : symbol;
  if (!(target.flags & ts.SymbolFlags.Value)) return [];
  const original = ctx.facts.bindings.of(target);
  if (original && needsLiveBinding(ctx, original)) return [py.importModule(module)];
  if (target.declarations?.some(isWithoutObject)) return [];
  const exported = attributeName(exportedAs);
  const name = isAlias || !original ? attributeName(symbol.name) : exportedName(ctx, original);
  return [py.importFrom(module, [{ name, alias: exported === name ? undefined : exported }])];
}

/** A `const enum` and what is only declared have nothing at run time. */
function isWithoutObject(node: ts.Declaration): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (hasModifier(node, ts.SyntaxKind.DeclareKeyword) ||
      (ts.isEnumDeclaration(node) && hasModifier(node, ts.SyntaxKind.ConstKeyword)))
  );
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

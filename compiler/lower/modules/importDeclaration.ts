import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";
import { exportedName, importedName } from "./importedName.ts";
import { pythonModuleOf } from "./pythonModule.ts";
import { isUsedWhole } from "./runtimeMember.ts";

/**
 * `import { a, b as c } from "./util"` is `from util import a, b as c`; what is only a type leaves
 * nothing behind; a variable that its module assigns again is read as `util.a`.
 */
export function lowerImportDeclaration(ctx: Lowering, node: ts.ImportDeclaration): py.Statement[] {
  const module = pythonModuleOf(ctx, node.moduleSpecifier as ts.StringLiteral);
  const clause = node.importClause;
  if (module === undefined) return [];
  if (!clause) return [py.importModule(module.name)];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const statements: py.Statement[] = [];
  const names: { name: string; alias: string | undefined }[] = [];
  const live = [clause.name && clause, ...namedElements(clause)].some(
    (node) => node && isLive(ctx, node),
  );
  // What is read through a module object still imports in the author's order.
  if (live) statements.push(ctx.module.importStatement(module.name));
  if (clause.name && isWholeModule(ctx, clause.name)) {
    statements.push(...importNamespace(ctx, clause.name, module.name, false));
  } else if (clause.name) addName(ctx, clause, names, module.file);
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) {
    const isInCycle = module.file !== undefined && ctx.facts.cycles.has(module.file);
    statements.push(...importNamespace(ctx, bindings.name, module.name, isInCycle));
  } else if (bindings) {
    for (const element of bindings.elements) {
      if (element.isTypeOnly) continue;
      if (element.propertyName?.text === "default" && isWholeModule(ctx, element.name)) {
        statements.push(...importNamespace(ctx, element.name, module.name, false));
      } else addName(ctx, element, names, module.file);
    }
  }
  if (names.length > 0) statements.push(...importNames(ctx, module.name, names));
  return statements;
}

/** What has an object at run time: members of a `const enum` or namespace are found by what they are. */
const objects = ts.SymbolFlags.Value & ~ts.SymbolFlags.ConstEnum & ~ts.SymbolFlags.ValueModule;

function namedElements(clause: ts.ImportClause): readonly ts.ImportSpecifier[] {
  const bindings = clause.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
}

/** Is an imported name used, and read through the module that declares it? */
function isLive(ctx: Lowering, node: ts.ImportClause | ts.ImportSpecifier): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(node.name!);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || !isValueUsed(binding.references)) return false;
  return importedName(ctx, binding) !== undefined;
}

function addName(
  ctx: Lowering,
  node: ts.ImportClause | ts.ImportSpecifier,
  names: { name: string; alias: string | undefined }[],
  file: ts.SourceFile | undefined,
): void {
  const identifier = node.name!;
  const symbol = ctx.checker.getSymbolAtLocation(identifier);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!symbol || !binding || !isValueUsed(binding.references)) return;
  if (importedName(ctx, binding)) return;
  const target = ctx.checker.getAliasedSymbol(symbol);
  const isModule = target.declarations?.some(ts.isSourceFile) ?? false;
  if (!isModule && !(target.flags & objects)) return;
  const original = ctx.facts.bindings.of(target);
  const imported = ts.isImportClause(node) ? "default" : (node.propertyName ?? node.name).text;
  const remote =
    original && file === original.declaration.getSourceFile()
      ? exportedName(ctx, original)
      : file
        ? attributeName(imported)
        : imported;
  const local = ctx.nameOf(binding);
  names.push({ name: remote, alias: local === remote ? undefined : local });
}

/** Python's own names come from the module that has them on the board. */
function importNames(
  ctx: Lowering,
  module: string,
  names: readonly { name: string; alias: string | undefined }[],
): py.Statement[] {
  const byModule = new Map<string, { name: string; alias: string | undefined }[]>();
  for (const item of names) {
    const home = ctx.module.runtimeModuleOf(module, item.name);
    const list = byModule.get(home) ?? [];
    list.push(item);
    byModule.set(home, list);
  }
  return [...byModule].map(([home, items]) => py.importFrom(home, items));
}

/** `import machine from "machine"`: a Python module has no default export, and stands for itself. */
function isWholeModule(ctx: Lowering, name: ts.Identifier): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const target = symbol && ctx.checker.getAliasedSymbol(symbol);
  return (
    target?.declarations?.some(
      (declaration) =>
        (ts.isSourceFile(declaration) && declaration.isDeclarationFile) ||
        (ts.isModuleDeclaration(declaration) && ts.isStringLiteral(declaration.name)),
    ) ?? false
  );
}

function importNamespace(
  ctx: Lowering,
  name: ts.Identifier,
  module: string,
  isInCycle: boolean,
): py.Statement[] {
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding) return [];
  if (!isValueUsed(binding.references.filter((name) => isUsedWhole(ctx, name)))) return [];
  const local = ctx.nameOf(binding);
  const parts = module.split(".");
  if (isInCycle && parts.length > 1) {
    // The module is no attribute of its package yet.
    const name = parts.pop()!;
    return [py.importFrom(parts.join("."), [{ name, alias: local === name ? undefined : local }])];
  }
  return [py.importModule(module, local === module ? undefined : local)];
}

/** Is an imported name used as a value anywhere? */
function isValueUsed(references: readonly ts.Identifier[]): boolean {
  return references.some((reference) => !isTypeReference(reference));
}

function isTypeReference(node: ts.Node): boolean {
  for (let current = node.parent; current; current = current.parent) {
    if (ts.isTypeNode(current) && !ts.isExpressionWithTypeArguments(current)) return true;
    if (ts.isExpressionWithTypeArguments(current)) {
      const clause = current.parent;
      return (
        ts.isHeritageClause(clause) &&
        (clause.token === ts.SyntaxKind.ImplementsKeyword ||
          ts.isInterfaceDeclaration(clause.parent))
      );
    }
    if (ts.isExpression(current) || ts.isStatement(current)) return false;
  }
  return false;
}

import { ts } from "ts-morph";
import type { Binding } from "../../facts/bindings.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { pythonModuleOf } from "./pythonModule.ts";

/**
 * What an imported name is in this module. A name that its own module assigns again is read through
 * the module object, so that the binding stays live:
 *
 *     import counter
 *     counter.count
 *
 * So are names of asyncio.
 */
export function importedName(ctx: Lowering, binding: Binding): py.Expression | undefined {
  if (!isImport(binding.declaration)) return undefined;
  const ofAsyncio = asyncioName(ctx, binding.declaration);
  if (ofAsyncio) return ofAsyncio;
  const target = ctx.checker.getAliasedSymbol(binding.symbol);
  const original = ctx.facts.bindings.of(target);
  if (!original || !needsLiveBinding(ctx, original)) return undefined;
  const file = original.declaration.getSourceFile();
  if (file === ctx.module.sourceFile) return py.name(ctx.nameOf(original));
  const isInCycle = ctx.facts.cycles.has(file);
  const module = ctx.module.importModule(ctx.module.moduleNameOf(file), isInCycle);
  return py.attribute(module, exportedName(ctx, original));
}

/** `import { Event } from "asyncio"` */
function asyncioName(ctx: Lowering, declaration: ts.Declaration): py.Expression | undefined {
  if (!ts.isImportSpecifier(declaration)) return undefined;
  const specifier = declaration.parent.parent.parent.moduleSpecifier as ts.StringLiteral;
  const module = pythonModuleOf(ctx, specifier);
  if (module?.name !== "asyncio" || module.file) return undefined;
  return ctx.module.asyncioName((declaration.propertyName ?? declaration.name).text);
}

/** Is a variable of a module assigned after its declaration, or perhaps imported before it? */
export function needsLiveBinding(ctx: Lowering, binding: Binding): boolean {
  return (
    binding.writes.length > 0 ||
    isUninitialised(binding.declaration) ||
    ctx.facts.cycles.has(binding.declaration.getSourceFile())
  );
}

function isUninitialised(declaration: ts.Declaration): boolean {
  return ts.isVariableDeclaration(declaration) && declaration.initializer === undefined;
}

/** The attribute of the Python module under which a variable of another file is found. */
export function exportedName(ctx: Lowering, binding: Binding): string {
  return ctx.module.namesOf(binding.declaration.getSourceFile()).of(binding);
}

function isImport(declaration: ts.Declaration): boolean {
  return (
    ts.isImportSpecifier(declaration) ||
    ts.isImportClause(declaration) ||
    ts.isNamespaceImport(declaration)
  );
}

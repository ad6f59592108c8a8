import { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { pythonModuleOf } from "./pythonModule.ts";

/**
 * `pyb.ADC` of `import * as pyb from "pyb"`, or of the module as default import: as if it had been
 * imported by name, from the part of the runtime library that has it.
 *
 *     from pyb.adc import ADC
 *     ADC
 */
export function runtimeMember(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): py.Expression | undefined {
  const home = homeOfMember(ctx, node);
  return home === undefined ? undefined : ctx.pythonFunction(home, node.name.text);
}

/** Is an identifier that stands for a whole module used for anything but such a member? */
export function isUsedWhole(ctx: Lowering, reference: ts.Identifier): boolean {
  const { parent } = reference;
  const isObject = ts.isPropertyAccessExpression(parent) && parent.expression === reference;
  return !isObject || homeOfMember(ctx, parent) === undefined;
}

function homeOfMember(ctx: Lowering, node: ts.PropertyAccessExpression): string | undefined {
  if (!ts.isIdentifier(node.expression)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(node.expression);
  const declaration = symbol?.declarations?.[0];
  const specifier = declaration && wholeModule(declaration);
  if (!symbol || !specifier || !ts.isStringLiteral(specifier)) return undefined;
  const target = ctx.checker.getAliasedSymbol(symbol);
  if (!target.declarations?.some(ts.isSourceFile)) return undefined;
  const module = pythonModuleOf(ctx, specifier)?.name;
  if (module === undefined) return undefined;
  const home = ctx.module.runtimeModuleOf(module, node.name.text);
  return home === module ? undefined : home;
}

/** The module of `import * as pyb`, `import pyb`, `import { default as pyb }`. */
function wholeModule(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isNamespaceImport(declaration)) return declaration.parent.parent.moduleSpecifier;
  if (ts.isImportClause(declaration)) return declaration.parent.moduleSpecifier;
  if (!ts.isImportSpecifier(declaration)) return undefined;
  return declaration.parent.parent.parent.moduleSpecifier;
}

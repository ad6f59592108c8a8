import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerStatements } from "../statements/lowerStatements.ts";
import { exportedName, needsLiveBinding } from "./importedName.ts";

/** A namespace has no object: its members are variables of the module, found by what they are. */
export function lowerNamespace(ctx: Lowering, node: ts.ModuleDeclaration): py.Statement[] {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword) || !node.body) return [];
  if (ts.isModuleBlock(node.body)) return lowerStatements(ctx, node.body.statements);
  return ts.isModuleDeclaration(node.body) ? lowerNamespace(ctx, node.body) : [];
}

/** `Geometry.PI`, `ns.count`: the variable of the module that declares it. */
export function namespaceMember(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): py.Expression | undefined {
  const owner = ctx.checker.getSymbolAtLocation(node.expression);
  if (!owner) return undefined;
  const target = owner.flags & ts.SymbolFlags.Alias ? ctx.checker.getAliasedSymbol(owner) : owner;
  const module = target.declarations?.find(ts.isSourceFile);
  if (!module && !target.declarations?.some(ts.isModuleDeclaration)) return undefined;
  const member = ctx.checker.getSymbolAtLocation(node.name);
  const isAlias = member !== undefined && (member.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? ctx.checker.getAliasedSymbol(member) : member;
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding) return undefined;
  const file = binding.declaration.getSourceFile();
  // What `import * as ns` hands on of a third module, and changes there, is read there.
  if (module && (file === module || !needsLiveBinding(ctx, binding))) return undefined;
  if (file === ctx.module.sourceFile) return py.name(ctx.nameOf(binding));
  const isInCycle = ctx.facts.cycles.has(file);
  const home = ctx.module.importModule(ctx.module.moduleNameOf(file), isInCycle);
  return py.attribute(home, exportedName(ctx, binding));
}

/** `ns.name` of `import * as ns`: the Python name that the module has its own variable under. */
export function moduleMemberName(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): string | undefined {
  const owner = ctx.typeOf(node.expression).symbol;
  if (!owner?.declarations?.some(ts.isSourceFile)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding && exportedName(ctx, binding);
}

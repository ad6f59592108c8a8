import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { numberLiteral } from "../expressions/literals.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/**
 * `enum Color { Red, Green }`: members whose value is known are written as their values where they
 * are used; the object itself exists only where it is mentioned otherwise.
 *
 *     class Color:
 *         Red = 0
 */
export function lowerEnumDeclaration(ctx: Lowering, node: ts.EnumDeclaration): py.Statement[] {
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || hasModifier(node, ts.SyntaxKind.DeclareKeyword)) return [];
  if (!isNeeded(ctx, node, binding.references) && !hasModifier(node, ts.SyntaxKind.ExportKeyword))
    return [];
  if (hasModifier(node, ts.SyntaxKind.ConstKeyword)) return [];
  ctx.noteAssignment(binding);
  const name = ctx.nameOf(binding);
  const members = node.members.map((member) => lowerMember(ctx, member));
  const references = [...binding.references, ...referencesAbroad(ctx, symbol)];
  const names =
    isLookedUp(references) || ts.isModuleBlock(node.parent) ? [reverseNames(ctx, node)] : [];
  return [py.classDef(name, [], [...members, ...names])];
}

function lowerMember(ctx: Lowering, member: ts.EnumMember): py.Statement {
  const value = ctx.checker.getConstantValue(member);
  const name = attributeName((member.name as ts.Identifier).text);
  if (value !== undefined) {
    return py.assign(
      py.name(name),
      typeof value === "string" ? py.str(value) : numberLiteral(value),
    );
  }
  return py.assign(
    py.name(name),
    member.initializer ? lowerExpression(ctx, member.initializer) : py.noneValue(),
  );
}

/** Is the enum used otherwise than as `Color.Red`, or a member known only at run time? */
function isNeeded(
  ctx: Lowering,
  node: ts.EnumDeclaration,
  references: readonly ts.Identifier[],
): boolean {
  if (node.members.some((member) => ctx.checker.getConstantValue(member) === undefined))
    return true;
  return references.some((reference) => {
    const { parent } = reference;
    return (
      !(ts.isPropertyAccessExpression(parent) && parent.expression === reference) || !node.name
    );
  });
}

/** Is a name asked for by its value: `Color[2]`? */
function isLookedUp(references: readonly ts.Identifier[]): boolean {
  return references.some(({ parent }) => ts.isElementAccessExpression(parent));
}

/** The mentions of an exported enum in the files that import it. */
function referencesAbroad(ctx: Lowering, symbol: ts.Symbol): readonly ts.Identifier[] {
  return ctx.facts.sourceFiles.flatMap((file) =>
    ctx.facts.bindings
      .declaredIn(file)
      .filter((binding) => binding.symbol.flags & ts.SymbolFlags.Alias)
      .filter((binding) => ctx.checker.getAliasedSymbol(binding.symbol) === symbol)
      .flatMap((binding) => binding.references),
  );
}

/** `_names = {0: "Red"}` */
function reverseNames(ctx: Lowering, node: ts.EnumDeclaration): py.Statement {
  const entries = node.members.flatMap((member) => {
    const value = ctx.checker.getConstantValue(member);
    if (typeof value === "string") return [];
    const { text } = member.name as ts.Identifier;
    // What is computed is a number, and known under its name by now.
    const key = value === undefined ? py.name(attributeName(text)) : numberLiteral(value);
    return [{ key, value: py.str(text) }];
  });
  return py.assign(py.name("_names"), py.dict(entries));
}

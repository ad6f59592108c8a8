import { ts } from "ts-morph";
import { fieldReadEarly } from "../../diagnostics/catalogue/objects.ts";
import { earlyReads } from "../../facts/earlyFields.ts";
import { ownEarlyReads } from "../../facts/ownEarlyReads.ts";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerClassReference } from "../expressions/instanceOf.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { lowerClassMembers } from "./classMembers.ts";
import { lowerDecorators } from "./decorators.ts";
import { describeClass } from "./describedClass.ts";
import { lowerStaticParts } from "./staticParts.ts";

/** `class C extends B { ... }` */
export function lowerClassDeclaration(ctx: Lowering, node: ts.ClassDeclaration): py.Statement[] {
  if (hasModifier(node, ts.SyntaxKind.DeclareKeyword)) return [];
  const symbol = node.name && ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (binding) ctx.noteAssignment(binding);
  return defineClass(ctx, node, binding ? ctx.nameOf(binding) : "default");
}

/** A class expression is defined before the statement at hand and mentioned by its name. */
export function lowerClassExpression(ctx: Lowering, node: ts.ClassExpression): py.Expression {
  const symbol = node.name && ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  const name = binding ? ctx.nameOf(binding) : ctx.fresh("Class");
  ctx.prerequisite(...defineClass(ctx, node, name));
  return py.name(name);
}

/** The class statement, and what its static members need after it. */
export function defineClass(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  name: string,
): py.Statement[] {
  const early = [...earlyReads(ctx.checker, node), ...ownEarlyReads(ctx.checker, node)];
  for (const { read, method } of early) {
    ctx.report(read, fieldReadEarly(read.name.text, method));
  }
  const decorators = lowerDecorators(ctx, node, name);
  const bases = baseClasses(ctx, node);
  const members = lowerClassMembers(ctx, node, name, decorators.initializers);
  const description = describeClass(ctx, node, bases, name);
  const definition = py.classDef(name, bases, [...description, ...members]);
  definition.origin = originOf(ctx, node);
  return [definition, ...decorators.statements, ...lowerStaticParts(ctx, node, name)];
}

function baseClasses(ctx: Lowering, node: ts.ClassLikeDeclaration): readonly py.Expression[] {
  const base = baseExpression(node);
  if (!base) return [];
  const lowered = lowerClassReference(ctx, base);
  if (lowered.kind === "tuple") return [lowered.elements[0]!];
  return [
    lowered.kind === "name" || lowered.kind === "attribute" ? lowered : ctx.stash(lowered, "Base"),
  ];
}

/** What a class extends. */
export function baseExpression(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
    ?.types[0]?.expression;
}

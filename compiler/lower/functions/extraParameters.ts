import { ts } from "ts-morph";
import { wordsInside } from "../../facts/syntax.ts";
import type { Lowering } from "../lowering.ts";
import type { FunctionNode } from "./functionLike.ts";

/**
 * A function that is given more arguments than it takes gets parameters for the rest, named as in
 * the interface that a method implements:
 *
 *     def colorOf(self, pixel, pixels, frame):
 *     lambda _: event.set()
 */
export function extraParameters(ctx: Lowering, node: FunctionNode): readonly string[] {
  const missing = ctx.facts.calls.extraArguments(node);
  if (missing === 0) return [];
  const names = implementedNames(ctx, node);
  const words = wordsInside(node);
  return Array.from({ length: missing }, (_, index) => {
    const name = names[node.parameters.length + index] ?? "_".repeat(index + 1);
    return ctx.freshParameter(name, words);
  });
}

/** The parameters of the method of an interface or a base class that this one stands for. */
function implementedNames(ctx: Lowering, node: FunctionNode): readonly string[] {
  if (!ts.isMethodDeclaration(node) || !ts.isClassLike(node.parent)) return [];
  const { name } = node;
  if (!ts.isIdentifier(name)) return [];
  const named = (node.parent.heritageClauses ?? [])
    .flatMap((clause) => clause.types)
    .map((type) => ctx.checker.getTypeAtLocation(type).getProperty(name.text))
    .flatMap((property) => property?.declarations ?? [])
    .find(isSignature);
  return (named?.parameters ?? []).map((p) => (ts.isIdentifier(p.name) ? p.name.text : "_"));
}

function isSignature(node: ts.Declaration): node is ts.MethodDeclaration | ts.MethodSignature {
  return ts.isMethodDeclaration(node) || ts.isMethodSignature(node);
}

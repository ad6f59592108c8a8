import { ts } from "ts-morph";
import type { Binding } from "../../facts/bindings.ts";
import type { ScopeNode } from "../../facts/scopes.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * A `var` exists from the start of its function on. One that may be read before its declaration has
 * run starts as None:
 *
 *     x = None
 */
export function earlyVariables(ctx: Lowering, scope: ScopeNode): py.Statement[] {
  return ctx.facts.bindings
    .declaredIn(scope)
    .filter((binding) => isVar(binding) && mayBeReadEarly(binding))
    .map((binding) => py.assign(py.name(ctx.nameOf(binding)), py.noneValue()));
}

export function isVar({ declaration }: Binding): boolean {
  const list = declaration.parent;
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isVariableDeclarationList(list) &&
    (list.flags & ts.NodeFlags.BlockScoped) === 0
  );
}

/** Is it mentioned before its declaration, in a loop around it, or outside the block that declares it? */
export function mayBeReadEarly({ declaration, references, scope }: Binding): boolean {
  let block: ts.Node = declaration;
  while (block.parent && block.parent !== scope && !ts.isBlock(block)) block = block.parent;
  const isNested = ts.isBlock(block) && block.parent !== scope;
  return references.some(
    (reference) =>
      reference.pos < declaration.pos ||
      isInsideLoop(declaration) ||
      (isNested && (reference.pos < block.pos || reference.end > block.end)),
  );
}

export function isInsideLoop(node: ts.Node): boolean {
  for (let current = node.parent; !ts.isFunctionLike(current); current = current.parent) {
    if (ts.isSourceFile(current)) return false;
    if (ts.isIterationStatement(current, false)) return true;
  }
  return false;
}

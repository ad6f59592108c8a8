import { ts } from "ts-morph";
import { isUsedAsStatement, outerParent } from "../../../facts/syntax.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { bindVariable } from "../../statements/bindVariable.ts";

/**
 * The variable that a loop builds its result in: the one that the result is declared as, where the
 * call is all of its initialiser, otherwise a new one.
 *
 *     const big = xs.filter(...)       big = []
 *                                      for x in xs: ...
 */
export function resultVariable(ctx: Lowering, node: ts.Expression, hint: string): py.Name {
  return declaredVariable(ctx, node) ?? py.name(ctx.fresh(hint));
}

/** The variable that an expression is the whole initialiser of. */
export function declaredVariable(ctx: Lowering, node: ts.Expression): py.Name | undefined {
  const parent = outerParent(node);
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return undefined;
  if (!ts.isVariableDeclarationList(parent.parent)) return undefined;
  if ((parent.parent.flags & ts.NodeFlags.BlockScoped) === 0) return undefined;
  const { target } = bindVariable(ctx, parent.name);
  return target.kind === "name" ? target : undefined;
}

/**
 * Where the result of a search goes. `return xs.find(...)` returns from inside the loop; any other use
 * has a variable:
 *
 *     found = None
 *     for x in xs:
 *         if x > 3:
 *             found = x
 *             break
 */
export interface SearchResult {
  /** Before the loop. */
  readonly before: readonly py.Statement[];
  /** When something is found. */
  found(value: py.Expression, leave: () => readonly py.Statement[]): readonly py.Statement[];
  /** After the loop. */
  readonly value: py.Expression;
}

export function searchResult(
  ctx: Lowering,
  node: ts.CallExpression,
  hint: string,
  otherwise: py.Expression,
): SearchResult {
  if (isReturned(ctx, node)) {
    return { before: [], found: (value) => [py.returnValue(value)], value: otherwise };
  }
  if (isUsedAsStatement(node)) {
    return { before: [], found: (_, leave) => leave(), value: py.noneValue() };
  }
  const name = resultVariable(ctx, node, hint);
  return {
    before: [py.assign(name, otherwise)],
    found: (value, leave) => [py.assign(name, value), ...leave()],
    value: name,
  };
}

/** Is an expression all that its function returns there? */
function isReturned(ctx: Lowering, node: ts.Expression): boolean {
  const parent = outerParent(node);
  const isBody = ts.isArrowFunction(parent) && !ctx.facts.inlined.has(parent);
  if (!ts.isReturnStatement(parent) && !isBody) return false;
  let owner: ts.Node = parent;
  while (!ts.isFunctionLike(owner)) owner = owner.parent;
  return !ctx.facts.inlined.has(owner) && !isGenerator(owner);
}

/** A generator's `return` may be more than Python's. */
function isGenerator(node: ts.SignatureDeclaration): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}

/** `if test: ...`; no test where it is known. */
export function whenTrue(
  test: py.Expression,
  body: readonly py.Statement[],
): readonly py.Statement[] {
  if (test.kind === "literal" && test.type === "bool") return test.value ? body : [];
  return [py.ifThen(test, body)];
}

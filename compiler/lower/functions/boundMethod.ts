import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * `() => this.run()`, given to a function of MicroPython, is the bound method itself:
 *
 *     start_new_thread(self.run, ())
 *
 * Only there: bound methods of one object are equal, and the program could compare its own.
 */
export function boundMethod(
  ctx: Lowering,
  node: ts.ArrowFunction | ts.FunctionExpression,
  parameters: readonly py.Parameter[],
  body: py.Expression,
): py.Expression | undefined {
  if (body.kind !== "call" || body.callee.kind !== "attribute") return undefined;
  if (!handsOn(parameters, body)) return undefined;
  if (!ts.isArrowFunction(node) || !isTakenByStub(ctx, node)) return undefined;
  const call = skipWrappers(node.body as ts.Expression);
  if (!ts.isCallExpression(call)) return undefined;
  const callee = skipWrappers(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const isSettled = isSameLater(ctx, callee.expression, node);
  return isSettled && ctx.facts.order.isFixedMethod(callee) ? body.callee : undefined;
}

/** Are the arguments just the parameters, in their order? */
function handsOn(parameters: readonly py.Parameter[], call: py.Call): boolean {
  return (
    call.keywords.length === 0 &&
    call.args.length === parameters.length &&
    call.args.every((argument, index) => {
      const { name, default: value, star, doubleStar } = parameters[index]!;
      const isPlain = value === undefined && !star && !doubleStar;
      return isPlain && argument.kind === "name" && argument.id === name;
    })
  );
}

/** Is the object of a method known already where the function is made: `this`, a parameter, a `const` above? */
function isSameLater(ctx: Lowering, object: ts.Expression, node: ts.ArrowFunction): boolean {
  if (object.kind === ts.SyntaxKind.ThisKeyword) return true;
  const binding = ts.isIdentifier(object) ? ctx.facts.bindings.at(object) : undefined;
  if (!binding || binding.writes.length > 0) return false;
  const { declaration } = binding;
  if (ts.isParameter(declaration)) return true;
  return declaration.end < node.pos && binding.scope === ctx.facts.bindings.scopeOf(node);
}

/** Is it an argument, or a keyword, of something that a stub declares? */
function isTakenByStub(ctx: Lowering, node: ts.ArrowFunction): boolean {
  let given: ts.Node = node;
  if (ts.isPropertyAssignment(given.parent)) given = given.parent.parent;
  const call = given.parent;
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return false;
  const declaration = ctx.checker.getResolvedSignature(call)?.declaration;
  const file = declaration?.getSourceFile();
  return file?.isDeclarationFile === true && !file.fileName.endsWith("/lib.tsmp.d.ts");
}

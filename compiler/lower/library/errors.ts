import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { libraryClass } from "./libraryClasses.ts";
import type { LibraryConstructorTable, LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

const errorNames = [
  "Error",
  "TypeError",
  "RangeError",
  "SyntaxError",
  "ReferenceError",
  "EvalError",
  "URIError",
];

/** `new Error("text")` is Python's `Exception("text")`; one with a cause needs a class that can hold it. */
export const errorConstructors: LibraryConstructorTable = Object.fromEntries(
  errorNames.map((name) => [
    name,
    (ctx: Lowering, node: ts.NewExpression) => constructError(ctx, name, node.arguments ?? []),
  ]),
);

/** `Error("text")` without `new` is the same. */
export const errorFunctions: LibraryTable = Object.fromEntries(
  errorNames.map((name) => [name, (ctx, { args }) => constructError(ctx, name, args)]),
);

function constructError(
  ctx: Lowering,
  name: string,
  nodes: readonly ts.Expression[],
): py.Expression {
  const type = libraryClass(ctx, name)!;
  const args = lowerPositional(ctx, nodes.slice(0, 1));
  const cause = nodes[1] && causeOf(ctx, nodes[1]);
  if (cause) return ctx.callHelper("with_cause", type, args[0]!, cause);
  return ctx.facts.addsToErrors
    ? py.call(ctx.callHelper("open_error", type), args)
    : py.call(type, args);
}

/** The value of `{ cause: value }`. */
export function causeOf(ctx: Lowering, options: ts.Expression): py.Expression | undefined {
  const literal = skipWrappers(options);
  if (!ts.isObjectLiteralExpression(literal)) {
    return py.attribute(lowerExpression(ctx, options), "cause");
  }
  for (const property of literal.properties) {
    if (property.name?.getText() !== "cause") continue;
    if (ts.isPropertyAssignment(property)) return lowerExpression(ctx, property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return lowerExpression(ctx, property.name);
  }
  return undefined;
}

export const errorValues: LibraryValueTable = {
  "Error.message": (ctx, _node, receiver) =>
    ctx.facts.setsErrorMessage
      ? ctx.callHelper("error_message", lowerChainLink(ctx, receiver!))
      : py.callBuiltin("str", [lowerChainLink(ctx, receiver!)]),
  "Error.name": (ctx, _node, receiver) =>
    ctx.callHelper("error_name", lowerChainLink(ctx, receiver!)),
  "Error.cause": (ctx, _node, receiver) =>
    py.callBuiltin("getattr", [lowerChainLink(ctx, receiver!), py.str("cause"), py.noneValue()]),
  "Error.stack": (ctx, _node, receiver) =>
    ctx.callHelper("error_text", lowerChainLink(ctx, receiver!)),
  "AggregateError.errors": (ctx, _node, receiver) =>
    py.attribute(lowerChainLink(ctx, receiver!), "errors"),
};

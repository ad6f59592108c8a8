import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { libraryClass } from "./libraryClasses.ts";
import type { LibraryConstructorTable, LibraryValueTable } from "./libraryTypes.ts";

const errorNames = [
  "Error",
  "TypeError",
  "RangeError",
  "SyntaxError",
  "ReferenceError",
  "EvalError",
  "URIError",
];

/** `new Error("text")` is Python's `Exception("text")`. */
export const errorConstructors: LibraryConstructorTable = Object.fromEntries(
  errorNames.map((name) => [
    name,
    (ctx: Lowering, node: ts.NewExpression) =>
      py.call(libraryClass(ctx, name)!, lowerPositional(ctx, node.arguments ?? [])),
  ]),
);

export const errorValues: LibraryValueTable = {
  "Error.message": (ctx, _node, receiver) =>
    py.callBuiltin("str", [lowerChainLink(ctx, receiver!)]),
  "Error.name": (ctx, _node, receiver) =>
    ctx.callHelper("error_name", lowerChainLink(ctx, receiver!)),
};

import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { lowerPositional } from "../../functions/arguments.ts";
import type { Lowering } from "../../lowering.ts";

/** What a match is replaced by: a text, or a function that takes as much as it has parameters. */
export function lowerReplacer(ctx: Lowering, node: ts.Expression): py.Expression {
  const value = lowerPositional(ctx, [node])[0]!;
  const type = ctx.facts.types.present(ctx.typeOf(node));
  const signature = type.getCallSignatures()[0];
  return signature ? takingMore(ctx, value, signature) : value;
}

/** The function, made to take the groups, the place and the whole text, which it may not ask for. */
function takingMore(ctx: Lowering, fn: py.Expression, signature: ts.Signature): py.Expression {
  const declared = signature.parameters;
  const last = declared.at(-1)?.valueDeclaration;
  if (last && ts.isParameter(last) && last.dotDotDotToken) return fn;
  if (fn.kind === "lambda" && !fn.parameters.some((p) => p.star || p.default)) {
    const name = fn.parameters.some((p) => p.name === "_") ? "_more" : "_";
    return { ...fn, parameters: [...fn.parameters, { name, star: true }] };
  }
  const given = py.slice(py.name("values"), undefined, py.int(declared.length));
  return py.lambda(
    [{ name: "values", star: true }],
    py.call(ctx.stash(fn, "replacer"), [py.starred(given)]),
  );
}

import { ts } from "ts-morph";
import { anyNumber } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { libraryMethods } from "./libraryTables.ts";

/**
 * A built-in function that is handed to a function of the program: what a call of it becomes, as a lambda
 * with as many parameters as it is called with there.
 *
 *     apply(String, 1)        apply(lambda value: str(value), 1)
 */
export function lowerLibraryFunction(
  ctx: Lowering,
  node: ts.Expression,
  key: string,
): py.Expression | undefined {
  const lower = libraryMethods[key];
  const call = ts.findAncestor(node, isCall);
  const own = ctx.typeOf(node).getCallSignatures()[0];
  if (!lower || !call || !own || !isFree(node)) return undefined;
  const wanted = wantedSignature(ctx, node);
  const isVariadic = hasRest(own);
  if (isVariadic && !(wanted && /^Math\.(max|min)$/.test(key))) return undefined;
  // A class of errors may be there to be asked for: `expect(f).toThrow(RangeError)`.
  if (/Error$/.test(key) && !wanted) return undefined;
  const required =
    own.parameters.filter((p) => !isOptional(p)).length || Math.min(1, own.parameters.length);
  const most = isVariadic ? Number.POSITIVE_INFINITY : own.parameters.length;
  const count = wanted ? Math.min(most, wanted.parameters.length) : required;
  const names = Array.from({ length: count }, () => ctx.fresh("value"));
  const args = names.map((name, index) => {
    const parameter = (wanted ?? own).parameters[index]!;
    return ctx.standIn(py.name(name), parameterType(ctx, parameter, node), node, anyNumber);
  });
  const body = ctx.capture(() => lower(ctx, { node: call, receiver: undefined, args }));
  for (const name of names) ctx.release(py.name(name));
  if (body.prerequisites.length > 0) return undefined;
  const rest: readonly py.Parameter[] = wanted ? [] : [{ name: "_", star: true }];
  return py.lambda([...names.map((name) => py.parameter(name)), ...rest], body.value);
}

/** What a lowering asks of the call around is where it is and what is known of its value. */
function isCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isVariableDeclaration(node);
}

/** Does it need no object: `String`, `Math.floor`, `Number.isInteger`? */
function isFree(node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (ts.isIdentifier(bare)) return true;
  return (
    ts.isPropertyAccessExpression(bare) &&
    ts.isIdentifier(bare.expression) &&
    /^(Math|Number|String|Object|Array|JSON|Date|Symbol)$/.test(bare.expression.text)
  );
}

/** The signature that a place asks for, where it says how many arguments there are. */
function wantedSignature(ctx: Lowering, node: ts.Expression): ts.Signature | undefined {
  const wanted = ctx.checker.getContextualType(node);
  const signature = wanted && ctx.facts.types.present(wanted).getCallSignatures()[0];
  return signature && !hasRest(signature) ? signature : undefined;
}

function hasRest({ parameters }: ts.Signature): boolean {
  return parameters.some((symbol) => {
    const declaration = symbol.valueDeclaration;
    return declaration && ts.isParameter(declaration) && declaration.dotDotDotToken;
  });
}

function isOptional({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined &&
    ts.isParameter(valueDeclaration) &&
    (valueDeclaration.questionToken !== undefined || valueDeclaration.initializer !== undefined)
  );
}

function parameterType(ctx: Lowering, parameter: ts.Symbol, node: ts.Node): ts.Type {
  return ctx.checker.getTypeOfSymbolAtLocation(parameter, node);
}

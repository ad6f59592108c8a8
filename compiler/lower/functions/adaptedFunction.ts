import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * A function value that is given to somebody who calls it with more arguments than its type takes.
 * A function of the program that is named there has parameters for them; of what came from elsewhere
 * only the type is known:
 *
 *     wide(lambda _, *, callback=narrow: callback())
 */
export function asWiderFunction(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
): py.Expression {
  const contextual = ctx.checker.getContextualType(node);
  const present = contextual && ctx.checker.getNonNullableType(contextual);
  const wanted = present && !present.isUnion() ? present.getCallSignatures() : [];
  if (wanted.some((w) => isFromLibrary(w) || w.parameters.some(isRest))) return value;
  const counts = wanted.map((w) => w.parameters.length);
  if (counts.length === 0) return value;
  return withArguments(ctx, node, value, Math.max(...counts), Math.min(...counts));
}

/** A function that is given `count` arguments, or some of them, where its type takes fewer. */
export function withArguments(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
  count: number,
  fewest = count,
): py.Expression {
  const isPresent = ts.isNonNullExpression(node.parent);
  const type = ctx.typeOf(node);
  const own = onlySignature(isPresent ? ctx.checker.getNonNullableType(type) : type);
  if (!own || !isUnknownFunction(own, node)) return value;
  const taken = own.parameters.length;
  if (taken >= count || own.parameters.some(isRest)) return value;
  const names = Array.from({ length: count + 1 }, (_, i) =>
    ctx.fresh(i === count ? "callback" : i < taken ? "a" : "_"),
  );
  for (const name of names) ctx.release(py.name(name));
  const callback = names.pop()!;
  return py.lambda(
    [
      ...names.map((name, i) => py.parameter(name, i < fewest ? undefined : py.noneValue())),
      { name: "", star: true },
      py.parameter(callback, value),
    ],
    py.call(
      py.name(callback),
      names.slice(0, taken).map((name) => py.name(name)),
    ),
  );
}

/** Is a function known by its type only, or the result of a call? */
function isUnknownFunction(signature: ts.Signature, node: ts.Expression): boolean {
  const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return false;
  return ts.isFunctionTypeNode(declaration) || ts.isCallExpression(node);
}

function onlySignature(type: ts.Type): ts.Signature | undefined {
  const signatures = type.isUnion() ? [] : type.getCallSignatures();
  return signatures.length === 1 ? signatures[0] : undefined;
}

function isFromLibrary(signature: ts.Signature): boolean {
  const declaration = signature.getDeclaration() as ts.Declaration | undefined;
  return declaration?.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts") ?? true;
}

function isRest(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && !!declaration.dotDotDotToken;
}

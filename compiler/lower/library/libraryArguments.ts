import { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Conversion } from "../conversions.ts";
import type { Lowering } from "../lowering.ts";
import type { LibraryLowering } from "./libraryTypes.ts";

/** Methods to which `f(x, undefined)` is not `f(x)`. */
const countArguments: ReadonlySet<string> = new Set([
  "Array.lastIndexOf",
  "Array.reduce",
  "Array.reduceRight",
  "Array.splice",
  "Array.toSpliced",
  "ReadonlyArray.lastIndexOf",
  "ReadonlyArray.reduce",
  "ReadonlyArray.reduceRight",
  "ReadonlyArray.toSpliced",
  "Number",
  "String",
  "str",
]);

/** A call of a built-in method, its arguments converted where JavaScript converts them. */
export function callLibrary(
  ctx: Lowering,
  node: ts.CallExpression,
  key: string,
  lower: LibraryLowering,
  receiver?: ts.Expression,
): py.Expression {
  const call = { node, receiver, args: libraryArguments(ctx, node, key) };
  const conversions = convertedArguments(ctx, node);
  return conversions.size === 0
    ? lower(ctx, call)
    : ctx.conversions.during(conversions, () => lower(ctx, call));
}

/**
 * The arguments of a call of a built-in method, without those that say `undefined` where leaving
 * them out says the same: `text.slice(1, undefined)` is `text[1:]`.
 */
function libraryArguments(
  ctx: Lowering,
  node: ts.CallExpression,
  key: string,
): readonly ts.Expression[] {
  if (countArguments.has(key)) return node.arguments;
  const parameters = ctx.checker.getResolvedSignature(node)?.getDeclaration()?.parameters;
  if (!parameters) return node.arguments;
  let { length } = node.arguments;
  while (
    length > 0 &&
    isOptional(parameters[length - 1]) &&
    saysNothing(node.arguments[length - 1]!)
  ) {
    length -= 1;
  }
  return node.arguments.slice(0, length);
}

function isOptional(parameter: ts.ParameterDeclaration | undefined): boolean {
  return parameter?.questionToken !== undefined;
}

function saysNothing(argument: ts.Expression): boolean {
  return ts.isIdentifier(argument) && argument.text === "undefined";
}

/**
 * Arguments whose type does not say that they are what the method takes, and what they become:
 * `Math.floor(json.width)` is `floor(to_number(json.width))`.
 */
function convertedArguments(
  ctx: Lowering,
  node: ts.CallExpression,
): ReadonlyMap<ts.Node, Conversion> {
  const found = new Map<ts.Node, Conversion>();
  const parameters = ctx.checker.getResolvedSignature(node)?.getDeclaration()?.parameters ?? [];
  for (const [index, argument] of node.arguments.entries()) {
    if (ts.isSpreadElement(argument)) break;
    const conversion = conversionOf(parameters[Math.min(index, parameters.length - 1)], index);
    if (conversion && !isAlready(ctx, argument, conversion)) found.set(argument, conversion);
  }
  return found;
}

function conversionOf(
  parameter: ts.ParameterDeclaration | undefined,
  index: number,
): Conversion | undefined {
  if (!parameter?.type || parameter.questionToken) return undefined;
  const isRest = parameter.dotDotDotToken !== undefined;
  if (!isRest && (parameter.parent as ts.SignatureDeclaration).parameters[index] !== parameter) {
    return undefined;
  }
  const type =
    isRest && ts.isArrayTypeNode(parameter.type) ? parameter.type.elementType : parameter.type;
  if (type.kind === ts.SyntaxKind.NumberKeyword) return "number";
  return type.kind === ts.SyntaxKind.StringKeyword ? "text" : undefined;
}

function isAlready(ctx: Lowering, argument: ts.Expression, conversion: Conversion): boolean {
  const kind = conversion === "number" ? "number" : "string";
  return ctx.facts.types.isOnly(ctx.typeOf(argument), kind);
}

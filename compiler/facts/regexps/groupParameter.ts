import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";
import { constantRegExp } from "./constantRegExp.ts";
import { parseRegExp } from "./parsePattern.ts";

/** A parameter of a function literal that a pattern's matches are replaced by. */
interface ReplacerParameter {
  readonly index: number;
  readonly pattern: ts.Expression;
}

function replacerParameter(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
): ReplacerParameter | undefined {
  const owner = parameter.parent;
  if (!ts.isArrowFunction(owner) && !ts.isFunctionExpression(owner)) return undefined;
  const call = owner.parent;
  if (!ts.isCallExpression(call) || call.arguments[1] !== owner) return undefined;
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { name, expression } = call.expression;
  if (name.text !== "replace" && name.text !== "replaceAll") return undefined;
  const pattern = call.arguments[0]!;
  const isText = (node: ts.Expression) =>
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
  if (!isText(expression) || isText(pattern)) return undefined;
  return { index: owner.parameters.indexOf(parameter), pattern };
}

/** A replacer's parameter for a group of the pattern: the group may have taken no part in the match. */
export function isGroupParameter(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
): boolean {
  const { flags } = checker.getTypeAtLocation(parameter);
  if ((flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any)) === 0) return false;
  return (replacerParameter(checker, parameter)?.index ?? 0) > 0;
}

/**
 * TypeScript holds what a replacer is given after the match for `any`. Where the pattern is known, so is
 * what each parameter is: the groups, the place, the whole text.
 */
export function typeOfGroupParameter(
  checker: ts.TypeChecker,
  node: ts.Identifier,
): ts.Type | undefined {
  const parameter = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!parameter || !ts.isParameter(parameter) || parameter.dotDotDotToken) return undefined;
  const given = parameter.type ? undefined : replacerParameter(checker, parameter);
  const text = given && constantRegExp(checker, skipWrappers(given.pattern));
  if (!given || !text) return undefined;
  const groups = groupCount(text.source, text.flags);
  if (groups === undefined || given.index > groups + 2) return undefined;
  return given.index === groups + 1 ? checker.getNumberType() : checker.getStringType();
}

function groupCount(source: string, flags: string): number | undefined {
  try {
    return parseRegExp(source, flags).groupCount;
  } catch {
    return undefined;
  }
}

import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { partsOf, placeOf } from "../expressions/place.ts";
import type { Lowering } from "../lowering.ts";
import { elementRead, isUnpackable, restOfArray, type SourceValue } from "./arraySource.ts";
import { asIndexable, wantedCount } from "./bindPattern.ts";
import { refuseNullForDefault } from "./nullForDefault.ts";
import { propertyRead, restOfObject } from "./objectSource.ts";

type Pattern = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

/**
 * `[a, b] = [b, a]`; two literals of equal length become one Python assignment:
 *
 *     a, b = b, a
 */
export function assignPattern(
  ctx: Lowering,
  pattern: Pattern,
  right: ts.Expression,
  lowered?: py.Expression,
  type = ctx.typeOf(right),
): py.Statement[] {
  if (lowered === undefined) {
    const swap = assignLiteral(ctx, pattern, right);
    if (swap) return swap;
  }
  const captured = ctx.capture(() => {
    const value = lowered ?? lowerExpression(ctx, right);
    ctx.prerequisite(...assignTo(ctx, pattern, { value, type }));
  });
  return [...captured.prerequisites];
}

/** `[x, y] = [y, x]`, with as many plain targets as values. */
function assignLiteral(
  ctx: Lowering,
  pattern: Pattern,
  right: ts.Expression,
): py.Statement[] | undefined {
  const literal = skipWrappers(right);
  if (!ts.isArrayLiteralExpression(pattern) || !ts.isArrayLiteralExpression(literal))
    return undefined;
  const { elements } = literal;
  if (pattern.elements.length !== elements.length || elements.length === 0) return undefined;
  if (!pattern.elements.every(isPlainTarget)) return undefined;
  if (elements.some((e) => ts.isSpreadElement(e) || ts.isOmittedExpression(e))) return undefined;
  const result = ctx.capture(() => {
    const places = pattern.elements.map((element) => placeOf(ctx, element));
    const values = lowerOrdered(ctx, elements);
    const targets = places.map((place) => place.target);
    if (targets.every((target) => target !== undefined)) {
      ctx.prerequisite(py.assign(py.tuple(targets), py.tuple(values)));
      return;
    }
    const stashed = values.map((value) => {
      const name = py.name(ctx.fresh("value"));
      ctx.prerequisite(py.assign(name, value));
      return name;
    });
    places.forEach((place, index) => {
      ctx.prerequisite(...place.write(stashed[index]!));
    });
  });
  return [...result.prerequisites];
}

function isPlainTarget(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node)
  );
}

function assignTo(ctx: Lowering, pattern: Pattern, source: SourceValue): py.Statement[] {
  return ts.isArrayLiteralExpression(pattern)
    ? assignArray(ctx, pattern, source)
    : assignObject(ctx, pattern, source);
}

function assignArray(
  ctx: Lowering,
  pattern: ts.ArrayLiteralExpression,
  source: SourceValue,
): py.Statement[] {
  if (
    pattern.elements.every((element) => ts.isIdentifier(element)) &&
    isUnpackable(ctx, source, pattern.elements.length)
  ) {
    const targets = pattern.elements.map((element) => placeOf(ctx, element).target!);
    return [py.assign(py.tuple(targets), source.value)];
  }
  const { statements, list } = asIndexable(ctx, source, wantedCount(pattern.elements));
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    if (ts.isSpreadElement(element)) {
      statements.push(...assignElement(ctx, element.expression, restOfArray(list, index)));
    } else statements.push(...assignElement(ctx, element, elementRead(ctx, list, index)));
  });
  return statements;
}

function assignObject(
  ctx: Lowering,
  pattern: ts.ObjectLiteralExpression,
  source: SourceValue,
): py.Statement[] {
  const statements: py.Statement[] = [];
  let { value } = source;
  if (value.kind !== "name") {
    const name = py.name(ctx.fresh("value"));
    statements.push(py.assign(name, value));
    value = name;
  }
  const settled = { ...source, value };
  const taken: ts.PropertyName[] = [];
  for (const property of pattern.properties) {
    if (ts.isSpreadAssignment(property)) {
      const rest = {
        value: restOfObject(ctx, settled, taken),
        type: ctx.typeOf(property.expression),
      };
      statements.push(...assignElement(ctx, property.expression, rest));
    } else if (ts.isShorthandPropertyAssignment(property)) {
      taken.push(property.name);
      const read = readOf(property.name);
      statements.push(
        ...withDefault(ctx, property.name, property.objectAssignmentInitializer, read),
      );
    } else if (ts.isPropertyAssignment(property)) {
      taken.push(property.name);
      statements.push(...assignElement(ctx, property.initializer, readOf(property.name)));
    }
  }
  return statements;

  function readOf(name: ts.PropertyName): SourceValue {
    const text = ts.isComputedPropertyName(name) ? undefined : name.text;
    const symbol = text === undefined ? undefined : source.type.getProperty(text);
    const type = symbol ? ctx.checker.getTypeOfSymbol(symbol) : source.type;
    return { value: propertyRead(ctx, settled, name), type };
  }
}

/** One target, which may be a pattern itself or carry a default: `[x = 1] = ...`. */
function assignElement(ctx: Lowering, target: ts.Expression, source: SourceValue): py.Statement[] {
  if (ts.isBinaryExpression(target) && target.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return withDefault(ctx, target.left, target.right, source);
  }
  const bare = skipWrappers(target);
  if (ts.isArrayLiteralExpression(bare) || ts.isObjectLiteralExpression(bare)) {
    return assignTo(ctx, bare, source);
  }
  const place = ctx.capture(() => {
    const target = placeOf(ctx, bare);
    // The object of a target is evaluated before the value is taken from the source.
    if (partsOf(bare).some(containsCall)) target.settle();
    return target;
  });
  return [...place.prerequisites, ...place.value.write(source.value)];
}

function containsCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || (ts.forEachChild(node, containsCall) ?? false);
}

function withDefault(
  ctx: Lowering,
  target: ts.Expression,
  fallback: ts.Expression | undefined,
  source: SourceValue,
): py.Statement[] {
  if (!fallback) return assignElement(ctx, target, source);
  refuseNullForDefault(ctx, target, source.type, fallback);
  const name = py.name(ctx.fresh("value"));
  const value = ctx.capture(() => lowerExpression(ctx, fallback));
  return [
    py.assign(name, source.value),
    py.ifThen(py.isNone(name), [...value.prerequisites, py.assign(name, value.value)]),
    ...assignElement(ctx, target, { ...source, value: name }),
  ];
}

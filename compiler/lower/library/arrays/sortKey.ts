import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { elementRead, type SourceValue } from "../../destructuring/arraySource.ts";
import { propertyRead } from "../../destructuring/objectSource.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import type { Lowering } from "../../lowering.ts";
import type { Comparator, SortKey } from "./sortKeys.ts";

/**
 * The keys as a function of one element, numbers negated where they go down:
 *
 *     ([a, x], [b, y]) => y - x || (a < b ? -1 : 1)        lambda item: (-item[1], item[0])
 */
export function lowerSortKey(
  ctx: Lowering,
  comparator: Comparator,
  keys: readonly SortKey[],
  negates: boolean,
): py.Lambda | undefined {
  const parameter = comparator.parameters[0]!;
  const { value } = ctx.inScope(comparator, { self: ctx.scope.self }, () => {
    const id = parameterName(ctx, parameter.name);
    const source = { value: py.name(id), type: ctx.typeOf(parameter) };
    const lowered = ctx.capture(() =>
      ctx.substituting(partsOf(ctx, parameter.name, source), () =>
        keys.map((key) => lowerKey(ctx, key, negates)),
      ),
    );
    return { id, ...lowered };
  });
  if (value.prerequisites.length > 0) return undefined;
  const [first, ...more] = value.value;
  return py.lambda([py.parameter(value.id)], more.length === 0 ? first! : py.tuple(value.value));
}

function lowerKey(ctx: Lowering, { key, descending }: SortKey, negates: boolean): py.Expression {
  const value = lowerExpression(ctx, key);
  return descending && negates ? py.unary("-", value) : value;
}

function parameterName(ctx: Lowering, name: ts.BindingName): string {
  if (!ts.isIdentifier(name)) return ctx.fresh("item");
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding ? ctx.nameOf(binding) : name.text;
}

/** What the names in a pattern stand for: reads of the element. */
function partsOf(
  ctx: Lowering,
  name: ts.BindingName,
  source: SourceValue,
): ReadonlyMap<ts.Symbol, py.Expression> {
  const parts = new Map<ts.Symbol, py.Expression>();
  const collect = (pattern: ts.BindingPattern, whole: SourceValue): void => {
    pattern.elements.forEach((element, index) => {
      if (ts.isOmittedExpression(element)) return;
      const part = partOf(ctx, pattern, element, index, whole);
      if (!ts.isIdentifier(element.name)) {
        collect(element.name, part);
        return;
      }
      const symbol = ctx.checker.getSymbolAtLocation(element.name);
      if (symbol) parts.set(symbol, part.value);
    });
  };
  if (!ts.isIdentifier(name)) collect(name, source);
  return parts;
}

function partOf(
  ctx: Lowering,
  pattern: ts.BindingPattern,
  element: ts.BindingElement,
  index: number,
  whole: SourceValue,
): SourceValue {
  if (ts.isArrayBindingPattern(pattern)) return elementRead(ctx, whole, index);
  const key = element.propertyName ?? (element.name as ts.Identifier);
  return { value: propertyRead(ctx, whole, key), type: ctx.typeOf(element) };
}

import { ts } from "ts-morph";
import { isCalculatedWith, isUsedForCertain } from "../../facts/certainUses.ts";
import { takenName } from "../../facts/returnedTuples.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { bindVariable } from "../statements/bindVariable.ts";
import { unusedName } from "../values/unusedName.ts";
import {
  type ElementValue,
  elementRead,
  fixedLength,
  isTypedArray,
  restOfArray,
  type SourceValue,
} from "./arraySource.ts";
import { refuseNullForDefault } from "./nullForDefault.ts";
import { propertyRead, restOfObject } from "./objectSource.ts";

/**
 * `const { a, b: [c] } = value` as a row of assignments. Tuples of known length are unpacked:
 *
 *     a, b = value
 */
export function bindPattern(
  ctx: Lowering,
  pattern: ts.BindingPattern,
  value: py.Expression,
  type: ts.Type,
  minLength = 0,
): py.Statement[] {
  const source: SourceValue = { value, type, minLength };
  return ts.isObjectBindingPattern(pattern)
    ? bindObject(ctx, pattern, source)
    : bindArray(ctx, pattern, source);
}

function bindArray(
  ctx: Lowering,
  pattern: ts.ArrayBindingPattern,
  source: SourceValue,
): py.Statement[] {
  const plain = pattern.elements.filter(ts.isBindingElement);
  const length = fixedLength(ctx, source.type) ?? 0;
  // Where most elements have a name, the others get one too: `a, b, _ = values`.
  if (plain.every(isPlainName) && length >= pattern.elements.length && plain.length * 2 > length) {
    return bindUnpacked(ctx, pattern, length, source.value);
  }
  const count = pattern.elements.length;
  if (plain.length === count && plain.every(isPlainName) && isRegisters(ctx, plain, source.type)) {
    return bindUnpacked(ctx, pattern, count, py.slice(source.value, undefined, py.int(count)));
  }
  const { statements, list } = isReadOnce(ctx, plain, source)
    ? { statements: [], list: source }
    : asIndexable(ctx, source, wantedCount(pattern.elements));
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const needed = isNeeded(ctx, element) ? { ...list, minLength: index + 1 } : list;
    const value = element.dotDotDotToken
      ? restOfArray(list, index)
      : elementRead(ctx, needed, index);
    statements.push(...bindElement(ctx, element, value));
  });
  return statements;
}

/** Is an element used at once, so that reading none may raise? */
function isNeeded(ctx: Lowering, { name }: ts.BindingElement): boolean {
  const binding = ts.isIdentifier(name) ? ctx.facts.bindings.at(name) : undefined;
  return binding !== undefined && isUsedForCertain(ctx.checker, binding);
}

/**
 * `let [a, b, c, d] = state;` of a typed array, for variables that are only calculated with: nobody asks
 * whether they are there.
 *
 *     a, b, c, d = state[:4]
 */
function isRegisters(ctx: Lowering, names: readonly ts.BindingElement[], type: ts.Type): boolean {
  if (names.length === 0 || !isTypedArray(ctx, type)) return false;
  return names.every(({ name }) => {
    const binding = ts.isIdentifier(name) ? ctx.facts.bindings.at(name) : undefined;
    return binding?.references.every(isCalculatedWith);
  });
}

/** Is one element all that is taken, and is it there? Then the list needs no name: `values()[0]`. */
function isReadOnce(
  ctx: Lowering,
  [element, ...others]: readonly ts.BindingElement[],
  source: SourceValue,
): boolean {
  if (!element || others.length > 0 || element.dotDotDotToken) return false;
  const index = (element.parent as ts.ArrayBindingPattern).elements.indexOf(element);
  const isList = ctx.facts.types.isOnly(source.type, "array");
  return isList && index < (fixedLength(ctx, source.type) ?? source.minLength ?? 0);
}

function isPlainName({ name, initializer, dotDotDotToken }: ts.BindingElement): boolean {
  return ts.isIdentifier(name) && !initializer && !dotDotDotToken;
}

/** `a, b, _ = value` */
function bindUnpacked(
  ctx: Lowering,
  { elements }: ts.ArrayBindingPattern,
  length: number,
  value: py.Expression,
): py.Statement[] {
  const targets: py.Target[] = [];
  const after: py.Statement[] = [];
  for (let index = 0; index < length; index++) {
    const element = elements[index];
    if (!element || ts.isOmittedExpression(element)) {
      targets.push(unusedName(ctx));
      continue;
    }
    const { target, statements } = bindVariable(ctx, element.name as ts.Identifier);
    targets.push(target);
    after.push(...statements);
  }
  return [py.assign(py.tuple(targets), value), ...after];
}

/** How many items a pattern takes; undefined where it takes all. */
export function wantedCount(elements: readonly ts.Node[]): number | undefined {
  const last = elements.at(-1);
  const hasRest =
    last && (ts.isSpreadElement(last) || (ts.isBindingElement(last) && last.dotDotDotToken));
  return hasRest ? undefined : elements.length;
}

/** A value that is read more than once gets a name; of what is not indexable a list is made. */
export function asIndexable(
  ctx: Lowering,
  source: SourceValue,
  count: number | undefined,
): { statements: py.Statement[]; list: SourceValue } {
  const isList =
    ctx.facts.types.isOnly(source.type, "array", "string") ||
    (count !== undefined && isTypedArray(ctx, source.type));
  const items = () =>
    count === undefined
      ? py.callBuiltin("list", [source.value])
      : ctx.callHelper("first_items", source.value, py.int(count));
  const value = isList ? source.value : items();
  if (value.kind === "name") return { statements: [], list: source };
  const name = py.name(ctx.fresh("values"));
  return { statements: [py.assign(name, value)], list: { ...source, value: name } };
}

function bindObject(
  ctx: Lowering,
  pattern: ts.ObjectBindingPattern,
  source: SourceValue,
): py.Statement[] {
  const names = resultNames(ctx, pattern) ?? unpackedFields(ctx, pattern, source.type);
  if (names) return bindResult(ctx, pattern, names, source.value);
  const statements: py.Statement[] = [];
  let { value } = source;
  if (value.kind !== "name" && pattern.elements.length > 1) {
    const name = py.name(ctx.fresh("value"));
    statements.push(py.assign(name, value));
    value = name;
  }
  const taken: ts.PropertyName[] = [];
  for (const element of pattern.elements) {
    if (element.dotDotDotToken) {
      const rest = restOfObject(ctx, { ...source, value }, taken);
      const type = ctx.typeOf(element.name);
      statements.push(...bindElement(ctx, element, { value: rest, type }));
      continue;
    }
    const name = element.propertyName ?? (element.name as ts.Identifier);
    taken.push(name);
    const read = ctx.capture(() => propertyRead(ctx, { ...source, value }, name));
    statements.push(
      ...read.prerequisites,
      ...bindElement(ctx, element, { value: read.value, type: ctx.typeOf(element) }),
    );
  }
  return statements;
}

/** The names of the values of a function that gives several at once. */
function resultNames(
  ctx: Lowering,
  { parent }: ts.ObjectBindingPattern,
): readonly string[] | undefined {
  const value = ts.isVariableDeclaration(parent) && parent.initializer;
  return value ? ctx.facts.tuples.ofResult(value) : undefined;
}

/** The fields of a tuple where most of them are taken, each by a plain name. */
export function unpackedFields(
  ctx: Lowering,
  pattern: ts.ObjectBindingPattern,
  type: ts.Type,
): readonly string[] | undefined {
  const fields = ctx.facts.objects.tupleFields(type);
  const taken = pattern.elements.map(takenName);
  const isPlain = taken.every((name) => name !== undefined) && new Set(taken).size === taken.length;
  return fields && isPlain && taken.length * 2 > fields.length ? fields : undefined;
}

/** `a, _, c = f()`; one value alone is `f()[1]`. */
function bindResult(
  ctx: Lowering,
  pattern: ts.ObjectBindingPattern,
  names: readonly string[],
  value: py.Expression,
): py.Statement[] {
  const [only, more] = pattern.elements;
  const bound = new Map(
    pattern.elements.map((e) => [takenName(e)!, bindVariable(ctx, e.name as ts.Identifier)]),
  );
  const after = [...bound.values()].flatMap(({ statements }) => statements);
  if (only && !more) {
    const item = py.subscript(value, py.int(names.indexOf(takenName(only)!)));
    return [py.assign(bound.get(takenName(only)!)!.target, item), ...after];
  }
  const unused = names.some((name) => !bound.has(name)) ? py.name(ctx.fresh("_")) : undefined;
  const targets = names.map((name) => bound.get(name)?.target ?? unused!);
  ctx.release(unused);
  return [py.assign(py.tuple(targets), value), ...after];
}

/** One element: its default where it is undefined, then its name or pattern. */
function bindElement(
  ctx: Lowering,
  element: ts.BindingElement,
  { value, type, orElse }: ElementValue,
): py.Statement[] {
  const { name, initializer } = element;
  const variable = ts.isIdentifier(name) ? bindVariable(ctx, name) : undefined;
  const after = variable?.statements ?? [];
  if (!initializer) {
    if (ts.isIdentifier(name)) return [py.assign(variable!.target, value), ...after];
    return bindPattern(ctx, name, value, type);
  }
  refuseNullForDefault(ctx, element, ctx.typeOf(name), initializer);
  const own = variable?.target.kind === "name" ? variable.target : undefined;
  const held = own ?? py.name(ctx.fresh("value"));
  const fallback = ctx.capture(() => lowerExpression(ctx, initializer));
  const statements: py.Statement[] =
    orElse && fallback.prerequisites.length === 0
      ? [py.assign(held, orElse(fallback.value))]
      : [
          py.assign(held, value),
          py.ifThen(py.isNone(held), [...fallback.prerequisites, py.assign(held, fallback.value)]),
        ];
  if (!ts.isIdentifier(name)) return [...statements, ...bindPattern(ctx, name, held, type)];
  return [...statements, ...(own ? [] : [py.assign(variable!.target, held)]), ...after];
}

import { ts } from "ts-morph";
import { notInTheSubset, unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { pythonSubscript } from "../../facts/pythonSubscript.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { setterName } from "../classes/classMembers.ts";
import type { Lowering } from "../lowering.ts";
import { importedName } from "../modules/importedName.ts";
import { namespaceMember } from "../modules/namespace.ts";
import { isBoxed } from "../statements/bindVariable.ts";
import { keyedTarget, namedTarget } from "../values/property.ts";
import { isConstant } from "../values/repeatable.ts";
import { callsMethod } from "./callsMethod.ts";
import { isIndexed, literalKey, lowerIndex, lowerKey } from "./elementAccess.ts";
import { indexTarget } from "./indexedStore.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { inOrder, stashAlways } from "./lowerOrdered.ts";
import { isAccessorMethod, memberName } from "./propertyAccess.ts";
import { superAttribute } from "./superAccess.ts";

/** Something that can be assigned: its object and key are evaluated once, before the value. */
export interface Place {
  /** A Python target, where one assignment statement writes it. */
  readonly target: py.Target | undefined;
  /** The Python variable, where it is one that `:=` can write. */
  readonly variable: string | undefined;
  read(): py.Expression;
  write(value: py.Expression): py.Statement[];
  /**
   * Puts object and key into variables, because something will run before the write; `copies` says
   * that this may assign variables among them.
   */
  settle(copies?: boolean): void;
  /** Says that the target was written by other means than `write`. */
  noteWrite(): void;
  /** One statement that reads and writes, for what may not be there. */
  readonly update?: ((change: (target: py.Target) => py.Statement) => py.Statement[]) | undefined;
}

/**
 * What is assigned. Whoever reads it besides writing it settles it first, unless one augmented
 * assignment does both: that evaluates object and key once.
 */
export function placeOf(ctx: Lowering, node: ts.Expression): Place {
  const bare = skipWrappers(node);
  if (ts.isIdentifier(bare)) return variablePlace(ctx, bare);
  if (ts.isPropertyAccessExpression(bare)) return propertyPlace(ctx, bare);
  if (ts.isElementAccessExpression(bare)) return elementPlace(ctx, bare);
  ctx.report(bare, notInTheSubset("This assignment target"));
  return fixedPlace(py.name("_"));
}

function variablePlace(ctx: Lowering, node: ts.Identifier): Place {
  const binding = ctx.facts.bindings.at(node);
  const imported = binding && importedName(ctx, binding);
  if (imported?.kind === "attribute") return fixedPlace(imported);
  const id = binding ? ctx.nameOf(binding) : node.text;
  if (isBoxed(ctx, node)) return fixedPlace(py.subscript(py.name(id), py.int(0)));
  const noteWrite = () => {
    if (binding) ctx.noteAssignment(binding);
  };
  noteWrite();
  return { ...fixedPlace(py.name(id)), variable: id, noteWrite };
}

/** A target without parts to evaluate. */
function fixedPlace(target: py.Target): Place {
  return {
    target,
    variable: undefined,
    read: () => target,
    write: (value) => [py.assign(target, value)],
    settle: () => {},
    noteWrite: () => {},
  };
}

/** A target whose object and key are expressions; `make` builds it from them. */
function partsPlace(
  ctx: Lowering,
  parts: readonly py.Expression[],
  make: (parts: readonly py.Expression[]) => {
    target?: py.Target;
    read: py.Expression;
    write?: (value: py.Expression) => py.Statement[];
    update?: (change: (target: py.Target) => py.Statement) => py.Statement[];
  },
): Place {
  let current = parts;
  let made = make(current);
  return {
    get target() {
      return made.target;
    },
    variable: undefined,
    get update() {
      return made.update;
    },
    read: () => made.read,
    write: (value) =>
      made.write ? made.write(value) : [py.assign(made.target ?? py.name("_"), value)],
    settle: (copies = false) => {
      current = current.map((part) => (copies ? copyOf(ctx, part) : ctx.stash(part, hintOf(part))));
      made = make(current);
    },
    noteWrite: () => {},
  };
}

function copyOf(ctx: Lowering, part: py.Expression): py.Expression {
  return isConstant(part) ? part : stashAlways(ctx, part);
}

/** The expressions that an assignment target evaluates before the value is: object and key. */
export function partsOf(target: ts.Expression): readonly ts.Expression[] {
  const bare = skipWrappers(target);
  if (ts.isPropertyAccessExpression(bare)) return [bare.expression];
  if (ts.isElementAccessExpression(bare)) return [bare.expression, bare.argumentExpression];
  return [];
}

/** `Counter.total = 0` of a namespace: its variable. */
function namespacePlace(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
  variable: py.Expression,
): Place {
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || variable.kind !== "name") return fixedPlace(variable as py.Attribute);
  const noteWrite = () => ctx.noteAssignment(binding);
  noteWrite();
  return { ...fixedPlace(variable), variable: variable.id, noteWrite };
}

function propertyPlace(ctx: Lowering, node: ts.PropertyAccessExpression): Place {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    if (isAccessorMethod(ctx, node)) return superAccessorPlace(ctx, node);
    return fixedPlace(superAttribute(ctx, node, memberName(ctx, node)));
  }
  const inNamespace = namespaceMember(ctx, node);
  if (inNamespace) return namespacePlace(ctx, node, inNamespace);
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  const key = symbol && libraryKey(symbol);
  if (key === "Array.length") return lengthPlace(ctx, node);
  if (key !== undefined && !/Error\.|Function\.|^RegExp\.lastIndex$/.test(key)) {
    ctx.report(node.name, unsupportedMember(`${key} = ...`));
  }
  const type = ctx.typeOf(node.expression);
  const object = lowerExpression(ctx, node.expression);
  const asMethod = isAccessorMethod(ctx, node);
  const place = partsPlace(ctx, [object], ([value]) => {
    if (asMethod) return accessorTarget(value!, memberName(ctx, node));
    if (!ts.isPrivateIdentifier(node.name)) return namedTarget(ctx, value!, type, node.name.text);
    const target = py.attribute(value!, memberName(ctx, node));
    return { target, read: target };
  });
  if (callsMethod(object)) place.settle();
  return place;
}

/** `active` for `self.active()`, `head` for `self.head`. */
function hintOf(part: py.Expression): string {
  const isRead = part.kind === "call" && part.args.length === 0;
  const named = isRead ? part.callee : part;
  return named.kind === "attribute" ? named.name.replace(/^_+|_+$/g, "") : "value";
}

/** `super.x = v` of an accessor that was made a method: `super().set_x(v)`. */
function superAccessorPlace(ctx: Lowering, node: ts.PropertyAccessExpression): Place {
  const name = memberName(ctx, node);
  const getter = superAttribute(ctx, node, name);
  const setter = superAttribute(ctx, node, setterName(name));
  return {
    ...fixedPlace(getter),
    target: undefined,
    read: () => py.call(getter),
    write: (value) => [py.expression(py.call(setter, [value]))],
  };
}

/** An accessor that was made a method: `o.x()` reads, `o.set_x(v)` writes. */
function accessorTarget(
  object: py.Expression,
  name: string,
): { read: py.Expression; write: (value: py.Expression) => py.Statement[] } {
  return {
    read: py.callMethod(object, name),
    write: (value) => [py.expression(py.callMethod(object, setterName(name), [value]))],
  };
}

/** `xs.length = n` cuts or extends the list. */
function lengthPlace(
  ctx: Lowering,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Place {
  const place = partsPlace(ctx, [lowerExpression(ctx, node.expression)], ([list]) => ({
    read: py.callBuiltin("len", [list!]),
    write: (value) => [
      value.kind === "literal" && value.type === "int" && value.text === "0"
        ? py.expression(py.callMethod(list!, "clear"))
        : py.expression(ctx.callHelper("set_length", list!, value)),
    ],
  }));
  place.settle();
  return place;
}

function elementPlace(ctx: Lowering, node: ts.ElementAccessExpression): Place {
  const type = ctx.facts.types.present(ctx.typeOf(node.expression));
  const isPython = pythonSubscript(ctx.checker, type) !== undefined;
  const indexed = isIndexed(ctx, type);
  const literal = literalKey(node.argumentExpression);
  if (indexed && literal === "length") return lengthPlace(ctx, node);
  const name = ctx.facts.objects.hasNumberKeys(type) ? undefined : literal;
  const parts = inOrder(ctx, [
    () => lowerExpression(ctx, node.expression),
    () => {
      if (indexed) return lowerIndex(ctx, node.argumentExpression);
      if (isPython) return lowerExpression(ctx, node.argumentExpression);
      return lowerKey(ctx, node.argumentExpression, type);
    },
  ]);
  const place = partsPlace(ctx, parts, ([object, key]) => {
    if (indexed) return indexTarget(ctx, node, type, object!, key!);
    if (isPython) {
      const target = py.subscript(object!, key!);
      return { target, read: target };
    }
    if (name !== undefined) return namedTarget(ctx, object!, type, name);
    return keyedTarget(ctx, object!, type, key!);
  });
  if (place.target && parts.some(callsMethod)) place.settle();
  return place;
}

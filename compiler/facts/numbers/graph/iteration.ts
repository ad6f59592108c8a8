import { ts } from "ts-morph";
import { giveType, newScope, unionOf } from "../library/signatures.ts";
import { fixedElement, isNativeSymbol, isText, kindsOf, nativeName } from "../library/typeKinds.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Value } from "./flowGraph.ts";
import type { Shape } from "./shape.ts";
import { awaitedSlot, elementSlot, propertySlot, resultSlot } from "./slots.ts";

/** What `for (const x of node)`, `...node` or `[x] = node` give, one after the other. */
export function itemsOf(builder: FlowBuilder, node: ts.Expression, isAsync = false): Value {
  const type = builder.typeOf(node);
  if (isText(type)) return {};
  const shape = builder.shapeOf(node);
  if (!shape) return {};
  if (runsCode(builder, type)) builder.log.call(node, undefined);
  return itemsOfShape(builder, shape, type, { node, isAsync });
}

/** Going through anything but a built-in collection runs a generator or a method of the program. */
function runsCode(builder: FlowBuilder, type: ts.Type): boolean {
  const { checker } = builder;
  if (type.isUnion()) return type.types.some((part) => runsCode(builder, part));
  if (checker.isArrayType(type) || checker.isTupleType(type)) return false;
  const name = nativeName(checker.getApparentType(type));
  return name === undefined || /Iter|Generator/.test(name);
}

interface Iteration {
  readonly node?: ts.Node | undefined;
  readonly isAsync?: boolean;
}

/** The items of an object of a static type. */
export function itemsOfShape(
  builder: FlowBuilder,
  shape: Shape,
  type: ts.Type,
  { node, isAsync = false }: Iteration,
): Value {
  const parts = type.isUnion() ? type.types : [type];
  const values = parts
    .filter((part) => kindsOf(part).objects)
    .map((part) => itemsOfPart(builder, shape, part, { node, isAsync }));
  return unionOf(builder, values);
}

function itemsOfPart(
  builder: FlowBuilder,
  shape: Shape,
  type: ts.Type,
  { node, isAsync = false }: Iteration,
): Value {
  const { graph } = builder;
  if (kindsOf(type).open) {
    graph.escape(shape);
    return graph.valueOf(graph.outside);
  }
  const { checker } = builder;
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return graph.valueOf(graph.slot(shape, elementSlot));
  }
  const fixed = fixedElement(type);
  if (fixed) return { number: () => fixed };
  const apparent = checker.getApparentType(type);
  const symbol = apparent.getSymbol();
  if (!symbol || !isNativeSymbol(symbol)) {
    return iterate(builder, shape, { node, isProtocol: true, isAsync });
  }
  if (symbol.flags & ts.SymbolFlags.Class) return itemsOfStub(builder, shape, apparent, isAsync);
  const isProtocol = /^(Async)?(Iterable|Iterator)/.test(symbol.name);
  return iterate(builder, shape, { node, isProtocol, isAsync });
}

/**
 * The items of a list or iterator; with `isProtocol`, also those that the program's own
 * `[Symbol.iterator]` and `next` give.
 */
export function iterate(
  builder: FlowBuilder,
  shape: Shape,
  { node, isProtocol, isAsync = false }: Iteration & { readonly isProtocol: boolean },
): Value {
  const { graph } = builder;
  const own = graph.valueOf(graph.slot(shape, elementSlot));
  if (!isProtocol) return own;
  const methods = isAsync ? ["[asyncIterator]", "[iterator]"] : ["[iterator]"];
  const values = methods.map((name) => protocolItems(builder, shape, name, node));
  return unionOf(builder, [own, ...values]);
}

/** `shape[Symbol.iterator]().next().value`; what a generator method makes has elements. */
function protocolItems(
  builder: FlowBuilder,
  shape: Shape,
  method: string,
  node: ts.Node | undefined,
): Value {
  const { graph } = builder;
  const iterator = callResult(builder, shape, method, node);
  const made = graph.slot(iterator, elementSlot);
  const step = callResult(builder, iterator, "next", node);
  const awaited = graph.shapeOf(graph.slot(step, awaitedSlot));
  const direct = graph.slot(step, propertySlot("value"));
  const later = graph.slot(awaited, propertySlot("value"));
  return unionOf(
    builder,
    [made, direct, later].map((cell) => graph.valueOf(cell)),
  );
}

function callResult(
  builder: FlowBuilder,
  shape: Shape,
  method: string,
  node: ts.Node | undefined,
): Shape {
  const { graph } = builder;
  const callee = graph.shapeOf(graph.slot(shape, propertySlot(method)));
  if (node) builder.log.call(node, callee);
  return graph.shapeOf(graph.slot(callee, resultSlot));
}

/** A class out of sight says by its own iterator's type what it gives. */
function itemsOfStub(builder: FlowBuilder, shape: Shape, type: ts.Type, isAsync: boolean): Value {
  const { checker, graph } = builder;
  const name = isAsync ? "__@asyncIterator" : "__@iterator";
  const method = type.getProperties().find((property) => property.name.startsWith(name));
  const declaration = method?.valueDeclaration ?? method?.declarations?.[0];
  const signature =
    declaration && ts.isFunctionLike(declaration)
      ? checker.getSignatureFromDeclaration(declaration)
      : undefined;
  const result = signature?.getReturnType();
  const item = result && checker.getTypeArguments(result as ts.TypeReference)[0];
  if (item) return giveType(builder, item, newScope({ receiver: shape }));
  graph.escape(shape);
  return graph.valueOf(graph.outside);
}

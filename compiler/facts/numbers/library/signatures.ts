import { ts } from "ts-morph";
import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell } from "../graph/cell.ts";
import { instanceShape } from "../graph/classes.ts";
import type { Value } from "../graph/flowGraph.ts";
import { iterate } from "../graph/iteration.ts";
import type { Shape } from "../graph/shape.ts";
import {
  awaitedSlot,
  dynamicSlot,
  elementSlot,
  lengthSlot,
  parameterSlot,
  positionSlot,
  resultSlot,
  slotOfName,
} from "../graph/slots.ts";
import { anyIndex, anyLength } from "../values/lattice.ts";
import { newContainer, slotOfTypeParameter } from "./containers.ts";
import { isRestParameter } from "./nativeCalls.ts";
import { factOfType, fixedElement, isNativeSymbol, kindsOf } from "./typeKinds.ts";

/**
 * What code out of sight does, going by its declaration: an argument of type `T` flows to wherever
 * the signature has `T`, the parameters of a callback are given what their types say, and what is
 * `any` or `unknown` escapes.
 */
export interface SignatureScope {
  /** The object whose method it is: holds the values of the class's type parameters. */
  readonly receiver?: Shape | undefined;
  /** Does a type parameter stand for anything at all, there being no call? */
  readonly isGeneric: boolean;
  /** The type parameters of this call. */
  readonly parameters: Map<ts.Symbol, Cell>;
  /** What a plain `number` in this signature is. */
  readonly plain: NumberFact;
  /** Is it a built-in of the language, that does not keep what it takes as `any` or `unknown`? */
  readonly looksOnly: boolean;
  /** The call, for events. */
  readonly node?: ts.Node | undefined;
  /** May callbacks run at any time, in the middle of other code? */
  readonly callsAnytime: boolean;
  /** Shapes given for types so far: types may refer to themselves. */
  readonly given: Map<ts.Type, Shape>;
  /** Containers whose contents are being taken. */
  readonly taking: Set<ts.Type>;
}

export function newScope(settings: Partial<SignatureScope> = {}): SignatureScope {
  return {
    parameters: new Map(),
    isGeneric: false,
    plain: anyNumber,
    looksOnly: false,
    callsAnytime: false,
    given: new Map(),
    taking: new Set(),
    ...settings,
  };
}

/** A value that code out of sight gives as this type. */
export function giveType(
  builder: FlowBuilder,
  type: ts.Type,
  scope: SignatureScope = newScope(),
): Value {
  const { flags } = type;
  if (flags & ts.TypeFlags.NumberLike) return numberValue(factOfType(type, scope.plain));
  if (flags & ts.TypeFlags.TypeParameter) return giveTypeParameter(builder, type, scope);
  if (type.isUnion()) return giveUnion(builder, type, scope);
  if (type.isIntersection()) return giveIntersection(builder, type, scope);
  const alias = giveAlias(builder, type, scope);
  if (alias) return alias;
  if (flags & ts.TypeFlags.Object) return { shape: giveObject(builder, type, scope) };
  if (flags & ts.TypeFlags.IndexedAccess) {
    return giveElement(builder, type as ts.IndexedAccessType, scope);
  }
  return flags & opaqueTypes ? giveAnything(builder, scope) : {};
}

const opaqueTypes =
  ts.TypeFlags.Conditional | ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive;

/** `T[number]` of a list `T`. */
function giveElement(
  builder: FlowBuilder,
  type: ts.IndexedAccessType,
  scope: SignatureScope,
): Value {
  const list = giveType(builder, type.objectType, scope);
  const isElement = (type.indexType.flags & ts.TypeFlags.NumberLike) !== 0;
  if (!isElement || !list.shape) return giveAnything(builder, scope);
  return builder.graph.valueOf(builder.graph.slot(list.shape, elementSlot));
}

function numberValue(fact: NumberFact): Value {
  return { number: () => fact };
}

/** Whatever went into the call may come out of it. */
function giveAnything(builder: FlowBuilder, scope: SignatureScope): Value {
  for (const cell of scope.parameters.values()) builder.graph.escape(cell.shape);
  return { number: () => anyNumber, shape: builder.graph.unknown };
}

function giveTypeParameter(builder: FlowBuilder, type: ts.Type, scope: SignatureScope): Value {
  if (scope.isGeneric) return giveAnything(builder, scope);
  const cell = cellOfTypeParameter(builder, type, scope);
  if (cell) return builder.graph.valueOf(cell);
  return scope.receiver ? { shape: scope.receiver } : giveAnything(builder, scope);
}

/** The cell of a type parameter; none for the type of `this`. */
function cellOfTypeParameter(
  builder: FlowBuilder,
  type: ts.Type,
  scope: SignatureScope,
): Cell | undefined {
  const symbol = type.getSymbol();
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration || !ts.isTypeParameterDeclaration(declaration)) return undefined;
  const owner = declaration.parent;
  if (ts.isInterfaceDeclaration(owner) || ts.isClassLike(owner)) {
    const slot = slotOfTypeParameter(owner, declaration.name.text);
    if (scope.receiver && slot === undefined) return undefined;
    if (scope.receiver) return builder.graph.slot(scope.receiver, slot!);
  }
  let cell = scope.parameters.get(symbol);
  if (!cell) {
    cell = builder.graph.cell();
    scope.parameters.set(symbol, cell);
    // `S extends T`: some of the values of `T`.
    const bound = declaration.constraint;
    const constraint = bound && builder.checker.getTypeFromTypeNode(bound);
    const isOther = constraint && constraint.flags & ts.TypeFlags.TypeParameter;
    if (isOther) builder.graph.flow(giveType(builder, constraint, scope), cell);
  }
  return cell;
}

function giveUnion(builder: FlowBuilder, type: ts.UnionType, scope: SignatureScope): Value {
  const values = type.types.map((part) => giveType(builder, part, scope));
  return unionOf(builder, values);
}

export function unionOf(builder: FlowBuilder, values: readonly Value[]): Value {
  const full = values.filter((value) => value.number || value.shape);
  if (full.length <= 1) return full[0] ?? {};
  const cell = builder.graph.cell();
  for (const value of full) builder.graph.flow(value, cell);
  return { number: (reader) => reader.read(cell), shape: cell.shape };
}

function giveIntersection(
  builder: FlowBuilder,
  type: ts.IntersectionType,
  scope: SignatureScope,
): Value {
  const kinds = kindsOf(type);
  if (kinds.numbers && !kinds.objects) return numberValue(factOfType(type, scope.plain));
  const part = type.types.find((member) => member.getCallSignatures().length > 0) ?? type.types[0];
  return part ? giveType(builder, part, scope) : {};
}

const transparent = new Set([
  "Readonly",
  "Partial",
  "Required",
  "NonNullable",
  "Pick",
  "Omit",
  "Extract",
  "Exclude",
  "NoInfer",
  "Keywords",
]);

/** The utility types that say "the same value" or "what it resolves to". */
function giveAlias(builder: FlowBuilder, type: ts.Type, scope: SignatureScope): Value | undefined {
  const name = type.aliasSymbol?.name;
  const argument = type.aliasTypeArguments?.[0];
  if (name === undefined || !argument || !isNativeSymbol(type.aliasSymbol!)) return undefined;
  if (transparent.has(name)) return giveType(builder, argument, scope);
  if (name !== "Awaited") return undefined;
  const value = giveType(builder, argument, scope);
  if (!value.shape) return value;
  const awaited = builder.graph.slot(value.shape, awaitedSlot);
  return unionOf(builder, [value, builder.graph.valueOf(awaited)]);
}

function giveObject(builder: FlowBuilder, type: ts.Type, scope: SignatureScope): Shape {
  const known = scope.given.get(type);
  if (known) return known;
  const { checker, graph } = builder;
  const symbol = type.getSymbol();
  const container = newContainer(builder, type, scope);
  if (container) return container;
  if (symbol && symbol.flags & ts.SymbolFlags.Class && !isNativeSymbol(symbol)) {
    const declaration = symbol.declarations?.find(ts.isClassLike);
    if (declaration) return instanceShape(builder, declaration);
  }
  // First, since asking for its signatures makes the checker work a mapped type out.
  const mapped = giveMapped(builder, type, scope);
  if (mapped) return mapped;
  const signatures = type.getCallSignatures();
  if (signatures.length > 0) return giveFunction(builder, signatures, scope);
  if (!isPlainData(checker, type)) return graph.unknown;
  return giveData(builder, type, scope);
}

/** A function out of sight: what it is called with goes to its parameters' types. */
function giveFunction(
  builder: FlowBuilder,
  signatures: readonly ts.Signature[],
  scope: SignatureScope,
): Shape {
  const { graph, checker } = builder;
  const shape = graph.nativeShape();
  for (const signature of signatures) {
    signature.parameters.forEach((parameter, index) => {
      const cell = graph.slot(shape, parameterSlot(index));
      const type = checker.getTypeOfSymbol(parameter);
      takeType(builder, type, graph.valueOf(cell), scope);
    });
    const result = giveType(builder, signature.getReturnType(), scope);
    graph.flow(result, graph.slot(shape, resultSlot));
  }
  return shape;
}

/** `{ [I in keyof A]: X }` over a tuple or list `A`. */
function giveMapped(builder: FlowBuilder, type: ts.Type, scope: SignatureScope): Shape | undefined {
  const declaration = type.getSymbol()?.declarations?.[0];
  if (!declaration || !ts.isMappedTypeNode(declaration) || !declaration.type) return undefined;
  const constraint = declaration.typeParameter.constraint;
  if (!constraint || !ts.isTypeOperatorNode(constraint)) return undefined;
  const source = giveType(builder, builder.checker.getTypeFromTypeNode(constraint.type), scope);
  if (!source.shape) return undefined;
  const { graph } = builder;
  const shape = graph.nativeShape();
  const element = graph.slot(source.shape, elementSlot);
  const promised = graph.slot(graph.shapeOf(element), awaitedSlot);
  const target = graph.slot(shape, elementSlot);
  graph.flowCell(element, target);
  graph.flowCell(promised, target);
  graph.flow({ number: () => anyLength }, graph.slot(shape, lengthSlot));
  return shape;
}

/** Properties that are no functions only: `{ value: T; done: boolean }`, a record, a user's interface. */
function isPlainData(checker: ts.TypeChecker, type: ts.Type): boolean {
  const symbol = type.getSymbol();
  if (type.getConstructSignatures().length > 0) return false;
  if (symbol && !isNativeSymbol(symbol)) return true;
  if (symbol && symbol.flags & ts.SymbolFlags.Class) return false;
  return type
    .getProperties()
    .every((property) => checker.getTypeOfSymbol(property).getCallSignatures().length === 0);
}

function giveData(builder: FlowBuilder, type: ts.Type, scope: SignatureScope): Shape {
  const { graph, checker } = builder;
  const shape = graph.nativeShape();
  shape.isNative = false;
  scope.given.set(type, shape);
  for (const property of type.getProperties()) {
    const value = giveType(builder, checker.getTypeOfSymbol(property), scope);
    graph.flow(value, graph.slot(shape, slotOfName(property.name)));
  }
  const index = type.getStringIndexType();
  if (index) graph.flow(giveType(builder, index, scope), graph.slot(shape, dynamicSlot));
  return shape;
}

/** Code out of sight takes a value as this type. */
export function takeType(
  builder: FlowBuilder,
  type: ts.Type,
  value: Value,
  scope: SignatureScope,
): void {
  const { flags } = type;
  const { graph } = builder;
  if (flags & ts.TypeFlags.TypeParameter) {
    const cell = cellOfTypeParameter(builder, type, scope);
    if (cell) graph.flow(value, cell);
    return;
  }
  if (type.isUnion()) {
    for (const part of type.types) takeType(builder, part, value, scope);
    return;
  }
  const { shape } = value;
  if (!shape || !kindsOf(type).objects) return;
  const alias = isTransparentAlias(type) ? type.aliasTypeArguments?.[0] : undefined;
  if (alias) takeType(builder, alias, value, scope);
  else if (type.isIntersection()) {
    takeIntersection(builder, type, value, scope);
  } else if (flags & ts.TypeFlags.Object) takeObject(builder, type, shape, scope);
  else if (!scope.looksOnly) graph.escape(shape);
}

/** A callback with a mark that says where it runs: only tasks run between two lines of code. */
function takeIntersection(
  builder: FlowBuilder,
  type: ts.IntersectionType,
  value: Value,
  scope: SignatureScope,
): void {
  const part = type.types.find((member) => member.getCallSignatures().length > 0) ?? type.types[0];
  const mark = type.getProperty("__context");
  const context = mark && builder.checker.getNonNullableType(builder.checker.getTypeOfSymbol(mark));
  const isTask = context?.isStringLiteral() && context.value === "task";
  if (part) takeType(builder, part, value, isTask ? { ...scope, callsAnytime: false } : scope);
}

function isTransparentAlias(type: ts.Type): boolean {
  const symbol = type.aliasSymbol;
  return symbol !== undefined && isNativeSymbol(symbol) && transparent.has(symbol.name);
}

function takeObject(
  builder: FlowBuilder,
  type: ts.Type,
  shape: Shape,
  scope: SignatureScope,
): void {
  const signature = type.getCallSignatures()[0];
  if (signature) {
    takeFunction(builder, signature, shape, scope);
    return;
  }
  if (takeContainer(builder, type, shape, scope)) return;
  if (fixedElement(type)) return;
  const symbol = type.getSymbol();
  const isData = isPlainData(builder.checker, type);
  const isOwnClass = symbol && symbol.flags & ts.SymbolFlags.Class && !isNativeSymbol(symbol);
  if (isOwnClass || scope.given.has(type)) return;
  if (!isData) {
    if (!scope.looksOnly) builder.graph.escape(shape);
    return;
  }
  scope.given.set(type, shape);
  takeData(builder, type, shape, scope);
}

function takeData(builder: FlowBuilder, type: ts.Type, shape: Shape, scope: SignatureScope): void {
  const { graph, checker } = builder;
  for (const property of type.getProperties()) {
    const value = graph.valueOf(graph.slot(shape, slotOfName(property.name)));
    takeType(builder, checker.getTypeOfSymbol(property), value, scope);
  }
  const index = type.getStringIndexType();
  if (index) {
    takeType(builder, index, graph.valueOf(graph.slot(shape, dynamicSlot)), scope);
  }
}

/** A callback: it is called with what its declared parameters say. */
function takeFunction(
  builder: FlowBuilder,
  signature: ts.Signature,
  shape: Shape,
  scope: SignatureScope,
): void {
  const { graph, checker } = builder;
  signature.parameters.forEach((parameter, index) => {
    const type = checker.getTypeOfSymbol(parameter);
    const value = valueOfParameter(builder, parameter, type, scope);
    graph.flow(value, graph.slot(shape, parameterSlot(index)));
  });
  const result = graph.slot(shape, resultSlot);
  takeType(builder, signature.getReturnType(), graph.valueOf(result), scope);
  if (scope.node) builder.log.call(scope.node, shape);
  if (scope.callsAnytime) builder.volatile.push(shape);
}

function valueOfParameter(
  builder: FlowBuilder,
  parameter: ts.Symbol,
  type: ts.Type,
  scope: SignatureScope,
): Value {
  const isRest = isRestParameter(parameter);
  const isIndex = parameter.name === "index" && scope.looksOnly;
  const value = giveType(builder, type, isIndex ? { ...scope, plain: anyIndex } : scope);
  if (!isRest || !value.shape) return value;
  return builder.graph.valueOf(builder.graph.slot(value.shape, elementSlot));
}

/**
 * Lists, tuples, promises and whatever can be iterated: their contents are taken. Of lists of such
 * lists without end (JSON) only the outermost are followed.
 */
function takeContainer(
  builder: FlowBuilder,
  type: ts.Type,
  shape: Shape,
  scope: SignatureScope,
): boolean {
  if (scope.taking.has(type)) {
    if (!scope.looksOnly) builder.graph.escape(shape);
    return true;
  }
  scope.taking.add(type);
  const isContainer = takeContents(builder, type, shape, scope);
  scope.taking.delete(type);
  return isContainer;
}

function takeContents(
  builder: FlowBuilder,
  type: ts.Type,
  shape: Shape,
  scope: SignatureScope,
): boolean {
  const { graph, checker } = builder;
  if (checker.isTupleType(type)) {
    checker.getTypeArguments(type as ts.TypeReference).forEach((part, index) => {
      takeType(builder, part, graph.valueOf(graph.slot(shape, positionSlot(index))), scope);
    });
    return true;
  }
  const symbol = type.getSymbol();
  if (!symbol || !isNativeSymbol(symbol)) return false;
  const parts = checker.getTypeArguments(type as ts.TypeReference);
  const first = parts[0];
  if (!first) return false;
  if (type.getProperty("then")) {
    takeType(builder, first, graph.valueOf(graph.slot(shape, awaitedSlot)), scope);
    return true;
  }
  if (/^(Readonly)?(Map|WeakMap)$/.test(symbol.name)) {
    parts.forEach((part, index) => {
      const slot = index === 0 ? "<K>" : "<V>";
      takeType(builder, part, graph.valueOf(graph.slot(shape, slot)), scope);
    });
    return true;
  }
  if (!/Array|Set|Iter|Generator|List/.test(symbol.name)) return false;
  takeType(builder, first, iterate(builder, shape, { node: scope.node, isProtocol: true }), scope);
  if (symbol.name === "Array" && !scope.looksOnly && kindsOf(first).numbers) {
    graph.flow(giveType(builder, first, scope), graph.slot(shape, elementSlot));
  }
  return true;
}

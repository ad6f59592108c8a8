import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import { libraryKey } from "../../typeFacts.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import { type Call, escapeArgument, passArguments } from "../graph/calls.ts";
import type { Value } from "../graph/flowGraph.ts";
import { itemsOf } from "../graph/iteration.ts";
import type { Shape } from "../graph/shape.ts";
import { elementSlot, propertySlot, resultSlot } from "../graph/slots.ts";
import { newList, newNative } from "./containers.ts";
import { noteMutation } from "./mutations.ts";
import { plainNumberOf } from "./plainNumbers.ts";
import { giveType, newScope, type SignatureScope, takeType } from "./signatures.ts";
import { specialCalls } from "./specialCalls.ts";

/** A call of a built-in or of a declared function: by its own rule, or as its signature says. */
export function nativeCall(builder: FlowBuilder, node: Call, symbol: ts.Symbol): Shape | undefined {
  const key = libraryKey(symbol);
  const callee = skipWrappers(node.expression);
  const receiverNode = ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
  const receiver = receiverNode && builder.shapeOf(receiverNode);
  if (key !== undefined) {
    builder.libraryKeys.set(node, key);
    if (receiver) noteMutation(builder, node, key, receiver);
    const special = specialCalls.get(key);
    if (special) return special(builder, { node, key, receiver });
  }
  return callBySignature(builder, { node, key, receiver });
}

/** They compare their argument and keep nothing: what is asked for is no element yet. */
const queries =
  /^(Array|TypedArrayOf)\.(includes|indexOf|lastIndexOf)$|^(Map|Set|WeakMap|WeakSet)\.(get|has|delete)$/;

/** They run a generator's body. */
const resumes = /(Iterator|Generator|IteratorObject)\.(next|return|throw)$/;

function visitArguments(builder: FlowBuilder, node: Call): void {
  for (const argument of node.arguments ?? []) builder.shapeOf(argument);
}

export interface NativeCall {
  readonly node: Call;
  readonly key: string | undefined;
  readonly receiver: Shape | undefined;
}

/** Arguments flow to where the declaration has their types, and so does the result. */
export function callBySignature(
  builder: FlowBuilder,
  { node, key, receiver }: NativeCall,
): Shape | undefined {
  const { checker, graph, log } = builder;
  const declaration = checker.getResolvedSignature(node)?.declaration;
  const signature =
    declaration && !ts.isJSDocSignature(declaration)
      ? checker.getSignatureFromDeclaration(declaration)
      : undefined;
  if (!signature) return withoutSignature(builder, node);
  const scope = scopeOf(builder, { node, key, receiver }, signature);
  if (key !== undefined && queries.test(key)) visitArguments(builder, node);
  else takeArguments(builder, node, signature, scope);
  if (key === undefined) log.call(node, graph.unknown);
  else if (resumes.test(key)) log.call(node, undefined);
  const cell = builder.cellOfNode(node);
  graph.flow(resultOf(builder, node, signature, scope), cell);
  if (key !== undefined && receiver) callOwnMethod(builder, node, key, receiver);
  return graph.shapeOf(cell);
}

function scopeOf(
  builder: FlowBuilder,
  { node, key, receiver }: NativeCall,
  signature: ts.Signature,
): SignatureScope {
  const isConstructor = ts.isNewExpression(node);
  const made = isConstructor ? newInstance(builder, signature) : undefined;
  return newScope({
    receiver: made ?? receiver,
    plain: plainNumberOf(key),
    looksOnly: key !== undefined,
    callsAnytime: key === undefined,
    node,
  });
}

/** The object that `new` makes, where the class itself (not its constructor) has the type parameters. */
function newInstance(builder: FlowBuilder, signature: ts.Signature): Shape | undefined {
  const { declaration } = signature;
  if (!declaration || !ts.isConstructorDeclaration(declaration)) return undefined;
  const owner = declaration.parent;
  if (!owner.typeParameters?.length) return undefined;
  const shape = newNative(builder, owner.name?.text ?? "");
  return shape;
}

function resultOf(
  builder: FlowBuilder,
  node: Call,
  signature: ts.Signature,
  scope: SignatureScope,
): Value {
  const isInstance =
    ts.isNewExpression(node) &&
    signature.declaration &&
    ts.isConstructorDeclaration(signature.declaration);
  if (isInstance && scope.receiver) return { shape: scope.receiver };
  return giveType(builder, signature.getReturnType(), scope);
}

function withoutSignature(builder: FlowBuilder, node: Call): Shape {
  for (const argument of node.arguments ?? []) escapeArgument(builder, argument);
  builder.cellsOfNodes.set(node, builder.graph.outside);
  return builder.graph.unknown;
}

function takeArguments(
  builder: FlowBuilder,
  node: Call,
  signature: ts.Signature,
  scope: SignatureScope,
): void {
  const { checker } = builder;
  const types = signature.parameters.map((parameter) => checker.getTypeOfSymbol(parameter));
  const restAt = signature.parameters.findIndex(isRestParameter);
  (node.arguments ?? []).forEach((argument, index) => {
    const isRest = restAt >= 0 && index >= restAt;
    const type = isRest ? types[restAt] : types[index];
    const value = ts.isSpreadElement(argument)
      ? itemsOf(builder, argument.expression)
      : builder.valueOf(argument);
    if (ts.isSpreadElement(argument) && value.number) builder.spreads.set(argument, value.number);
    if (!type) return;
    if (isRest) takeRest(builder, type, value, scope);
    else takeType(builder, type, value, scope);
  });
}

/** One argument of `...items: T[]`, or of `...all: A` where A is the list of all. */
function takeRest(builder: FlowBuilder, type: ts.Type, value: Value, scope: SignatureScope): void {
  const { graph } = builder;
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const list = newList(builder);
    graph.flow(value, graph.slot(list, elementSlot));
    takeType(builder, type, { shape: list }, scope);
  } else takeType(builder, restElement(builder, type), value, scope);
}

export function isRestParameter(parameter: ts.Symbol): boolean {
  const declaration = parameter.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && !!declaration.dotDotDotToken;
}

/** The type of one argument of `...items: T[]`. */
function restElement(builder: FlowBuilder, type: ts.Type): ts.Type {
  if (!builder.checker.isArrayType(type)) return type.getNumberIndexType() ?? type;
  return builder.checker.getTypeArguments(type as ts.TypeReference)[0] ?? type;
}

const protocols =
  /^(Async)?(Iterator|Iterable|IterableIterator|IteratorObject)\.|^PromiseLike\.|^Disposable\.|^AsyncDisposable\./;

/** Through an interface of the language the program's own method may be called. */
function callOwnMethod(builder: FlowBuilder, node: Call, key: string, receiver: Shape): void {
  if (!protocols.test(key)) return;
  const { graph } = builder;
  const name = key.slice(key.indexOf(".") + 1);
  const callee = graph.shapeOf(graph.slot(receiver, propertySlot(name)));
  passArguments(builder, node, callee);
  graph.flowCell(graph.slot(callee, resultSlot), builder.cellOfNode(node));
  builder.log.call(node, callee);
}

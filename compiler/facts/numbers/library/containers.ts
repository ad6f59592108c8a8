import { ts } from "ts-morph";
import type { FlowBuilder } from "../graph/builder.ts";
import { Shape } from "../graph/shape.ts";
import {
  awaitedSlot,
  elementSlot,
  generatorNextSlot,
  generatorReturnSlot,
  lengthSlot,
  mapKeySlot,
  mapValueSlot,
  positionSlot,
  typeParameterSlot,
} from "../graph/slots.ts";
import { anyLength, intRange } from "../values/lattice.ts";
import { giveType, type SignatureScope } from "./signatures.ts";
import { fixedElement, isNativeSymbol } from "./typeKinds.ts";

/* Built-in objects that hold values: which slot stands for which type parameter. */

const elementsOnly =
  /^((Readonly|Concat)?Array|ArrayLike|(Readonly|Weak)?Set|Iterable|AsyncIterable|TypedArrayOf|deque)$/;
const iterators = /Iterator|Generator/;
const promises = /^(Promise|PromiseLike|Task)$/;
const fixedName = /^(Uint|Int|Float)\d+(Clamped)?Array$|^(bytes|bytearray|memoryview|Range)$/;
const maps = /^((Readonly|Weak)?Map|OrderedDict)$/;

/**
 * The slot that holds the values of a type parameter of a class or interface out of sight;
 * undefined where it stands for the object itself.
 */
export function slotOfTypeParameter(
  owner: ts.InterfaceDeclaration | ts.ClassLikeDeclaration,
  name: string,
): string | undefined {
  const ownerName = owner.name?.text ?? "";
  if (name === "Self") return undefined;
  if (maps.test(ownerName)) return name === "K" ? mapKeySlot : mapValueSlot;
  if (promises.test(ownerName)) return awaitedSlot;
  if (iterators.test(ownerName)) {
    if (name === "R") return generatorReturnSlot;
    return name === "N" ? generatorNextSlot : elementSlot;
  }
  return elementsOnly.test(ownerName) ? elementSlot : typeParameterSlot(name);
}

/** A new built-in container of the type; undefined where the type is none. */
export function newContainer(
  builder: FlowBuilder,
  type: ts.Type,
  scope: SignatureScope,
): Shape | undefined {
  const { graph, checker } = builder;
  if (checker.isTupleType(type)) return newTuple(builder, type as ts.TypeReference, scope);
  const symbol = type.getSymbol();
  if (!symbol || !isNativeSymbol(symbol)) return undefined;
  const fixed = fixedElement(type);
  if (fixed) {
    const shape = newList(builder);
    graph.flow({ number: () => fixed }, graph.slot(shape, elementSlot));
    return shape;
  }
  const declaration = symbol.declarations?.find(
    (node) => ts.isInterfaceDeclaration(node) || ts.isClassLike(node),
  );
  const parameters = declaration?.typeParameters ?? [];
  const parts = checker.getTypeArguments(type as ts.TypeReference);
  if (!declaration || parameters.length === 0 || parts.length === 0) return undefined;
  if (isData(type)) return undefined;
  const shape = newNative(builder, symbol.name);
  scope.given.set(type, shape);
  parameters.forEach((parameter, index) => {
    const slot = slotOfTypeParameter(declaration, parameter.name.text);
    const part = parts[index];
    if (part && slot !== undefined) {
      graph.flow(giveType(builder, part, scope), graph.slot(shape, slot));
    }
  });
  scope.given.delete(type);
  return shape;
}

/** `IteratorResult` and the like have properties only. */
function isData(type: ts.Type): boolean {
  return /^(Iterator(Yield|Return)Result|Promise(Fulfilled|Rejected)Result|PromiseWithResolvers)$/.test(
    type.getSymbol()?.name ?? "",
  );
}

/** An empty container of a built-in class. */
export function newNative(builder: FlowBuilder, name: string): Shape {
  if (maps.test(name)) return newMap(builder);
  if (elementsOnly.test(name) || fixedName.test(name)) return newList(builder);
  const isMade = iterators.test(name) || promises.test(name);
  return isMade ? builder.graph.nativeShape() : new Shape();
}

/** Its length is not told; whoever knows it adds a source of its own instead. */
export function newList(builder: FlowBuilder, hasKnownLength = false): Shape {
  const { graph } = builder;
  const shape = graph.nativeShape();
  if (!hasKnownLength) graph.flow({ number: () => anyLength }, graph.slot(shape, lengthSlot));
  return shape;
}

/** Going through a map gives pairs of what is under its keys and values. */
export function newMap(builder: FlowBuilder): Shape {
  const { graph } = builder;
  const shape = graph.nativeShape();
  const pair = graph.nativeShape();
  graph.flow({ number: () => intRange(2, 2) }, graph.slot(pair, lengthSlot));
  graph.uniteCells(graph.slot(pair, positionSlot(0)), graph.slot(shape, mapKeySlot));
  graph.uniteCells(graph.slot(pair, positionSlot(1)), graph.slot(shape, mapValueSlot));
  graph.flow({ shape: pair }, graph.slot(shape, elementSlot));
  return shape;
}

function newTuple(builder: FlowBuilder, type: ts.TypeReference, scope: SignatureScope): Shape {
  const { graph, checker } = builder;
  const parts = checker.getTypeArguments(type);
  const target = type.target as ts.TupleType;
  const shape = newList(builder, target.hasRestElement === false);
  if (!target.hasRestElement) {
    const fact = intRange(target.minLength, parts.length);
    graph.flow({ number: () => fact }, graph.slot(shape, lengthSlot));
  }
  scope.given.set(type, shape);
  parts.forEach((part, index) => {
    const slot = target.hasRestElement ? elementSlot : positionSlot(index);
    graph.flow(giveType(builder, part, scope), graph.slot(shape, slot));
  });
  scope.given.delete(type);
  return shape;
}

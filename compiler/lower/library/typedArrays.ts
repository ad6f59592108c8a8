import { ts } from "ts-morph";
import { unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { lowerLength } from "./lengths.ts";
import type {
  LibraryCall,
  LibraryConstructorTable,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";

/** The type code of Python's `array` for each typed array; Uint8Array is a bytearray. */
const typeCodes: ReadonlyMap<string, string> = new Map([
  ["Uint8Array", "B"],
  ["Int8Array", "b"],
  ["Uint16Array", "H"],
  ["Int16Array", "h"],
  ["Uint32Array", "I"],
  ["Int32Array", "i"],
  ["Float32Array", "f"],
  ["Float64Array", "d"],
]);

const bytesPerElement: ReadonlyMap<string, number> = new Map([
  ["B", 1],
  ["b", 1],
  ["H", 2],
  ["h", 2],
  ["I", 4],
  ["i", 4],
  ["f", 4],
  ["d", 8],
]);

/** `new Uint8Array(n)` is `bytearray(n)`, `new Uint32Array(n)` is `array("I", [0] * n)`. */
export const typedArrayConstructors: LibraryConstructorTable = Object.fromEntries(
  [...typeCodes.keys()].map((name) => [
    name,
    (ctx: Lowering, node: ts.NewExpression) => construct(ctx, node, name),
  ]),
);

/** Methods that a Python buffer has no better form for than JavaScript's helper on any sequence. */
export const typedArrayMethods: LibraryTable = {
  "TypedArrayOf.fill": helper("typed_fill"),
  "TypedArrayOf.set": helper("typed_set"),
  "TypedArrayOf.slice": lowerSlice,
  "TypedArrayOf.subarray": lowerSubarray,
  "TypedArrayOf.values": (ctx, { receiver }) =>
    py.callBuiltin("iter", [lowerChainLink(ctx, receiver!)]),
  "TypedArrayConstructorOf.from": lowerFrom,
  "TypedArrayConstructorOf.of": (ctx, call) =>
    makeTyped(ctx, classOfConstructor(call), py.list(lowerPositional(ctx, call.args))),
};

export const typedArrayValues: LibraryValueTable = {
  "TypedArrayOf.length": lowerLength,
  "TypedArrayConstructorOf.BYTES_PER_ELEMENT": (ctx, node, receiver) => {
    const size = bytesPerElement.get(typeCodes.get(receiver?.getText() ?? "") ?? "");
    return size === undefined
      ? ctx.refuse(node, unsupportedMember("BYTES_PER_ELEMENT"))
      : py.int(size);
  },
  "TypedArrayOf.BYTES_PER_ELEMENT": (ctx, node, receiver) => {
    const name = ctx.facts.types.libraryClass(ctx.typeOf(receiver!)) ?? "";
    const size = bytesPerElement.get(typeCodes.get(name) ?? "");
    return size === undefined
      ? ctx.refuse(node, unsupportedMember("BYTES_PER_ELEMENT"))
      : py.int(size);
  },
};

function helper(name: string): LibraryLowering {
  return (ctx, call) => py.call(ctx.helper(name), operands(ctx, call));
}

function operands(ctx: Lowering, { receiver, args }: LibraryCall): readonly py.Expression[] {
  return inOrder(ctx, [
    () => lowerChainLink(ctx, receiver!),
    ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
  ]);
}

function construct(ctx: Lowering, node: ts.NewExpression, name: string): py.Expression {
  const [source] = node.arguments ?? [];
  if (source && ctx.facts.types.libraryClass(ctx.typeOf(source)) === "ArrayBuffer") {
    return viewOfBuffer(ctx, node, name);
  }
  if ((node.arguments?.length ?? 0) > 1) {
    return ctx.refuse(node, unsupportedMember(`new ${name}(buffer, offset)`));
  }
  if (!source) return makeTyped(ctx, name, py.list([]));
  if (!ctx.facts.types.isOnly(ctx.typeOf(source), "number")) {
    return makeTyped(ctx, name, asNumbers(ctx, source, lowerExpression(ctx, source), name));
  }
  const value = lowerExpression(ctx, source);
  const count = isInt(ctx.facts.numbers.of(source)) ? value : ctx.callHelper("to_integer", value);
  if (name === "Uint8Array") return py.callBuiltin("bytearray", [count]);
  return makeTyped(ctx, name, py.binary(py.list([py.int(0)]), "*", count));
}

/** A Uint8Array of a buffer is the buffer itself, or a part of it; wider elements cannot share it. */
function viewOfBuffer(ctx: Lowering, node: ts.NewExpression, name: string): py.Expression {
  if (name !== "Uint8Array") return ctx.refuse(node, unsupportedMember(`new ${name}(buffer)`));
  const [buffer, offset, length] = lowerOrdered(ctx, node.arguments ?? []);
  if (!offset) return buffer!;
  const start = ctx.stash(offset, "start");
  const end = length && py.binary(start, "+", length);
  return py.slice(py.callBuiltin("memoryview", [buffer!]), start, end);
}

/** Numbers that Python refuses to store in an array of ints are cut as JavaScript cuts them. */
function asNumbers(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
  name: string,
): py.Expression {
  if (name.startsWith("Float")) return value;
  const bare = skipWrappers(node);
  const isKnown =
    "elements" in bare &&
    (bare as ts.ArrayLiteralExpression).elements.every((element) =>
      isInt(ctx.facts.numbers.of(element)),
    );
  const isBuffer =
    /Array$/.test(ctx.facts.types.libraryClass(ctx.typeOf(node)) ?? "") &&
    !ctx.facts.types.isArray(ctx.typeOf(node));
  return isKnown || isBuffer ? value : ctx.callHelper("whole_numbers", value);
}

export function makeTyped(ctx: Lowering, name: string, values: py.Expression): py.Expression {
  if (name === "Uint8Array") return py.callBuiltin("bytearray", [values]);
  const make = ctx.pythonFunction("array", "array");
  return py.call(make, [py.str(typeCodes.get(name) ?? "B"), values]);
}

/** `Uint8Array.from(values, map)` */
function lowerFrom(ctx: Lowering, call: LibraryCall): py.Expression {
  const name = classOfConstructor(call);
  const [source, map] = call.args;
  const given = lowerExpression(ctx, source!);
  const isListed =
    source!.kind === ts.SyntaxKind.ObjectLiteralExpression || isArrayLike(ctx, source!);
  const value = isListed ? ctx.callHelper("list_of", given) : given;
  if (!map && isListed && name.startsWith("Float")) {
    // What is not there is NaN.
    return makeTyped(ctx, name, py.callBuiltin("map", [ctx.helper("to_number"), value]));
  }
  if (!map) return makeTyped(ctx, name, asNumbers(ctx, source!, value, name));
  const list = mappedInPlace(ctx, source!, value, map);
  if (list) return makeTyped(ctx, name, list);
  const mapped = ctx.callHelper("typed_map", value, lowerExpression(ctx, map));
  return makeTyped(
    ctx,
    name,
    name.startsWith("Float") ? mapped : ctx.callHelper("whole_numbers", mapped),
  );
}

/** Is it known to have a length and indices only? */
function isArrayLike(ctx: Lowering, node: ts.Expression): boolean {
  return ctx.facts.types.libraryClass(ctx.typeOf(node)) === "ArrayLike";
}

/** `[ord(ch) for ch in text]`, where the function makes ints of nothing but the element. */
function mappedInPlace(
  ctx: Lowering,
  source: ts.Expression,
  value: py.Expression,
  map: ts.Expression,
): py.Expression | undefined {
  const { types, numbers } = ctx.facts;
  const callback = skipWrappers(map);
  if (!types.isOnly(ctx.typeOf(source), "string", "array")) return undefined;
  if (!ts.isArrowFunction(callback) || callback.parameters.length !== 1) return undefined;
  if (ts.isBlock(callback.body) || !isInt(numbers.of(callback.body))) return undefined;
  const made = lowerExpression(ctx, callback);
  if (made.kind !== "lambda" || made.parameters.some((one) => one.star || one.default)) {
    return undefined;
  }
  return py.listComp(made.body, py.name(made.parameters[0]!.name), value);
}

/** The name of the class that a typed array is of. */
export function classOfReceiver(ctx: Lowering, { receiver }: LibraryCall): string {
  return ctx.facts.types.libraryClass(ctx.facts.types.present(ctx.typeOf(receiver!))) ?? "";
}

function classOfConstructor({ node }: LibraryCall): string {
  return node.expression.getText().split(".")[0]!;
}

/** A slice is a copy in Python too. */
function lowerSlice(ctx: Lowering, call: LibraryCall): py.Expression {
  const [values, start, end] = operands(ctx, call);
  const part = py.slice(values!, position(ctx, call, 0, start), position(ctx, call, 1, end));
  // A slice of a memoryview would share its memory.
  const hasViews = ctx.facts.sourceFiles.some((file) => /\.subarray\(|\bbuffer\b/.test(file.text));
  return hasViews ? makeTyped(ctx, classOfReceiver(ctx, call), part) : part;
}

/** A subarray shares the memory: `memoryview(values)[a:b]`. */
function lowerSubarray(ctx: Lowering, call: LibraryCall): py.Expression {
  const [values, start, end] = operands(ctx, call);
  const view = py.callBuiltin("memoryview", [values!]);
  return py.slice(view, position(ctx, call, 0, start), position(ctx, call, 1, end));
}

function position(
  ctx: Lowering,
  call: LibraryCall,
  index: number,
  value: py.Expression | undefined,
): py.Expression | undefined {
  const node = call.args[index];
  if (!value || !node) return undefined;
  const isZero = value.kind === "literal" && value.type === "int" && value.text === "0";
  if (isZero && index === 0) return undefined;
  return isInt(ctx.facts.numbers.of(node)) ? value : ctx.callHelper("to_integer", value);
}

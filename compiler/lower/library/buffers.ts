import type { ts } from "ts-morph";
import { unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { isInt } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import type { Lowering } from "../lowering.ts";
import { lowerParts } from "./arrays/arrayCopies.ts";
import type {
  LibraryConstructorTable,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";

/** The codes of the module `struct`, and the bytes that each takes. */
const formats: readonly (readonly [name: string, code: string, size: number])[] = [
  ["Int8", "b", 1],
  ["Uint8", "B", 1],
  ["Int16", "h", 2],
  ["Uint16", "H", 2],
  ["Int32", "i", 4],
  ["Uint32", "I", 4],
  ["Float32", "f", 4],
  ["Float64", "d", 8],
  ["BigInt64", "q", 8],
  ["BigUint64", "Q", 8],
];

/** `new ArrayBuffer(8)` is `bytearray(8)`; a DataView is a helper over the module `struct`. */
export const bufferConstructors: LibraryConstructorTable = {
  ArrayBuffer: (ctx, node) => {
    const [size] = lowerOrdered(ctx, node.arguments ?? []);
    const isWhole = node.arguments?.[0] && isInt(ctx.facts.numbers.of(node.arguments[0]));
    return py.callBuiltin("bytearray", [isWhole ? size! : ctx.callHelper("to_integer", size!)]);
  },
  DataView: (ctx, node) => py.call(ctx.helper("DataView"), lowerOrdered(ctx, node.arguments ?? [])),
};

export const bufferMethods: LibraryTable = {
  "ArrayBuffer.slice": (ctx, call) => ctx.callHelper("array_slice", ...lowerParts(ctx, call)),
  ...Object.fromEntries(
    formats.flatMap(([name, code, size]) => [
      [`DataView.get${name}`, access("get", code, size)],
      [`DataView.set${name}`, access("set", code, size)],
    ]),
  ),
};

/** `view.get("H", 2, offset, True)` */
function access(method: "get" | "set", code: string, size: number): LibraryLowering {
  return (ctx, call) => {
    const [view, ...args] = lowerParts(ctx, call);
    return py.callMethod(view!, method, [py.str(code), py.int(size), ...args]);
  };
}

export const bufferValues: LibraryValueTable = {
  "ArrayBuffer.byteLength": (ctx, _node, receiver) =>
    py.callBuiltin("len", [lowerChainLink(ctx, receiver!)]),
  "ArrayBufferView.byteLength": (ctx, node, receiver) => {
    const name = viewClass(ctx, receiver!);
    const value = lowerChainLink(ctx, receiver!);
    if (name === "DataView") return py.attribute(value, "byteLength");
    const size = Number(/\d+/.exec(name)?.[0] ?? 0) / 8;
    if (size === 0) return ctx.refuse(node, unsupportedMember("byteLength"));
    const length = py.callBuiltin("len", [value]);
    return size === 1 ? length : py.binary(length, "*", py.int(size));
  },
  "DataView.byteOffset": (ctx, _node, receiver) =>
    py.attribute(lowerChainLink(ctx, receiver!), "byteOffset"),
  "ArrayBufferView.buffer": (ctx, node, receiver) => {
    const name = viewClass(ctx, receiver!);
    const value = lowerChainLink(ctx, receiver!);
    if (name === "DataView") return py.attribute(value, "buffer");
    // Bytes of wider elements can only be looked at by a DataView.
    const isViewed = /^new DataView\(/.test(node.parent.getText());
    if (name === "Uint8Array" || name === "Int8Array" || isViewed) return value;
    return ctx.refuse(node, unsupportedMember(`${name}.buffer`));
  },
};

function viewClass(ctx: Lowering, node: ts.Expression): string {
  return ctx.facts.types.libraryClass(ctx.facts.types.present(ctx.typeOf(node))) ?? "";
}

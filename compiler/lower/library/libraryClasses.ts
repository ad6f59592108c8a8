import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { pythonTypes } from "./pythonTypes.ts";

/** JavaScript's built-in classes that are Python classes under another name. */
const pythonClasses: ReadonlyMap<string, string> = new Map([
  ["Error", "Exception"],
  ["TypeError", "TypeError"],
  ["ReferenceError", "NameError"],
  ["SyntaxError", "SyntaxError"],
  ["Array", "list"],
  ["Object", "object"],
  ["Uint8Array", "bytearray"],
]);

/** Built-in classes that are helpers of ours. */
const helperClasses: ReadonlySet<string> = new Set([
  "RangeError",
  "EvalError",
  "URIError",
  "AggregateError",
  "SuppressedError",
  "Map",
  "Set",
  "Date",
  "Promise",
  "RegExp",
]);

/** The Python class of a built-in class, for `extends`, `raise` and `except`. */
export function libraryClass(ctx: Lowering, name: string): py.Expression | undefined {
  const builtin = pythonClasses.get(name);
  if (builtin !== undefined) return py.name(builtin);
  if (helperClasses.has(name)) return ctx.helper(name);
  return isPythonException(name) || pythonTypes.has(name) ? py.name(name) : undefined;
}

/** The class, or classes, that `instanceof` asks for: Python raises AttributeError for a use of None, IndexError out of range, RuntimeError where calls are nested too deep. */
export function libraryClassForTest(ctx: Lowering, name: string): py.Expression | undefined {
  if (name === "TypeError") return py.tuple([py.name("TypeError"), py.name("AttributeError")]);
  if (name === "RangeError") {
    const own = ["IndexError", "RuntimeError"].map((python) => py.name(python));
    return py.tuple([ctx.helper("RangeError"), ...own]);
  }
  return libraryClass(ctx, name);
}

const comparedClasses: ReadonlyMap<string, string> = new Map([
  ["String", "str"],
  ["Number", "float"],
  ["Boolean", "bool"],
]);

/** `value.constructor === Array`: the class itself, where it would be a function otherwise. */
export function comparedClass(ctx: Lowering, node: ts.Identifier): py.Expression | undefined {
  const { parent } = node;
  const isCompared =
    ts.isBinaryExpression(parent) &&
    /^[!=]==?$/.test(parent.operatorToken.getText()) &&
    /\.constructor$/.test(
      skipWrappers(parent.left === node ? parent.right : parent.left).getText(),
    );
  if (!isCompared) return undefined;
  const primitive = comparedClasses.get(node.text);
  return primitive === undefined ? libraryClass(ctx, node.text) : py.name(primitive);
}

const pythonExceptions: ReadonlySet<string> = new Set(
  (
    "ArithmeticError AssertionError AttributeError BaseException EOFError Exception GeneratorExit " +
    "ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError " +
    "NotImplementedError OSError OverflowError RuntimeError StopAsyncIteration StopIteration " +
    "SystemExit UnicodeError ValueError ZeroDivisionError"
  ).split(" "),
);

export function isPythonException(name: string): boolean {
  return pythonExceptions.has(name);
}

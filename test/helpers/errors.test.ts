import { inspect } from "node:util";
import { sameAsNode } from "./sameAsNode.ts";

/** The same classes in both languages. */
const setup = `
from tsmp.text import text
from tsmp.inspect import inspect


class Foo(Exception):
    pass


class FooError(Exception):
    pass


class Far(RangeError):
    pass


class Named(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.name = "N2"


class Worded(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.message = message + "!"


def raised(f):
    try:
        f()
    except Exception as error:
        return error


def without_end():
    without_end()
`;

class Foo extends Error {}
class FooError extends Error {}
class Far extends RangeError {}
class Named extends Error {
  constructor(message: string) {
    super(message);
    this.name = "N2";
  }
}
class Worded extends Error {
  constructor(message: string) {
    super(message);
    this.message = `${message}!`;
  }
}

const errors: [string, () => Error][] = [
  ["Exception('m')", () => new Error("m")],
  ["Exception()", () => new Error()],
  ["Exception('')", () => new Error("")],
  ["TypeError('m')", () => new TypeError("m")],
  ["SyntaxError('m')", () => new SyntaxError("m")],
  ["RangeError('m')", () => new RangeError("m")],
  ["NameError('m')", () => new ReferenceError("m")],
  ["with_cause(NameError, 'm', 'c')", () => new ReferenceError("m", { cause: "c" })],
  ["EvalError('m')", () => new EvalError("m")],
  ["URIError()", () => new URIError()],
  ["AggregateError([1], 'm')", () => new AggregateError([1], "m")],
  ["Foo('m')", () => new Foo("m")],
  ["Foo()", () => new Foo()],
  ["FooError('m')", () => new FooError("m")],
  ["Far('m')", () => new Far("m")],
  ["Named('m')", () => new Named("m")],
  ["Worded('m')", () => new Worded("m")],
  ["with_cause(Exception, 'm', 'c')", () => new Error("m", { cause: "c" })],
  ["with_cause(TypeError, 'm', 'c')", () => new TypeError("m", { cause: "c" })],
  ["with_cause(RangeError, 'm', 'c')", () => new RangeError("m", { cause: "c" })],
  ["with_cause(Foo, 'm', 'c')", () => new Foo("m", { cause: "c" })],
];

function stackless(error: Error): Error {
  error.stack = error.stack!.split("\n    at ")[0]!.replace(/: $/, "");
  return error;
}

sameAsNode("errors", {
  helpers: [
    ...["RangeError", "EvalError", "URIError", "AggregateError", "SuppressedError"],
    ...["with_cause", "error_name", "error_message", "error_text"],
  ],
  setup,
  wasmEvery: 1,
  cases: [
    ...errors.flatMap(([python, make]) => [
      { python: `error_name(${python})`, node: () => make().name },
      { python: `error_message(${python})`, node: () => make().message },
      { python: `error_text(${python})`, node: () => String(make()) },
      { python: `text(${python})`, node: () => String(make()) },
      { python: `inspect(${python})`, node: () => inspect(shown(make())) },
    ]),
    { python: "with_cause(TypeError, 'm', 5).cause", node: () => 5 },
    { python: "isinstance(with_cause(TypeError, 'm', 5), TypeError)", node: () => true },
    { python: "AggregateError(iter([1, 2]), 'm').errors", node: () => [1, 2] },
    { python: "SuppressedError(1, 2, 'm').suppressed", node: () => 2 },
    { python: "error_name(raised(lambda: None.x))", node: () => "TypeError" },
    { python: "error_name(raised(lambda: [][1]))", node: () => "RangeError" },
    { python: "error_name(raised(lambda: nowhere))", node: () => "ReferenceError" },
    {
      python: "error_text(raised(without_end))",
      node: () => "RangeError: Maximum call stack size exceeded",
    },
  ],
});

function shown(error: Error): Error {
  // A class that writes its message later keeps the first one in its stack; the board has no stack.
  const first = error instanceof Worded ? new Worded(error.message.slice(0, -1)) : error;
  stackless(first);
  if (error instanceof Worded) first.stack = String(first);
  return first;
}

import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import type { LibraryCall, LibraryLowering, LibraryTable } from "./libraryTypes.ts";

/** Builtins that mean in TypeScript what they mean in Python. */
const sameInPython = [
  "range",
  "len",
  "int",
  "float",
  "repr",
  "abs",
  "min",
  "max",
  "sum",
  "input",
  "open",
  "hex",
  "bin",
];

/** Python's own builtins, called under their names. */
export const pythonBuiltinMethods: LibraryTable = {
  ...Object.fromEntries(sameInPython.map((name) => [name, callPython(name)])),
  assert: lowerAssert,
  from_bytes: (ctx, { args }) =>
    py.call(py.attribute(py.name("int"), "from_bytes"), lowerPositional(ctx, args)),
  "PythonBytes.slice": lowerBytesSlice,
};

function callPython(name: string): LibraryLowering {
  return (ctx, { args }) => py.callBuiltin(name, lowerPositional(ctx, args));
}

/** `assert(condition, "text")` is the statement `assert condition, "text"`. */
function lowerAssert(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const [condition, message] = args;
  ctx.prerequisite({
    kind: "assert",
    test: lowerCondition(ctx, condition!),
    message: message && lowerExpression(ctx, message),
  });
  return py.noneValue();
}

/** `data.slice(1, 3)` of bytes, bytearray or memoryview is `data[1:3]`. */
function lowerBytesSlice(ctx: Lowering, { receiver, args }: LibraryCall): py.Expression {
  const [object, ...bounds] = inOrder(ctx, [
    () => lowerChainLink(ctx, receiver!),
    ...args.map((bound) => () => lowerExpression(ctx, bound)),
  ]);
  return py.slice(object!, bounds[0], bounds[1]);
}

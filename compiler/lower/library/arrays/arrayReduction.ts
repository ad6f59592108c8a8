import { ts } from "ts-morph";
import { notInTheSubset } from "../../../diagnostics/catalogue/language.ts";
import { callbackMethods } from "../../../facts/callbackMethods.ts";
import { skipParentheses } from "../../../facts/inlinedCallbacks.ts";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { TurnUse } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import { greaterOf } from "../../values/greaterOf.ts";
import { isConstant } from "../../values/repeatable.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { type Callback, lowerCallback } from "./callback.ts";
import { argumentType, isAssigned, settle } from "./callbackCall.ts";
import { lowerElementLoop } from "./elementLoop.ts";
import { mustSkipHoles, withoutHoles } from "./holes.ts";
import { declaredVariable } from "./loopResult.ts";

export const arrayReductions: LibraryTable = {
  "Array.reduce": (ctx, call) => lowerReduce(ctx, call, false),
  "Array.reduceRight": (ctx, call) => lowerReduce(ctx, call, true),
};

/**
 * `xs.reduce((total, x) => total + x, 0)`
 *
 *     total = 0
 *     for x in xs:
 *         total += x
 */
function lowerReduce(ctx: Lowering, call: LibraryCall, backwards: boolean): py.Expression {
  const sum = backwards ? undefined : lowerSum(ctx, call);
  if (sum) return sum;
  const { list, callback, initial, hasHoles } = lowerReduceParts(ctx, call, backwards);
  const length = ctx.facts.arrays.during(call.args[0]!, call.receiver!);
  const { index, array } = callback.parameters;
  const total = accumulator(ctx, callback);
  const isIndexed = index || array || length !== "none";
  const isFirst = initial !== undefined && isConstant(initial);
  const settled = isIndexed || !isFirst ? settle(ctx, list) : list;
  const source = { kind: "list", list: settled, length } as const;
  const first = initial ?? ctx.callHelper("reduce_start", source.list, py.int(backwards ? -1 : 0));
  ctx.prerequisite(py.assign(total, first));
  const holes = hasHoles
    ? { element: elementOf(ctx, callback), atHole: [py.continueLoop()] }
    : undefined;
  const from = initial ? 0 : 1;
  const loop = { callback, source, backwards, from, missing: "skip", ...holes } as const;
  ctx.prerequisite(...lowerElementLoop(ctx, loop, accumulate(ctx, call, total)));
  return total;
}

/** The parts in the order in which they are evaluated: array, function, initial value. */
function lowerReduceParts(
  ctx: Lowering,
  call: LibraryCall,
  backwards: boolean,
): {
  list: py.Expression;
  callback: Callback;
  initial: py.Expression | undefined;
  hasHoles: boolean;
} {
  const [node, start] = call.args;
  const bare = skipParentheses(node!);
  if (ctx.facts.inlined.has(bare)) nameAccumulator(ctx, call, bare as ts.ArrowFunction);
  let callback: Callback | undefined;
  const [list, , initial] = inOrder(ctx, [
    () => lowerChainLink(ctx, call.receiver!),
    () => {
      callback = lowerCallback(ctx, node!, {
        method: callbackMethods.get(backwards ? "Array.reduceRight" : "Array.reduce")!,
        wanted: "value",
        typeOf: (argument) =>
          argument === "previous"
            ? ctx.typeOf(call.node)
            : argumentType(ctx, call.receiver!, argument),
      });
      return py.noneValue();
    },
    ...(start ? [() => lowerExpression(ctx, start)] : []),
  ]);
  const parts = { list: list!, callback: callback!, initial, hasHoles: false };
  if (!mustSkipHoles(ctx, call.receiver!)) return parts;
  const { index, array } = callback!.parameters;
  if (!index && !array) return { ...parts, list: withoutHoles(ctx, list!) };
  if (!initial) {
    const instead = "Give it an initial value, or fill the array first.";
    ctx.report(call.receiver!, notInTheSubset("`reduce` of an array with holes", instead));
  }
  return { ...parts, hasHoles: true };
}

/** The variable of the element, as it came. */
function elementOf(ctx: Lowering, callback: Callback): py.Name {
  const target = callback.parameters.value?.target;
  const isOwn = target?.kind === "name" && !isAssigned(ctx, callback.inlined?.parameters[1]);
  return isOwn ? target : callback.spare.item;
}

/** Where the result is declared as a variable, that is the accumulator's name too. */
function nameAccumulator(ctx: Lowering, call: LibraryCall, callback: ts.ArrowFunction): void {
  const name = callback.parameters[0]?.name;
  const declared = declaredVariable(ctx, call.node);
  const symbol = name && ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || !declared) return;
  ctx.nameOf(binding);
  ctx.module.names.fix(binding, declared.id);
}

function accumulator(ctx: Lowering, callback: Callback): py.Name {
  const own = callback.parameters.previous?.target;
  const name = own?.kind === "name" ? own : py.name(ctx.fresh("total"));
  ctx.module.names.noteAssigned(name.id);
  return name;
}

/** `total = total + x` is `total += x` for numbers and text; a list must not change in place. */
function accumulate(ctx: Lowering, call: LibraryCall, total: py.Name): TurnUse {
  const isPlain = ctx.facts.types.isOnly(ctx.typeOf(call.node), "number", "string", "bigint");
  return {
    wanted: "value",
    use: (value) => {
      if (value.kind === "name" && value.id === total.id) return [];
      const isStep =
        value.kind === "binary" && value.left.kind === "name" && value.left.id === total.id;
      return [
        isStep && isPlain
          ? py.augAssign(total, value.operator, value.right)
          : greaterOf(ctx, py.assign(total, value)),
      ];
    },
  };
}

/**
 * `xs.reduce((a, b) => a + b, 0)` is `sum(xs)`; the same of texts is `"".join(xs)`.
 */
function lowerSum(ctx: Lowering, { receiver, args }: LibraryCall): py.Expression | undefined {
  const callback = skipParentheses(args[0]!);
  const start = args[1];
  if (!start || !isPlainSum(callback)) return undefined;
  const element = argumentType(ctx, receiver!, "value");
  const { types } = ctx.facts;
  if (ctx.facts.holes.of(receiver!) !== "none") return undefined;
  if (types.isOnly(element, "number") && ts.isNumericLiteral(start) && start.text === "0") {
    return py.callBuiltin("sum", [lowerChainLink(ctx, receiver!)]);
  }
  if (types.isOnly(element, "string") && ts.isStringLiteral(start) && start.text === "") {
    return py.callMethod(py.str(""), "join", [lowerChainLink(ctx, receiver!)]);
  }
  return undefined;
}

/** `(a, b) => a + b` */
function isPlainSum(node: ts.Expression): boolean {
  if (!ts.isArrowFunction(node) || node.parameters.length !== 2) return false;
  const [a, b] = node.parameters;
  const { body } = node;
  return (
    ts.isBinaryExpression(body) &&
    body.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    body.left.getText() === a!.name.getText() &&
    body.right.getText() === b!.name.getText()
  );
}

import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import type { TurnUse } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { listOfValues } from "./arrayFrom.ts";
import { releaseNames } from "./callback.ts";
import {
  atHoles,
  type CallbackCall,
  elementName,
  lowerCallbackCall,
  settledSource,
} from "./callbackCall.ts";
import { comprehensionTarget } from "./comprehension.ts";
import { type ElementLoop, lowerElementLoop } from "./elementLoop.ts";
import { comprehensionOf, fuseComprehensions } from "./fusion.ts";
import { resultVariable, whenTrue } from "./loopResult.ts";

/** Methods that make a list from what a callback gives. */
export const arrayMappings: LibraryTable = {
  "Array.map": lowerMap,
  "Array.filter": lowerFilter,
  "Array.flatMap": lowerFlatMap,
};

/**
 * `xs.map(f)`
 *
 *     [f(x) for x in xs]           values = []
 *                                  for x in xs:
 *                                      ...
 *                                      values.append(f(x))
 *
 * The loop where the callback is more than an expression, or may change the array.
 */
function lowerMap(ctx: Lowering, call: LibraryCall): py.Expression {
  const parts = lowerCallbackCall(ctx, call, "Array.map", "value");
  const isPlain = parts.hasHoles && !parts.callback.parameters.index;
  const head = comprehensionTarget(ctx, isPlain ? { ...parts, hasHoles: false } : parts);
  if (head && parts.hasHoles) {
    const element = elementName(ctx, parts);
    releaseNames(ctx, parts.callback);
    const value = py.ifExp(py.isNone(element), py.noneValue(), head.value);
    return comprehensionOf({ ...head, target: element, value });
  }
  if (head) {
    releaseNames(ctx, parts.callback);
    return listOfValues(fuseComprehensions(ctx, head));
  }
  return collect(
    ctx,
    call,
    parts,
    (values) => ({
      missing: "throw",
      ...atHoles(ctx, parts, append(values, py.noneValue())),
    }),
    (values) => ({ wanted: "value", use: (value) => [append(values, value)] }),
  );
}

/**
 * `xs.filter(f)`
 *
 *     [x for x in xs if f(x)]
 */
function lowerFilter(ctx: Lowering, call: LibraryCall): py.Expression {
  const parts = lowerCallbackCall(ctx, call, "Array.filter", "condition");
  const element = elementName(ctx, parts);
  const head = comprehensionTarget(ctx, parts, element);
  if (head) {
    releaseNames(ctx, parts.callback);
    const kept = { ...head, value: element, conditions: [head.value] };
    return comprehensionOf(fuseComprehensions(ctx, kept));
  }
  const options = { missing: "skip", element, ...atHoles(ctx, parts) } as const;
  return collect(
    ctx,
    call,
    parts,
    () => options,
    (values) => ({
      wanted: "condition",
      use: (test) => whenTrue(test, [append(values, element)]),
    }),
  );
}

/**
 * `xs.flatMap(f)`
 *
 *     [item for x in xs for item in f(x)]
 */
function lowerFlatMap(ctx: Lowering, call: LibraryCall): py.Expression {
  const parts = lowerCallbackCall(ctx, call, "Array.flatMap", "value");
  const kind = resultKind(ctx, call.args[0]!);
  const head = kind === "mixed" ? undefined : comprehensionTarget(ctx, parts);
  if (head && kind === "plain") {
    releaseNames(ctx, parts.callback);
    return comprehensionOf(head);
  }
  if (head) {
    const { item: spare } = parts.callback.spare;
    const item = isName(head.target, spare) ? py.name(ctx.fresh("item")) : spare;
    releaseNames(ctx, parts.callback, [item]);
    const outer = { target: head.target, iterable: head.iterable, conditions: [] };
    const inner = { target: item, iterable: head.value, conditions: [] };
    return { kind: "comprehension", type: "list", element: item, clauses: [outer, inner] };
  }
  const options = { missing: "skip", ...atHoles(ctx, parts) } as const;
  return collect(
    ctx,
    call,
    parts,
    () => options,
    (values) => ({
      wanted: "value",
      use: (value) => {
        if (kind === "plain") return [append(values, value)];
        if (kind === "list") return [py.expression(py.callMethod(values, "extend", [value]))];
        return [py.expression(ctx.callHelper("append_flat", values, value))];
      },
    }),
  );
}

function isName(target: py.Target, name: py.Name): boolean {
  return target.kind === "name" && target.id === name.id;
}

/** Does a callback of `flatMap` give arrays, other values, or both? */
function resultKind(ctx: Lowering, callback: ts.Expression): "list" | "plain" | "mixed" {
  const { types } = ctx.facts;
  const signature = types.present(ctx.typeOf(callback)).getCallSignatures()[0];
  const type = signature && ctx.checker.getReturnTypeOfSignature(signature);
  if (!type) return "mixed";
  if (types.isOnly(type, "array")) return "list";
  return types.mayBe(type, "array") ? "mixed" : "plain";
}

/** Builds the list in a loop before the statement at hand. */
function collect(
  ctx: Lowering,
  call: LibraryCall,
  parts: CallbackCall,
  optionsIn: (values: py.Expression) => Pick<ElementLoop, "missing" | "element" | "atHole">,
  useIn: (values: py.Expression) => TurnUse,
): py.Expression {
  const values = resultVariable(ctx, call.node, hintOf(call.node));
  const source = settledSource(ctx, parts);
  const loop = { callback: parts.callback, source, ...optionsIn(values) };
  ctx.prerequisite(py.assign(values, py.list([])));
  ctx.prerequisite(...lowerElementLoop(ctx, loop, useIn(values)));
  return values;
}

function hintOf(node: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === "filter"
    ? "kept"
    : "values";
}

function append(values: py.Expression, value: py.Expression): py.Statement {
  return py.expression(py.callMethod(values, "append", [value]));
}

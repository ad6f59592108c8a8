import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import type { IterationUse } from "./iterables.ts";

/** A call of a built-in method or function: `receiver.name(args)`, or `name(args)` without receiver. */
export interface LibraryCall {
  readonly node: ts.CallExpression;
  /** `xs` in `xs.push(1)`; for a static like `Math.floor` and a global function undefined. */
  readonly receiver: ts.Expression | undefined;
  readonly args: readonly ts.Expression[];
}

/** Lowers one built-in method; keyed "Array.push", "Math.floor", "parseInt". */
export type LibraryLowering = (ctx: Lowering, call: LibraryCall) => py.Expression;

/** Lowers a read of a built-in property; keyed "Array.length", "Math.PI", "NaN". */
export type LibraryValueLowering = (
  ctx: Lowering,
  node: ts.Expression,
  receiver: ts.Expression | undefined,
) => py.Expression;

/** Lowers `new Name(args)`; keyed "Map". */
export type LibraryConstructorLowering = (ctx: Lowering, node: ts.NewExpression) => py.Expression;

/** Lowers a call whose result is iterated at once: by a loop, a spread; keyed "Array.entries". */
export type LibraryIterationLowering = (
  ctx: Lowering,
  call: LibraryCall,
  use: IterationUse,
) => py.Expression;

export type LibraryIterationTable = Readonly<Record<string, LibraryIterationLowering>>;
export type LibraryTable = Readonly<Record<string, LibraryLowering>>;
export type LibraryValueTable = Readonly<Record<string, LibraryValueLowering>>;
export type LibraryConstructorTable = Readonly<Record<string, LibraryConstructorLowering>>;

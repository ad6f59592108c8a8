import type { ts } from "ts-morph";
import { loopCaptureOf } from "../../facts/loopCaptures.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** What a declared variable is assigned as. */
export interface BoundVariable {
  readonly target: py.Target;
  /** Runs after the assignment: a boxed variable is put into its box. */
  readonly statements: readonly py.Statement[];
}

/** The Python target of a declared name. */
export function bindVariable(ctx: Lowering, name: ts.Identifier): BoundVariable {
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding) return { target: py.name(name.text), statements: [] };
  ctx.noteAssignment(binding);
  const id = ctx.nameOf(binding);
  if (loopCaptureOf(ctx.checker, binding) !== "box") return { target: py.name(id), statements: [] };
  return { target: py.subscript(py.name(id), py.int(0)), statements: [] };
}

/** Is a variable kept in a one-element list, made afresh by every turn of its loop? */
export function isBoxed(ctx: Lowering, name: ts.Identifier): boolean {
  const binding = ctx.facts.bindings.at(name);
  return binding !== undefined && loopCaptureOf(ctx.checker, binding) === "box";
}

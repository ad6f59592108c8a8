import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isConstant } from "./repeatable.ts";

/** Evaluates a value that is known already, for what else that does; a name or a constant does nothing. */
export function forEffect(ctx: Lowering, value: py.Expression): void {
  if (!isConstant(value) && value.kind !== "name") ctx.prerequisite(py.expression(value));
}

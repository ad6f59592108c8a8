import type { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** A lowering that refuses its construct by name. */
export function refused(
  what: string,
  instead?: string,
): (ctx: Lowering, node: ts.Node) => py.Expression {
  return (ctx, node) => ctx.refuse(node, notInTheSubset(what, instead));
}

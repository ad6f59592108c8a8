import { ts } from "ts-morph";
import { methodCopied } from "../../diagnostics/catalogue/objects.ts";
import type { Lowering } from "../lowering.ts";
import { memberOf } from "./literalMembers.ts";

/** A method of an object literal keeps its object: a copy of it would still speak of the original. */
export function refuseBoundMethods(ctx: Lowering, node: ts.Expression): void {
  for (const literal of ctx.facts.objects.literalsOf(ctx.typeOf(node))) {
    for (const property of literal.properties) {
      if (ts.isAccessor(property) || !memberOf(property)) continue;
      ctx.report(node, methodCopied(property.name!.getText()));
      return;
    }
  }
}

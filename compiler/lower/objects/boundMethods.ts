import { ts } from "ts-morph";
import { methodCopied } from "../../diagnostics/catalogue/objects.ts";
import { mentionsThis } from "../classes/classMembers.ts";
import type { Lowering } from "../lowering.ts";

/** A method of an object literal keeps its object: a copy of it would still speak of the original. */
export function refuseBoundMethods(ctx: Lowering, node: ts.Expression): void {
  for (const literal of ctx.facts.objects.literalsOf(ctx.typeOf(node))) {
    for (const property of literal.properties) {
      if (!ts.isMethodDeclaration(property) || !mentionsThis(property)) continue;
      ctx.report(node, methodCopied(property.name.getText()));
      return;
    }
  }
}

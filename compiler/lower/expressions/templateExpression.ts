import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { formatText } from "../values/text.ts";

/**
 * `` `Received ${x} items` ``
 *
 *     f"Received {x} items"              names and attributes
 *     "Received %d items" % count(x)     anything else
 */
export function lowerTemplateExpression(ctx: Lowering, node: ts.TemplateExpression): py.Expression {
  const parts: (string | ts.Expression)[] = [node.head.text];
  for (const span of node.templateSpans) parts.push(span.expression, span.literal.text);
  return formatText(ctx, parts);
}

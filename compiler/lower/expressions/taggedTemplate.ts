import { ts } from "ts-morph";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { formatText } from "../values/text.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { inOrder } from "./lowerOrdered.ts";

/**
 * `` tag`a${x}b` ``
 *
 *     tag(template_strings(["a", "b"], ["a", "b"]), x)
 */
export function lowerTaggedTemplate(
  ctx: Lowering,
  node: ts.TaggedTemplateExpression,
): py.Expression {
  const { template } = node;
  const spans = ts.isNoSubstitutionTemplateLiteral(template) ? [] : template.templateSpans;
  const pieces = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...spans.map((span) => span.literal)];
  if (isStringRaw(ctx, node.tag)) {
    const parts = pieces.flatMap((piece, index): (string | ts.Expression)[] => {
      const span = spans[index];
      return span ? [rawText(piece), span.expression] : [rawText(piece)];
    });
    return formatText(ctx, parts);
  }
  const [tag, ...values] = inOrder(ctx, [
    () => lowerExpression(ctx, node.tag),
    ...spans.map((span) => () => lowerExpression(ctx, span.expression)),
  ]);
  const strings = ctx.callHelper(
    "template_strings",
    py.list(pieces.map((piece) => py.str(piece.text))),
    py.list(pieces.map((piece) => py.str(rawText(piece)))),
  );
  return py.call(tag!, [strings, ...values]);
}

function isStringRaw(ctx: Lowering, tag: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(tag)) return false;
  const symbol = ctx.checker.getSymbolAtLocation(tag.name);
  return symbol !== undefined && libraryKey(symbol) === "StringConstructor.raw";
}

/** The text between the delimiters as written, line ends normalised. */
function rawText(piece: ts.TemplateLiteralLikeNode): string {
  const text = piece.getText();
  const end = text.endsWith("${") ? -2 : -1;
  return text.slice(1, end).replace(/\r\n?/g, "\n");
}

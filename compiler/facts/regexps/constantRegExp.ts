import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";

/** The pattern and flags of a regular expression that the program says in full. */
export interface RegExpText {
  readonly source: string;
  readonly flags: string;
}

/** `/source/flags` as it is written. */
export function literalRegExp(node: ts.RegularExpressionLiteral): RegExpText {
  const end = node.text.lastIndexOf("/");
  return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

/** The pattern of `new RegExp(source, flags)`, undefined where it is only known at run time. */
export function constructedRegExp(
  checker: ts.TypeChecker,
  args: readonly ts.Expression[],
): RegExpText | undefined {
  const [first, second] = args;
  const given = second && constantText(checker, second);
  if (!first || (second && given === undefined)) return undefined;
  const bare = skipWrappers(first);
  if (ts.isRegularExpressionLiteral(bare)) {
    const literal = literalRegExp(bare);
    return { source: literal.source, flags: given ?? literal.flags };
  }
  const source = constantText(checker, first);
  return source === undefined ? undefined : { source: source || "(?:)", flags: given ?? "" };
}

/** The pattern that an expression is known to give: a literal, a construction, a constant that is one. */
export function constantRegExp(
  checker: ts.TypeChecker,
  node: ts.Expression,
): RegExpText | undefined {
  if (ts.isRegularExpressionLiteral(node)) return literalRegExp(node);
  const isConstruction = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (isConstruction && node.expression.getText() === "RegExp") {
    return constructedRegExp(checker, node.arguments ?? []);
  }
  const initializer = constantInitializer(checker, node);
  return initializer && constantRegExp(checker, skipWrappers(initializer));
}

/** A constant may be made of itself, in a program that fails. */
const deepest = 20;

/** A text that is known while building: a literal, a constant, or a sum or template of such. */
export function constantText(
  checker: ts.TypeChecker,
  node: ts.Expression,
  depth = 0,
): string | undefined {
  if (depth > deepest) return undefined;
  const inner = (part: ts.Expression) => constantText(checker, part, depth + 1);
  const bare = skipWrappers(node);
  if (ts.isStringLiteralLike(bare)) return bare.text;
  if (ts.isBinaryExpression(bare) && bare.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = inner(bare.left);
    const right = inner(bare.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (ts.isTemplateExpression(bare)) return constantTemplate(bare, inner);
  if (ts.isPropertyAccessExpression(bare) && bare.name.text === "source") {
    return sourceOfConstant(checker, bare.expression);
  }
  if (ts.isTaggedTemplateExpression(bare)) return rawTemplate(bare);
  const initializer = constantInitializer(checker, bare);
  if (initializer) return inner(initializer);
  const type = checker.getTypeAtLocation(bare);
  return type.isStringLiteral() ? type.value : undefined;
}

/** What a `const` of the program is made as. */
export function constantInitializer(
  checker: ts.TypeChecker,
  node: ts.Expression,
): ts.Expression | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst ? declaration.initializer : undefined;
}

function constantTemplate(
  node: ts.TemplateExpression,
  textOf: (part: ts.Expression) => string | undefined,
): string | undefined {
  let text = node.head.text;
  for (const span of node.templateSpans) {
    const value = textOf(span.expression);
    if (value === undefined) return undefined;
    text += value + span.literal.text;
  }
  return text;
}

function sourceOfConstant(checker: ts.TypeChecker, node: ts.Expression): string | undefined {
  const bare = skipWrappers(node);
  const literal = ts.isIdentifier(bare) ? constantInitializer(checker, bare) : bare;
  return literal && ts.isRegularExpressionLiteral(literal)
    ? literalRegExp(literal).source
    : undefined;
}

/** `` String.raw`...` `` without substitutions. */
function rawTemplate(node: ts.TaggedTemplateExpression): string | undefined {
  const isRaw = node.tag.getText() === "String.raw";
  if (!isRaw || !ts.isNoSubstitutionTemplateLiteral(node.template)) return undefined;
  return node.template.getText().slice(1, -1);
}

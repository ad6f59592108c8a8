import { ts } from "ts-morph";
import type { Binding } from "../bindings.ts";
import type { Facts } from "../facts.ts";
import { loopCaptureOf } from "../loopCaptures.ts";
import type { ValueKind } from "../typeFacts.ts";
import { describeEffects } from "./describeEffects.ts";
import { describeNumbers } from "./describeNumbers.ts";

/** What is proven about one name or expression. */
export interface DescribedNode {
  /** The code, on one line and shortened. */
  readonly code: string;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** The kinds of values that it can have: "number", "string", ...; empty for what has no value. */
  readonly kinds: readonly ValueKind[];
  /** Always true, or always false, where its truth is asked for. */
  readonly truth?: boolean;
  readonly facts: readonly string[];
}

/** What is proven about the names and expressions that begin on a line (from 1), in source order. */
export function describeLine(
  facts: Facts,
  sourceFile: ts.SourceFile,
  line: number,
): readonly DescribedNode[] {
  const found: DescribedNode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    const start = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
    const end = sourceFile.getLineAndCharacterOfPosition(node.end).line + 1;
    if (end < line || start.line + 1 > line) return;
    const described = start.line + 1 === line ? describe(node, start.character + 1) : undefined;
    if (described) found.push(described);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return withoutRepeats(found);

  function describe(node: ts.Node, column: number): DescribedNode | undefined {
    if (ts.isLiteralExpression(node) || (ts.isIdentifier(node) && isPartOfName(node))) {
      return undefined;
    }
    const value = valueAt(node);
    const texts = [
      ...describeNumbers(facts.numbers, sourceFile, node),
      ...describeVariable(facts, node),
      ...describeEffects(facts, node),
    ];
    if (!value && texts.length === 0) return undefined;
    const kinds = value ? [...facts.missing.kindsOf(value)].sort() : [];
    const truth = value ? truthOf(facts, value, kinds) : undefined;
    const named = isDeclaration(node) ? node.name : node;
    return {
      code: shortened(named.getText(sourceFile)),
      column,
      kinds,
      ...(truth === undefined ? {} : { truth }),
      facts: texts,
    };
  }
}

type NamedDeclaration = ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement;

function isDeclaration(node: ts.Node): node is NamedDeclaration {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
}

/** The expression whose value a node has; a declared name counts as one. */
function valueAt(node: ts.Node): ts.Expression | undefined {
  if (isDeclaration(node)) return ts.isIdentifier(node.name) ? node.name : undefined;
  if (!ts.isExpression(node) || isPartOfName(node)) return undefined;
  return node;
}

/** The name in `object.name`, a label or a declared name is no expression of its own. */
function isPartOfName(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(node) || ts.isOmittedExpression(node)) return true;
  if (!ts.isIdentifier(node)) return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  const isNamed = "name" in parent && parent.name === node;
  return isNamed || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent);
}

/** Objects are true, null and undefined are not; a number goes by its range. */
function truthOf(
  facts: Facts,
  node: ts.Expression,
  kinds: readonly ValueKind[],
): boolean | undefined {
  if (kinds.length === 0) return undefined;
  const truths = kinds.map((kind) => {
    if (kind === "object" || kind === "array" || kind === "function" || kind === "symbol")
      return true;
    if (kind === "null" || kind === "undefined") return false;
    return kind === "number" ? truthOfNumber(facts, node) : undefined;
  });
  return truths.every((truth) => truth === truths[0]) ? truths[0] : undefined;
}

function truthOfNumber(facts: Facts, node: ts.Expression): boolean | undefined {
  const { lo, hi, nan } = facts.numbers.of(node);
  if (!nan && (lo > 0 || hi < 0)) return true;
  return lo === 0 && hi === 0 ? false : undefined;
}

/** Who assigns a variable, and which closures keep it. */
function* describeVariable(facts: Facts, node: ts.Node): Generator<string> {
  const binding = isDeclaration(node) ? bindingOf(facts, node) : undefined;
  if (!binding) return;
  const { writes, capturedBy } = binding;
  yield writes.length === 0 ? "never assigned again" : `assigned again ${times(writes.length)}`;
  if (capturedBy.size > 0)
    yield `captured by ${capturedBy.size === 1 ? "one function" : `${capturedBy.size} functions`}`;
  const capture = loopCaptureOf(facts.checker, binding);
  if (capture === "value") yield "closures take the value of their turn along";
  if (capture === "box") yield "each turn of the loop has a box of its own for it";
}

function bindingOf(facts: Facts, { name }: NamedDeclaration): Binding | undefined {
  const symbol = ts.isIdentifier(name) ? facts.checker.getSymbolAtLocation(name) : undefined;
  return symbol && facts.bindings.of(symbol);
}

function times(count: number): string {
  return count === 1 ? "in one place" : `in ${count} places`;
}

/** A node and its only child say the same. */
function withoutRepeats(found: readonly DescribedNode[]): readonly DescribedNode[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function shortened(text: string): string {
  const one = text.replace(/\s+/g, " ");
  return one.length > 60 ? `${one.slice(0, 57)}...` : one;
}

import { ts } from "ts-morph";
import { anyNumber, isInt, type NumberFact, type NumberProofs } from "../numberFacts.ts";

/** What is proven about the numbers of a node: its own value, what a variable ever holds, a loop's range. */
export function* describeNumbers(
  facts: NumberProofs,
  sourceFile: ts.SourceFile,
  node: ts.Node,
): Generator<string> {
  if (ts.isForStatement(node)) yield* loopFact(facts, sourceFile, node);
  if (ts.isElementAccessExpression(node)) yield indexWords[facts.indexProof(node)];
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node)) {
    const fact = facts.ofDeclaration(node);
    if (isTelling(fact)) yield `always ${describeFact(fact)}`;
    if (facts.keptUnsigned(node)) yield "kept modulo 2 ** 32";
  }
  if (!ts.isExpression(node) || ts.isNumericLiteral(node)) return;
  const fact = facts.of(node);
  if (isTelling(fact)) yield describeFact(fact);
}

const indexWords = {
  inBounds: "the index is in bounds",
  atEnd: "the index is the length",
  nonNegative: "the index is not negative",
  unknown: "nothing is known of the index",
} as const;

function* loopFact(
  facts: NumberProofs,
  sourceFile: ts.SourceFile,
  node: ts.ForStatement,
): Generator<string> {
  const loop = facts.rangeLoop(node);
  if (!loop) return yield "not a range";
  const show = (part: ts.Node | number) =>
    typeof part === "number" ? String(part) : part.getText(sourceFile);
  const bound = `${loop.inclusive ? "through" : "to"} ${show(loop.bound)}`;
  const unsure = loop.boundIsInt ? "" : ", the bound may be no int";
  yield `${loop.variable.text} runs from ${show(loop.start)} ${bound} by ${show(loop.step)}${unsure}`;
}

/** Is more known than nothing? */
function isTelling(fact: NumberFact): boolean {
  return Object.entries(fact).some(([key, value]) => value !== anyNumber[key as keyof NumberFact]);
}

/** `int 0..255`, `float or int, may be NaN`. */
export function describeFact(fact: NumberFact): string {
  const kind = isInt(fact) ? "int" : fact.int ? "int or float" : "float";
  const { lo, hi } = fact;
  const isBounded = Number.isFinite(lo) || Number.isFinite(hi);
  const range = lo === hi ? ` ${lo}` : isBounded ? ` ${side(lo)}..${side(hi)}` : "";
  const perhaps = [
    fact.nan ? "NaN" : "",
    fact.infinite ? "infinite" : "",
    fact.negativeZero ? "-0" : "",
  ].filter((word) => word !== "");
  return kind + range + (perhaps.length > 0 ? `, may be ${perhaps.join(", ")}` : "");
}

function side(bound: number): string {
  return Number.isFinite(bound) ? String(bound) : "";
}

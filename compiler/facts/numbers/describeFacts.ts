import { ts } from "ts-morph";
import { anyNumber, isInt, type NumberFact, type NumberProofs } from "../numberFacts.ts";

/** What is proven about the numbers on one line (from 1), a line of text each: `tsmp check --facts`. */
export function describeFacts(
  facts: NumberProofs,
  sourceFile: ts.SourceFile,
  line: number,
): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const start = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile)).line + 1;
    const end = sourceFile.getLineAndCharacterOfPosition(node.end).line + 1;
    if (end < line || start > line || ts.isTypeNode(node)) return;
    if (start === line) for (const text of factsOf(facts, sourceFile, node)) found.add(text);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return [...found];
}

function* factsOf(
  facts: NumberProofs,
  sourceFile: ts.SourceFile,
  node: ts.Node,
): Generator<string> {
  const text = shortened(node.getText(sourceFile));
  if (ts.isForStatement(node)) yield* loopFact(facts, sourceFile, node);
  if (ts.isElementAccessExpression(node)) yield `${text}: index ${facts.indexProof(node)}`;
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node)) {
    const name = node.name.getText(sourceFile);
    const fact = facts.ofDeclaration(node);
    if (isTelling(fact)) yield `${name}, always: ${describeFact(fact)}`;
    if (facts.keptUnsigned(node)) yield `${name}: kept modulo 2 ** 32`;
  }
  if (!ts.isExpression(node) || ts.isNumericLiteral(node)) return;
  const fact = facts.of(node);
  if (isTelling(fact)) yield `${text}: ${describeFact(fact)}`;
}

function* loopFact(
  facts: NumberProofs,
  sourceFile: ts.SourceFile,
  node: ts.ForStatement,
): Generator<string> {
  const loop = facts.rangeLoop(node);
  if (!loop) return yield "for: not a range";
  const show = (part: ts.Node | number) =>
    typeof part === "number" ? String(part) : part.getText(sourceFile);
  const bound = `${loop.inclusive ? "through" : "to"} ${show(loop.bound)}`;
  const unsure = loop.boundIsInt ? "" : ", the bound may be no int";
  yield `for: ${loop.variable.text} from ${show(loop.start)} ${bound} by ${show(loop.step)}${unsure}`;
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

function shortened(text: string): string {
  const one = text.replace(/\s+/g, " ");
  return one.length > 60 ? `${one.slice(0, 57)}...` : one;
}

import { ts } from "ts-morph";
import { patternNotOfRe } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";

/** The functions of `re` that take a pattern first. */
const functions = /^re\.(compile|match|search|sub)$/;

/**
 * What other engines know and MicroPython's takes for something else or refuses. Source: lib/re1.5 and
 * extmod/modre.c of MicroPython 1.26, and what the unix port does with each.
 */
const unknown: readonly (readonly [RegExp, string])[] = [
  [/\{\d+(,\d*)?\}/, "a count in braces, which it takes literally"],
  [/\(\?(?!:)/, "a group that begins with `(?`"],
  [/\\[bB]/, "a word boundary, which it takes for a letter"],
  [/\\[1-9]/, "a reference to a group, which it takes for a digit"],
];

/** `re.match("a{2}", text)` compiles on the board, and never matches. */
export function checkPatternsOfRe(
  { checker, sourceFiles }: Facts,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (/["']u?re["']/.test(file.text)) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) checkCall(node);
    ts.forEachChild(node, visit);
  }

  function checkCall({ expression, arguments: [pattern] }: ts.CallExpression): void {
    if (!pattern || !functions.test(boardNameOf(checker, expression) ?? "")) return;
    const type = checker.getTypeAtLocation(pattern);
    if (!type.isStringLiteral()) return;
    // What is escaped or in a class is none of it, but for the escapes themselves.
    const bare = type.value.replace(/\[[^\]]*\]|\\[^bB1-9]/g, "");
    const found = unknown.find(([syntax]) => syntax.test(bare));
    if (found) report(pattern, patternNotOfRe(found[1]));
  }
}

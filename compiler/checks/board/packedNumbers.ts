import { ts } from "ts-morph";
import { floatForInteger, outOfRange } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";

/** How many arguments of each function stand before the values. */
const before: Readonly<Record<string, number>> = { "struct.pack": 1, "struct.pack_into": 3 };
/** Bits of the letters for integers; small letters are signed. */
const bits: Readonly<Record<string, number>> = { b: 8, h: 16, i: 32, l: 32, q: 64 };

/**
 * `pack("<B", 300)` would be 44 on the board, without a word; `new array("i", [1.5])` raises TypeError.
 * What is too large for an array wraps, as in JavaScript.
 */
export function checkPackedNumbers(
  { checker, numbers, sourceFiles }: Facts,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (/\b(struct|array)\b/.test(file.text)) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) checkCall(node);
    else if (ts.isNewExpression(node)) checkArray(node);
    ts.forEachChild(node, visit);
  }

  function checkCall({ expression, arguments: given }: ts.CallExpression): void {
    const start = before[boardNameOf(checker, expression) ?? ""];
    const [format] = given;
    if (start === undefined || !format || given.some(ts.isSpreadElement)) return;
    const type = checker.getTypeAtLocation(format);
    if (!type.isStringLiteral()) return;
    lettersOf(type.value).forEach((letter, at) => {
      const value = given[start + at];
      const width = bits[letter.toLowerCase()];
      if (value && width) checkValue(value, letter !== letter.toLowerCase(), width);
    });
  }

  function checkArray({ expression, arguments: given }: ts.NewExpression): void {
    const [code, values] = given ?? [];
    if (!code || !values || !ts.isArrayLiteralExpression(values)) return;
    if (boardNameOf(checker, expression) !== "array.array") return;
    const type = checker.getTypeAtLocation(code);
    if (!type.isStringLiteral() || !bits[type.value.toLowerCase()]) return;
    for (const value of values.elements) {
      if (!ts.isSpreadElement(value)) checkWhole(value);
    }
  }

  function checkWhole(value: ts.Expression): boolean {
    const fact = numbers.of(value);
    const isFloat = fact.float && !fact.int;
    if (isFloat) report(value, floatForInteger(value.getText()));
    return !isFloat;
  }

  function checkValue(value: ts.Expression, unsigned: boolean, width: number): void {
    const fact = numbers.of(value);
    const lo = unsigned ? 0 : -(2 ** (width - 1));
    const hi = unsigned ? 2 ** width - 1 : 2 ** (width - 1) - 1;
    if (checkWhole(value) && (fact.hi < lo || fact.lo > hi)) {
      report(value, outOfRange(value.getText(), lo, hi));
    }
  }
}

/** The letter of each value: "<2Hs" is H, H and s. */
function lettersOf(format: string): readonly string[] {
  return [...format.matchAll(/(\d*)([a-zA-Z?])/g)].flatMap(([, count, letter]) => {
    if (letter === "x") return [];
    return Array<string>(letter === "s" || !count ? 1 : Number(count)).fill(letter!);
  });
}

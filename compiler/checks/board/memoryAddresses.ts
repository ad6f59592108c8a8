import { ts } from "ts-morph";
import { misaligned } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";

const widths: Readonly<Record<string, number>> = { "machine.mem16": 2, "machine.mem32": 4 };

/** `mem32[0x20000002]`: the address is known, and no multiple of the width. */
export function checkMemoryAddresses(
  { checker, numbers, sourceFiles }: Facts,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (/\bmem(16|32)\b/.test(file.text)) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isElementAccessExpression(node)) check(node);
    ts.forEachChild(node, visit);
  }

  function check({ expression, argumentExpression: address }: ts.ElementAccessExpression): void {
    const width = widths[boardNameOf(checker, expression) ?? ""];
    if (width === undefined) return;
    const { lo, hi } = numbers.of(address);
    if (lo === hi && lo % width !== 0) {
      report(address, misaligned(expression.getText(), address.getText(), width));
    }
  }
}

import { ts } from "ts-morph";
import { pioWillNotAssemble } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";
import { skipWrappers } from "../../facts/syntax.ts";

/** A PIO has room for so many instructions. */
const room = 32;
/** Bits of an instruction that hold the side-set and the delay. */
const sharedBits = 5;
const instruction = /^rp2\.PIOASMEmit\.(jmp|wait|in_|out|push|pull|mov|irq|set|nop|word)$/;

/** What the assembler on the board would find: labels that are missing or double, too much, numbers out of range. */
export function checkPioPrograms(
  { checker, numbers, sourceFiles }: Facts,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (file.text.includes("asm_pio")) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && nameOf(node) === "rp2.asm_pio") checkProgram(node);
    ts.forEachChild(node, visit);
  }

  function nameOf(call: ts.CallExpression): string {
    return boardNameOf(checker, call.expression) ?? "";
  }

  function checkProgram(program: ts.CallExpression): void {
    const calls = callsIn(program.arguments.at(-1));
    const labels = new Set<string>();
    for (const call of calls) {
      const [label] = call.arguments;
      if (nameOf(call) !== "rp2.PIOASMEmit.label" || !label || !ts.isStringLiteral(label)) continue;
      if (labels.has(label.text)) problem(label, `the label "${label.text}" is there twice`);
      labels.add(label.text);
    }
    const instructions = calls.filter((call) => instruction.test(nameOf(call)));
    if (instructions.length > room) {
      problem(
        instructions[room]!,
        `it has ${instructions.length} instructions, and a PIO has room for ${room}`,
      );
    }
    const side = sideCount(program);
    for (const call of calls) checkCall(call, labels, side);
  }

  function checkCall(
    call: ts.CallExpression,
    labels: ReadonlySet<string>,
    side: number | undefined,
  ): void {
    const last = call.arguments.at(-1);
    if (!last) return;
    switch (nameOf(call)) {
      case "rp2.PIOASMEmit.jmp":
        if (ts.isStringLiteral(last) && !labels.has(last.text)) {
          problem(last, `no instruction has the label "${last.text}"`);
        }
        return;
      case "rp2.PIOASMEmit.set":
        checkNumber(last, 0, 31);
        return;
      case "rp2.PIOASMEmit.in_":
      case "rp2.PIOASMEmit.out":
        checkNumber(last, 1, 32);
        return;
      case "rp2.Instruction.delay":
        if (side !== undefined) checkNumber(last, 0, 2 ** (sharedBits - side) - 1);
        return;
      case "rp2.Instruction.side":
        if (side !== undefined) checkNumber(last, 0, 2 ** side - 1);
    }
  }

  /** Literals are checked by their types already: this is for what is computed. */
  function checkNumber(node: ts.Expression, lo: number, hi: number): void {
    const fact = numbers.of(node);
    if (fact.hi < lo || fact.lo > hi) {
      problem(node, `\`${node.getText()}\` is not within ${lo} to ${hi}`);
    }
  }

  /** How many pins the side-set has; undefined where that is not written out. */
  function sideCount(program: ts.CallExpression): number | undefined {
    const settings = program.arguments.length > 1 ? skipWrappers(program.arguments[0]!) : undefined;
    if (!settings) return 0;
    if (!ts.isObjectLiteralExpression(settings)) return undefined;
    const side = settings.properties.find(({ name }) => name?.getText() === "sideset_init");
    if (!side) return 0;
    if (!ts.isPropertyAssignment(side)) return undefined;
    const init = skipWrappers(side.initializer);
    return ts.isArrayLiteralExpression(init) ? init.elements.length : 1;
  }

  function problem(node: ts.Node, why: string): void {
    report(node, pioWillNotAssemble(why));
  }
}

/** Calls as they are made: `p.nop()` before the `side(1)` of what it gives. */
function callsIn(node: ts.Node | undefined): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (inner: ts.Node): void => {
    ts.forEachChild(inner, visit);
    if (ts.isCallExpression(inner)) found.push(inner);
  };
  if (node) visit(node);
  return found;
}

import { ts } from "ts-morph";
import { blockingInInterrupt as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { waitOf } from "./boardCalls.ts";
import {
  calleeText,
  contextAmong,
  interrupts,
  type Rule,
  whereItRuns,
} from "./concurrentProgram.ts";

/** A pulse of a protocol; anything longer delays every other interrupt. */
const pulseMs = 1;

const slow: ReadonlySet<string> = new Set([
  "open",
  "socket.socket.recv",
  "socket.socket.accept",
  "socket.socket.connect",
  "socket.getaddrinfo",
  "network.WLAN.connect",
  "network.WLAN.scan",
]);

/** An interrupt holds up everything on its core, the other interrupts too, until it returns. */
export const blockingInInterrupt: Rule = (program) => {
  for (const call of program.graph.calls) {
    const context = contextAmong(program, call.unit, interrupts);
    if (!context) continue;
    const wait = waitOf(program.facts.checker, call);
    const waits = wait && !(wait.ms !== undefined && wait.ms <= pulseMs);
    if (waits || slow.has(call.name ?? "")) {
      const where = whereItRuns(program, call.unit, context);
      program.report(call.node, problem(calleeText(call), where));
    }
  }
  for (const unit of program.graph.units) {
    const context = contextAmong(program, unit, interrupts);
    if (!context) continue;
    for (const loop of endlessLoops(unit)) {
      program.report(loop, problem("This loop", whereItRuns(program, unit, context)));
    }
  }
};

/** `while (true)` without a way out, and `while (flag) {}`, which nothing can end. */
function* endlessLoops(unit: Unit): Generator<ts.Node> {
  for (const node of nodesOf(unit)) {
    if (!ts.isWhileStatement(node)) continue;
    const isForever = node.expression.kind === ts.SyntaxKind.TrueKeyword;
    const isEmpty =
      ts.isEmptyStatement(node.statement) ||
      (ts.isBlock(node.statement) && node.statement.statements.length === 0);
    if (isForever ? !hasWayOut(node.statement) : isEmpty && ts.isIdentifier(node.expression)) {
      yield node;
    }
  }
}

/** May a loop's body leave the loop? */
export function hasWayOut(body: ts.Node): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isBreakStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node)) {
      found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

import { ts } from "ts-morph";
import { blockingInInterrupt as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { waitOf } from "./boardCalls.ts";
import { busyWaits } from "./busyWait.ts";
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
  "socket.socket.send",
  "socket.socket.sendto",
  "socket.socket.write",
  "socket.getaddrinfo",
  "network.WLAN.connect",
  "network.WLAN.scan",
]);

/** USB takes a soft interrupt to send, which a hard one keeps from coming. */
const printing = /^(print|Console\.\w+)$/;

/** An interrupt holds up everything on its core, the other interrupts too, until it returns. */
export const blockingInInterrupt: Rule = (program) => {
  for (const call of program.graph.calls) {
    const context = contextAmong(program, call.unit, interrupts);
    if (!context) continue;
    const wait = waitOf(program.facts.checker, call);
    const waits = wait && !(wait.ms !== undefined && wait.ms <= pulseMs);
    const prints = context === "hard-isr" && printing.test(call.name ?? "");
    if (waits || prints || slow.has(call.name ?? "")) {
      const where = whereItRuns(program, call.unit, context);
      program.report(call.node, problem(calleeText(call), where));
    }
  }
  for (const unit of program.graph.units) {
    const context = contextAmong(program, unit, interrupts);
    if (!context) continue;
    for (const loop of [...endlessLoops(unit), ...busyWaits(program.facts.checker, unit)]) {
      program.report(loop, problem("This loop", whereItRuns(program, unit, context)));
    }
  }
};

/** `while (true)` without a way out. */
function* endlessLoops(unit: Unit): Generator<ts.Node> {
  for (const node of nodesOf(unit)) {
    if (!ts.isWhileStatement(node)) continue;
    const isForever = node.expression.kind === ts.SyntaxKind.TrueKeyword;
    if (isForever && !hasWayOut(node.statement)) yield node;
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

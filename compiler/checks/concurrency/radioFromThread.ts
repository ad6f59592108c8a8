import { ts } from "ts-morph";
import { radioFromThread as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, calleeText, type Rule } from "./concurrentProgram.ts";

/** The driver of the radio chip is polled on the main core; a second core in it has hung boards. */
export const radioFromThread: Rule = (program) => {
  if (!program.hasRadio) return;
  for (const call of program.graph.calls) {
    const isThread = program.contexts.of(call.unit).has("thread");
    if (isThread && usesRadio(program, call)) {
      program.report(call.node, problem(calleeText(call)));
    }
  }
};

function usesRadio({ graph }: ConcurrentProgram, { name, node }: Call): boolean {
  if (name === undefined) return false;
  if (/^(network\.WLAN|bluetooth\.BLE)\b/.test(name)) return true;
  if (name === "machine.Pin") return isLed(node);
  if (!name.startsWith("machine.Pin.")) return false;
  const callee = skipWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return [...graph.values.objectsOf(callee.expression)].some(
    (made) => ts.isNewExpression(made) && isLed(made),
  );
}

function isLed(node: ts.CallExpression | ts.NewExpression): boolean {
  const first = node.arguments?.[0];
  return first !== undefined && ts.isStringLiteral(first) && first.text === "LED";
}

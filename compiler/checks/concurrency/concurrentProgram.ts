import type { ts } from "ts-morph";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Call, CallGraph, Context } from "../../facts/contexts/callGraph.ts";
import type { ConcurrentRegions } from "../../facts/contexts/concurrentRegions.ts";
import type { ContextFacts } from "../../facts/contexts/contexts.ts";
import type { LockFacts } from "../../facts/contexts/lockRegions.ts";
import type { Unit } from "../../facts/contexts/units.ts";
import type { Facts } from "../../facts/facts.ts";

/** What the rules look at. */
export interface ConcurrentProgram {
  readonly facts: Facts;
  readonly contexts: ContextFacts;
  readonly graph: CallGraph;
  readonly locks: LockFacts;
  readonly regions: ConcurrentRegions;
  /** The board's title where it has one core for threads. */
  readonly oneThreadBoard: string | undefined;
  /** Is the LED a pin of the radio chip, as on a Pico W? */
  readonly hasRadio: boolean;
  report(node: ts.Node, problem: Problem): void;
}

/** A rule looks at the whole program and reports. */
export type Rule = (program: ConcurrentProgram) => void;

/** The first of `wanted` in which a node can run. */
export function contextAmong(
  { contexts }: ConcurrentProgram,
  unit: Unit,
  wanted: readonly Context[],
): Context | undefined {
  const found = contexts.of(unit);
  return wanted.find((context) => found.has(context));
}

export const interrupts: readonly Context[] = ["hard-isr", "soft-isr"];

/** "an interrupt", with the place of the handler where it is another function. */
export function whereItRuns({ contexts }: ConcurrentProgram, unit: Unit, context: Context): string {
  const origin = contexts.origin(unit, context);
  const noun = contextNoun(context);
  if (!origin || origin.handlers.includes(unit)) return noun;
  const file = origin.node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(origin.node.getStart(file));
  return `${noun} (the handler of line ${line + 1})`;
}

export function contextNoun(context: Context): string {
  switch (context) {
    case "main":
      return "the main program";
    case "task":
      return "a task";
    case "thread":
      return "a thread";
    case "soft-isr":
      return "an interrupt";
    case "hard-isr":
      return "a hard interrupt";
  }
}

/** The text of a node for a message, cut where it is long. */
export function quoted(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return `\`${text.length > 40 ? `${text.slice(0, 37)}...` : text}\``;
}

/** What a call calls, for a message. */
export function calleeText(call: Call): string {
  return `\`${call.node.expression.getText().replace(/\s+/g, " ")}()\``;
}

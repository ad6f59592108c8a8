import { ts } from "ts-morph";
import { tornRead as problem } from "../../diagnostics/catalogue/concurrency.ts";
import {
  type Access,
  type SharedState,
  sharedStates,
} from "../../facts/contexts/sharedAccesses.ts";
import { type ConcurrentProgram, contextNoun, type Rule } from "./concurrentProgram.ts";
import { exclude, isAfterHandshake, sidesOf } from "./sharing.ts";

/**
 * Each value by itself is whole, two of them are not: the reader can come between the writes. Told
 * where a thread writes two fields of one object in a row and another side reads both at once.
 */
export const tornRead: Rule = (program) => {
  const { facts, contexts, graph, regions } = program;
  if (!graph.registrations.some(({ context }) => context === "thread")) return;
  const byOwner = new Map<ts.Symbol, SharedState[]>();
  for (const state of sharedStates(facts.checker, facts.bindings, contexts)) {
    if (!state.owner) continue;
    const accesses = state.accesses.filter(({ node }) => regions.has(node));
    byOwner.set(state.owner, [...(byOwner.get(state.owner) ?? []), { ...state, accesses }]);
  }
  for (const states of byOwner.values()) reportPair(program, states);
};

function reportPair(program: ConcurrentProgram, states: readonly SharedState[]): void {
  for (const [at, first] of states.entries()) {
    for (const second of states.slice(at + 1)) {
      const write = pairOf(program, first, second, "write");
      const read = write && pairOf(program, first, second, "read");
      if (!write || !read || exclude(program, write.node, read.node, "loop")) continue;
      if (isAfterHandshake(read.node)) continue;
      const names = `\`${first.name}\` and \`${second.name}\``;
      const [there] = [...sidesOf(program, read.unit).values()];
      program.report(write.node, problem(names, "a thread", contextNoun(there!)));
      return;
    }
  }
}

/** Both fields, written by neighbouring statements of the thread or read by one statement of the loop. */
function pairOf(
  program: ConcurrentProgram,
  first: SharedState,
  second: SharedState,
  does: "read" | "write",
): Access | undefined {
  const wanted = does === "write" ? "thread" : "loop";
  const isWanted = ({ kind, unit }: Access) =>
    (does === "read") === (kind === "read") && sidesOf(program, unit).has(wanted);
  for (const access of first.accesses.filter(isWanted)) {
    const place = does === "write" ? statementOf(access.node).parent : statementOf(access.node);
    const partner = second.accesses.find(({ node, unit, kind }) => {
      const isSame = does === "write" ? statementOf(node).parent : statementOf(node);
      return isSame === place && isWanted({ node, unit, kind, contexts: access.contexts });
    });
    if (partner) return partner.node.pos < access.node.pos ? partner : access;
  }
  return undefined;
}

function statementOf(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isStatement(current) && current.parent) current = current.parent;
  return current;
}

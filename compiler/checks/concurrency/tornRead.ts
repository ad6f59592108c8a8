import { ts } from "ts-morph";
import { tornRead as problem } from "../../diagnostics/catalogue/concurrency.ts";
import {
  type Access,
  type SharedState,
  sharedStates,
  statementOf,
} from "../../facts/contexts/sharedAccesses.ts";
import { type ConcurrentProgram, contextNoun, type Rule } from "./concurrentProgram.ts";
import { exclude, isAfterHandshake, type Side, sidesOf } from "./sharing.ts";

/**
 * Each value by itself is whole, two of them are not: the reader can come between the writes. Told
 * where one side writes two values of one object or module in a row, and another side that can come in
 * between reads both.
 */
export const tornRead: Rule = (program) => {
  const { facts, contexts, regions } = program;
  if (!contexts.hasForeignCode) return;
  const byOwner = new Map<ts.Symbol | ts.SourceFile, SharedState[]>();
  for (const state of sharedStates(facts.checker, facts.bindings, contexts)) {
    const owner = state.owner ?? state.module;
    if (!owner) continue;
    const accesses = state.accesses.filter(({ node }) => regions.has(node));
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), { ...state, accesses }]);
  }
  for (const states of byOwner.values()) reportPair(program, states);
};

/** Who writes, and who can come between two writes: an interrupt runs to its end. */
const pairs: readonly (readonly [writer: Side, reader: Side])[] = [
  ["thread", "loop"],
  ["loop", "thread"],
  ["loop", "interrupt"],
];

function reportPair(program: ConcurrentProgram, states: readonly SharedState[]): void {
  for (const [at, first] of states.entries()) {
    for (const second of states.slice(at + 1)) {
      for (const [writer, reader] of pairs) {
        const write = pairOf(program, first, second, "write", writer);
        const read = write && pairOf(program, first, second, "read", reader);
        if (!write || !read || exclude(program, write.node, read.node, reader)) continue;
        if (isAfterHandshake(read.node) || isAfterHandshake(write.node)) continue;
        const names = `\`${first.name}\` and \`${second.name}\``;
        const [here, there] = [nounOf(program, write, writer), nounOf(program, read, reader)];
        program.report(write.node, problem(names, here, there));
        return;
      }
    }
  }
}

function nounOf(program: ConcurrentProgram, { unit }: Access, side: Side): string {
  return contextNoun(sidesOf(program, unit).get(side)!);
}

/** Both values, written by neighbouring statements or read by one statement or two neighbours. */
function pairOf(
  program: ConcurrentProgram,
  first: SharedState,
  second: SharedState,
  does: "read" | "write",
  side: Side,
): Access | undefined {
  const isWanted = ({ kind, unit }: Access) =>
    (does === "read") === (kind === "read") && sidesOf(program, unit).has(side);
  for (const access of first.accesses.filter(isWanted)) {
    const place = statementOf(access.node);
    const partner = second.accesses.find((other) => {
      return isWanted(other) && isNextTo(place, statementOf(other.node));
    });
    if (partner) return partner.node.pos < access.node.pos ? partner : access;
  }
  return undefined;
}

/** Is it the same statement, or one that is written beside it? */
function isNextTo(a: ts.Node, b: ts.Node): boolean {
  if (a === b) return true;
  if (a.parent !== b.parent || (!ts.isBlock(a.parent) && !ts.isSourceFile(a.parent))) return false;
  const { statements } = a.parent;
  const distance = statements.indexOf(a as ts.Statement) - statements.indexOf(b as ts.Statement);
  return Math.abs(distance) === 1;
}

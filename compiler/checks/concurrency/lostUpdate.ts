import { ts } from "ts-morph";
import { lostUpdate as problem } from "../../diagnostics/catalogue/concurrency.ts";
import {
  type Access,
  isTakenBefore,
  type SharedState,
  sharedStates,
} from "../../facts/contexts/sharedAccesses.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, contextNoun, type Rule } from "./concurrentProgram.ts";
import { allSidesOf, exclude, isAfterHandshake, type Side, waitsForJob } from "./sharing.ts";

/**
 * `n += 1` reads, adds and writes: what another core or an interrupt writes in between is lost. One
 * side that updates and another that only reads is all right, for a single value is written whole.
 */
export const lostUpdate: Rule = (program) => {
  const { facts, contexts, regions, report } = program;
  if (!contexts.hasForeignCode) return;
  for (const state of sharedStates(facts.checker, facts.bindings, contexts)) {
    const live = state.accesses.filter(({ node }) => regions.has(node));
    const found = collision(program, live) ?? lostReset(program, state, live);
    if (found) report(found.update.node, problem(nameOf(state), found.here, found.there));
  }
};

function nameOf({ name }: SharedState): string {
  return `\`${name}\``;
}

function isAnyElement({ node }: Access): boolean {
  if (!ts.isElementAccessExpression(node)) return false;
  const key = skipWrappers(node.argumentExpression);
  return !ts.isNumericLiteral(key) && !ts.isStringLiteralLike(key);
}

interface Collision {
  readonly update: Access;
  readonly here: string;
  readonly there: string;
}

function collision(program: ConcurrentProgram, accesses: readonly Access[]): Collision | undefined {
  for (const update of accesses.filter(({ kind }) => kind === "update")) {
    for (const [side, context] of allSidesOf(program, update.unit, update.contexts)) {
      for (const write of accesses.filter(({ kind }) => kind !== "read")) {
        // Different elements may be meant, but not by one and the same code.
        if (isAnyElement(update) && write.node !== update.node) continue;
        for (const [other, otherContext] of allSidesOf(program, write.unit, write.contexts)) {
          if (!canInterleave(side, other)) continue;
          if (exclude(program, update.node, write.node, other)) continue;
          if (waitsForJob(program, update, write) || waitsForJob(program, write, update)) continue;
          if (isAfterHandshake(write.node) && write.kind === "write") continue;
          const here = contextNoun(context);
          return { update, here, there: contextNoun(otherContext) };
        }
      }
    }
  }
  return undefined;
}

/** `const n = pulses; pulses = 0;` while somebody counts: what comes between the two is lost. */
function lostReset(
  program: ConcurrentProgram,
  { symbol }: SharedState,
  accesses: readonly Access[],
): Collision | undefined {
  const { checker } = program.facts;
  for (const reset of accesses.filter(
    (access) => access.kind === "write" && isTakenBefore(access),
  )) {
    const type = checker.getTypeOfSymbolAtLocation(symbol, reset.node);
    if (type.flags & ts.TypeFlags.BooleanLike) continue;
    for (const [side, context] of allSidesOf(program, reset.unit, reset.contexts)) {
      for (const update of accesses.filter(({ kind }) => kind === "update")) {
        for (const [other, otherContext] of allSidesOf(program, update.unit, update.contexts)) {
          if (!canInterleave(side, other) || exclude(program, reset.node, update.node, other))
            continue;
          if (waitsForJob(program, reset, update) || waitsForJob(program, update, reset)) continue;
          return { update: reset, here: contextNoun(context), there: contextNoun(otherContext) };
        }
      }
    }
  }
  return undefined;
}

/** Can `other` run in the middle of an update on `side`? An interrupt runs to its end. */
function canInterleave(side: Side, other: Side): boolean {
  if (side === other) return false;
  return side !== "interrupt" || other === "thread";
}

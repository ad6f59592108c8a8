import { ts } from "ts-morph";
import type { Lowering } from "../lowering.ts";
import { runsCode } from "./runsCode.ts";

/**
 * Function declarations exist from the start of their block on. Python's `def` exists from where it
 * stands, so one that is mentioned before its place, by code that runs before it, moves to the top.
 */
export function hoistFunctions(
  ctx: Lowering,
  nodes: readonly ts.Statement[],
): readonly ts.Statement[] {
  const firstCode = nodes.find((node) => runsCode(ctx, node));
  if (!firstCode) return nodes;
  const { parent } = firstCode;
  // Other modules of a cycle may call them before this one has run.
  const isInCycle = ts.isSourceFile(parent) && ctx.facts.cycles.has(parent);
  const early = nodes.filter(
    (node): node is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(node) &&
      node.pos > firstCode.pos &&
      (isInCycle || isMentionedBefore(ctx, node)),
  );
  if (early.length === 0) return nodes;
  const moved: ReadonlySet<ts.Statement> = new Set(early);
  const rest = nodes.filter((node) => !moved.has(node));
  const at = rest.findIndex((node) => !ts.isImportDeclaration(node));
  return [...rest.slice(0, at), ...early, ...rest.slice(at)];
}

/** Anything that precedes may call it, through other functions too: one mention is enough. */
function isMentionedBefore(ctx: Lowering, node: ts.FunctionDeclaration): boolean {
  const symbol = node.name && ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding?.references.some((reference) => reference.pos < node.pos) ?? false;
}

import { ts } from "ts-morph";
import { usedBeforeSet as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";

/**
 * A thread runs at once. What the module sets behind the start does not exist yet; in one thread
 * TypeScript's own check sees that, across threads it cannot.
 */
export const usedBeforeSet: Rule = (program) => {
  const { graph, regions, report } = program;
  for (const registration of graph.registrations) {
    if (registration.context !== "thread") continue;
    const file = registration.node.getSourceFile();
    const start = regions.startOf(file);
    if (start === undefined) continue;
    const late = firstLate(program, registration.handlers, file, start);
    if (!late) continue;
    const { line } = file.getLineAndCharacterOfPosition(late.getStart(file));
    report(registration.node, problem(`\`${late.getText()}\``, "the thread", line + 1));
  }
};

/** A variable of the module that code uses and that is set only behind a position. */
function firstLate(
  { facts, graph }: ConcurrentProgram,
  handlers: readonly Unit[],
  file: ts.SourceFile,
  start: number,
): ts.Node | undefined {
  const seen = new Set<Unit>();
  const visit = (unit: Unit): ts.Node | undefined => {
    if (seen.has(unit)) return undefined;
    seen.add(unit);
    for (const node of nodesOf(unit)) {
      const binding = ts.isIdentifier(node) ? facts.bindings.at(node) : undefined;
      const declaration = binding?.declaration;
      if (!declaration || !ts.isVariableDeclaration(declaration)) continue;
      if (binding.scope === file && declaration.initializer && declaration.pos > start) {
        return declaration.name;
      }
    }
    for (const call of graph.callsOf(unit)) {
      for (const callee of call.callees) {
        const late = visit(callee);
        if (late) return late;
      }
    }
    return undefined;
  };
  for (const handler of handlers) {
    const late = visit(handler);
    if (late) return late;
  }
  return undefined;
}

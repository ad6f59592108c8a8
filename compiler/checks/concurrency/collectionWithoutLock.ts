import { ts } from "ts-morph";
import { collectionWithoutLock as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { isMadeOnce } from "../../facts/contexts/concurrentRegions.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, contextNoun, quoted, type Rule } from "./concurrentProgram.ts";
import { exclude, isAfterHandshake, sidesOf } from "./sharing.ts";

interface Use {
  readonly node: ts.Expression;
  readonly unit: Unit;
  /** Does it make the collection grow or shrink? */
  readonly changes: boolean;
}

/**
 * There is no global lock: a list that grows moves in memory, a dict is hashed anew. Another core that
 * looks at it then finds garbage. Two threads that append lose items in every run.
 */
export const collectionWithoutLock: Rule = (program) => {
  const { graph, contexts } = program;
  if (!graph.registrations.some(({ context }) => context === "thread")) return;
  const uses = new Map<ts.Node, Use[]>();
  for (const unit of graph.units) {
    if (contexts.of(unit).size > 0) collect(program, unit, uses);
  }
  for (const [made, list] of uses) {
    if (isMadeOnce(graph, made)) reportFirst(program, list);
  }
};

function collect(program: ConcurrentProgram, unit: Unit, into: Map<ts.Node, Use[]>): void {
  for (const node of nodesOf(unit)) {
    const list = collectionIn(node);
    if (!list || !program.regions.has(node) || !isCollection(program, list)) continue;
    for (const made of program.graph.values.objectsOf(list)) {
      if (ts.isFunctionLike(made)) continue;
      const known = into.get(made) ?? [];
      into.set(made, [...known, { node: list, unit, changes: changes(list) }]);
    }
  }
}

function reportFirst(program: ConcurrentProgram, uses: readonly Use[]): void {
  for (const change of uses.filter((use) => use.changes)) {
    for (const [side, context] of sidesOf(program, change.unit)) {
      for (const use of uses) {
        for (const [other, otherContext] of sidesOf(program, use.unit)) {
          // An interrupt cannot come in the middle of one operation.
          if (side === other || (side !== "thread" && other !== "thread")) continue;
          if (exclude(program, change.node, use.node, other)) continue;
          if (isAfterHandshake(use.node) || isAfterHandshake(change.node)) continue;
          const [here, there] = [contextNoun(context), contextNoun(otherContext)];
          program.report(change.node, problem(quoted(change.node), here, there));
          return;
        }
      }
    }
  }
}

/** The collection that a node looks into or changes. */
function collectionIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isElementAccessExpression(node)) return node.expression;
  if (ts.isForOfStatement(node)) return skipWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const isLength = node.name.text === "length" || node.name.text === "size";
  return isLength && !isAssigned(node) ? undefined : node.expression;
}

function isCollection({ facts }: ConcurrentProgram, node: ts.Expression): boolean {
  const type = facts.checker.getNonNullableType(facts.checker.getTypeAtLocation(node));
  const name = facts.types.libraryClass(type);
  if (name === "Array" || name === "Map" || name === "Set") return true;
  return name === undefined && facts.checker.getIndexInfosOfType(type).length > 0;
}

const changing: ReadonlySet<string> = new Set([
  ...["push", "pop", "shift", "unshift", "splice"],
  ...["set", "add", "delete", "clear"],
]);

function changes(list: ts.Expression): boolean {
  const parent = outerParent(list);
  if (ts.isElementAccessExpression(parent)) {
    // A number in brackets replaces an item; a text adds a key.
    const isKey = !ts.isNumericLiteral(parent.argumentExpression);
    return (isDeleted(parent) || isAssigned(parent)) && isKey && isRecord(list);
  }
  if (!ts.isPropertyAccessExpression(parent)) return false;
  if (parent.name.text === "length") return isAssigned(parent);
  const call = outerParent(parent);
  return ts.isCallExpression(call) && call.expression === parent && changing.has(parent.name.text);
}

/** Told by the declared type's text: records and index signatures name their key. */
function isRecord(list: ts.Expression): boolean {
  const parent = outerParent(list) as ts.ElementAccessExpression;
  return !/^\d+$|^[ijkn]$/.test(parent.argumentExpression.getText()) && isTextKey(parent);
}

function isTextKey({ argumentExpression }: ts.ElementAccessExpression): boolean {
  return ts.isStringLiteralLike(argumentExpression) || ts.isTemplateExpression(argumentExpression);
}

function isAssigned(node: ts.Expression): boolean {
  const parent = outerParent(node);
  return (
    ts.isBinaryExpression(parent) &&
    skipWrappers(parent.left) === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

function isDeleted(node: ts.Expression): boolean {
  return ts.isDeleteExpression(outerParent(node));
}

import { ts } from "ts-morph";
import { collectionWithoutLock as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import { isMadeOnce } from "../../facts/contexts/concurrentRegions.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, contextNoun, quoted, type Rule } from "./concurrentProgram.ts";
import { allSidesOf, exclude, isAfterHandshake, waitsForJob } from "./sharing.ts";

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
    const list = collectionIn(program, node);
    if (!list || !program.regions.has(node) || !isCollection(program, list)) continue;
    const makings = program.graph.values.objectsOf(list);
    // `for (const line of log.flush())`: the log has begun a new list, this one has been handed out.
    if (makings.size > 1 && isResult(program, list)) continue;
    for (const made of makings) {
      if (ts.isFunctionLike(made)) continue;
      const known = into.get(made) ?? [];
      into.set(made, [...known, { node: list, unit, changes: changes(program, list) }]);
    }
  }
}

/** Is it what a function gave, at once or by way of a variable? */
function isResult({ facts }: ConcurrentProgram, list: ts.Expression): boolean {
  const bare = skipWrappers(list);
  if (ts.isCallExpression(bare)) return true;
  const declaration = ts.isIdentifier(bare) ? facts.bindings.at(bare)?.declaration : undefined;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer)
    return false;
  return ts.isCallExpression(skipWrappers(declaration.initializer));
}

function reportFirst(program: ConcurrentProgram, uses: readonly Use[]): void {
  for (const change of uses.filter((use) => use.changes)) {
    for (const [side, context] of allSidesOf(program, change.unit)) {
      for (const use of uses) {
        for (const [other, otherContext] of allSidesOf(program, use.unit)) {
          // An interrupt cannot come in the middle of one operation.
          if (side === other || (side !== "thread" && other !== "thread")) continue;
          if (exclude(program, change.node, use.node, other)) continue;
          if (isAfterHandshake(use.node) || isAfterHandshake(change.node)) continue;
          if (waitsForJob(program, change, use) || waitsForJob(program, use, change)) continue;
          const [here, there] = [contextNoun(context), contextNoun(otherContext)];
          program.report(change.node, problem(quoted(change.node), here, there));
          return;
        }
      }
    }
  }
}

/** The collection that a node looks into or changes. */
function collectionIn({ facts }: ConcurrentProgram, node: ts.Node): ts.Expression | undefined {
  if (ts.isElementAccessExpression(node) || ts.isSpreadElement(node)) return node.expression;
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return skipWrappers(node.expression);
  if (ts.isExpression(node) && ts.isCallExpression(node.parent) && isReader(facts, node.parent)) {
    return node.parent.arguments.includes(node) ? node : undefined;
  }
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const isLength = node.name.text === "length" || node.name.text === "size";
  return isLength && !isAssigned(node) ? undefined : node.expression;
}

/** What is given to `print`, `JSON.stringify`, `Object.keys`, `Array.from` is read to its end. */
function isReader({ checker }: ConcurrentProgram["facts"], call: ts.CallExpression): boolean {
  const name = boardNameOf(checker, call.expression) ?? "";
  return /^(print|Console\.\w+|JSON\.\w+|ObjectConstructor\.\w+|ArrayConstructor\.from|json\.dumps?)$/.test(
    name,
  );
}

function isCollection({ facts }: ConcurrentProgram, node: ts.Expression): boolean {
  const type = facts.checker.getNonNullableType(facts.checker.getTypeAtLocation(node));
  const name = facts.types.libraryClass(type);
  if (name === "Array" || name === "Map" || name === "Set") return true;
  return name === undefined && facts.checker.getIndexInfosOfType(type).length > 0;
}

const changing: ReadonlySet<string> = new Set([
  ...["push", "pop", "shift", "unshift", "splice"],
  ...["set", "add", "delete", "clear", "sort", "reverse"],
]);

function changes({ facts, graph }: ConcurrentProgram, list: ts.Expression): boolean {
  const parent = outerParent(list);
  if (ts.isElementAccessExpression(parent)) {
    if (isDeleted(parent)) return true;
    return isAssigned(parent) && mayGrow(facts.checker, parent, graph.values.objectsOf(list));
  }
  if (!ts.isPropertyAccessExpression(parent)) return false;
  if (parent.name.text === "length") return isAssigned(parent);
  const call = outerParent(parent);
  return ts.isCallExpression(call) && call.expression === parent && changing.has(parent.name.text);
}

/** A new key makes a dict grow; an item that is replaced does not make a list grow, one behind its end does. */
export function mayGrow(
  checker: ts.TypeChecker,
  { expression, argumentExpression }: ts.ElementAccessExpression,
  makings: ReadonlySet<ts.Node>,
): boolean {
  const key = skipWrappers(argumentExpression);
  if (ts.isPropertyAccessExpression(key) && key.name.text === "length") {
    return key.expression.getText() === expression.getText();
  }
  if (!(checker.getTypeAtLocation(key).flags & ts.TypeFlags.StringLike)) return false;
  if (!ts.isStringLiteralLike(key)) return true;
  return ![...makings].every(
    (made) =>
      ts.isObjectLiteralExpression(made) && made.properties.some((p) => isNamed(p, key.text)),
  );
}

function isNamed({ name }: ts.ObjectLiteralElementLike, text: string): boolean {
  return (
    name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === text
  );
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

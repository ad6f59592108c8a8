import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../bindings.ts";
import { skipWrappers } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";
import { type ObjectNode, type ObjectNodes, reachable } from "./objectNode.ts";

/**
 * Objects that `Object.freeze` was called on. Types forbid most writes to them; where one is left, or
 * the program asks `Object.isFrozen`, being frozen must be known at run time.
 */
export class FrozenObjects {
  readonly #checker: ts.TypeChecker;
  readonly #nodes: ObjectNodes;
  readonly #frozen = new Set<ObjectNode>();
  readonly #written: ts.Type[] = [];
  #isAsked = false;

  constructor(checker: ts.TypeChecker, nodes: ObjectNodes) {
    this.#checker = checker;
    this.#nodes = nodes;
  }

  get isSeen(): boolean {
    return this.#isAsked || this.#written.some((type) => this.has(type));
  }

  has(type: ts.Type): boolean {
    if (this.#frozen.size === 0) return false;
    const present = this.#checker.getNonNullableType(type);
    return (present.isUnion() ? present.types : [present]).some((member) => {
      const node = this.#nodes.of(member);
      if (!node) return false;
      for (const source of reachable(node, "sources")) if (this.#frozen.has(source)) return true;
      return false;
    });
  }

  collect(files: readonly ts.SourceFile[]): void {
    if (!files.some((file) => /\bfreeze\b|\bisFrozen\b/.test(file.text))) return;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) this.#noteCall(node);
      const target = writtenTarget(node);
      if (target) this.#written.push(this.#checker.getTypeAtLocation(target.expression));
      ts.forEachChild(node, visit);
    };
    for (const file of files) visit(file);
  }

  #noteCall(node: ts.CallExpression): void {
    if (!ts.isPropertyAccessExpression(node.expression)) return;
    const symbol = this.#checker.getSymbolAtLocation(node.expression.name);
    const key = symbol && libraryKey(symbol);
    if (key === "ObjectConstructor.isFrozen") this.#isAsked = true;
    if (key !== "ObjectConstructor.freeze" || !node.arguments[0]) return;
    const type = this.#checker.getTypeAtLocation(node.arguments[0]);
    for (const member of type.isUnion() ? type.types : [type]) {
      const own = this.#nodes.of(member);
      if (own) this.#frozen.add(own);
    }
  }
}

/** The property that a node writes. */
function writtenTarget(
  node: ts.Node,
): ts.PropertyAccessExpression | ts.ElementAccessExpression | undefined {
  let target: ts.Expression | undefined;
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
    target = skipWrappers(node.left);
  } else if (
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    isIncrement(node.operator)
  ) {
    target = skipWrappers(node.operand);
  }
  const isProperty =
    target && (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target));
  return isProperty
    ? (target as ts.PropertyAccessExpression | ts.ElementAccessExpression)
    : undefined;
}

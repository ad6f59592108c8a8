import { ts } from "ts-morph";

/** Is there a call, or a pause in which others run, in an expression? */
export function mayRunCode(node: ts.Node): boolean {
  const runs =
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isYieldExpression(node) ||
    ts.isTaggedTemplateExpression(node);
  return runs || (ts.forEachChild(node, mayRunCode) ?? false);
}

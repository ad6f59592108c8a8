import { partsOf } from "../../python/expressionParts.ts";
import type * as py from "../../python/py.ts";

/** Reads, lengths and operators: does it run no code that could change a variable? */
export function isCallFree(node: py.Expression): boolean {
  if (node.kind === "subscript") return isCallFree(node.value) && isCallFree(node.index);
  if (node.kind === "call") {
    const isLength = node.callee.kind === "name" && node.callee.id === "len";
    return isLength && node.args.every(isCallFree);
  }
  return partsOf(node)?.every(isCallFree) ?? false;
}

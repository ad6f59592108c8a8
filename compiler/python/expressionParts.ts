import type * as ast from "./ast.ts";
import { ifExp } from "./py.ts";

/**
 * The operands of an expression, in the order in which they are evaluated; undefined for kinds with
 * scopes or effects of their own, which nobody looks into.
 */
export function partsOf(node: ast.Expression): readonly ast.Expression[] | undefined {
  switch (node.kind) {
    case "name":
    case "literal":
      return [];
    case "attribute":
      return [node.value];
    case "unary":
      return [node.operand];
    case "binary":
    case "compare":
    case "boolOp":
      return [node.left, node.right];
    case "ifExp":
      return [node.test, node.then, node.otherwise];
    case "call":
      return node.keywords.length > 0 ? undefined : [node.callee, ...node.args];
    case "list":
    case "tuple":
      return node.elements;
    case "fString":
      return node.parts.filter((part) => typeof part !== "string");
    default:
      return undefined;
  }
}

/** The same expression with other operands, as many as `partsOf` gave; undefined where they do not fit. */
function withParts(
  node: ast.Expression,
  parts: readonly ast.Expression[],
): ast.Expression | undefined {
  const [first, second, third] = parts;
  switch (node.kind) {
    case "attribute":
      return { ...node, value: first! };
    case "unary":
      return { ...node, operand: first! };
    case "binary":
    case "compare":
    case "boolOp":
      return { ...node, left: first!, right: second! };
    case "ifExp":
      return ifExp(first!, second!, third!);
    case "call":
      return { ...node, callee: first!, args: parts.slice(1) };
    case "list":
    case "tuple":
      return { ...node, elements: parts };
    case "fString":
      return formatOf(node, parts);
    default:
      return node;
  }
}

/** MicroPython takes names and attributes in f-strings, and little else. */
function formatOf(node: ast.FString, values: readonly ast.Expression[]): ast.FString | undefined {
  if (!values.every((value) => value.kind === "name" || value.kind === "attribute"))
    return undefined;
  let next = 0;
  return {
    ...node,
    parts: node.parts.map((part) => (typeof part === "string" ? part : values[next++]!)),
  };
}

/** An expression in which a name is replaced; undefined where it may mean something else inside. */
export function replaceName(
  node: ast.Expression,
  id: string,
  by: ast.Expression,
): ast.Expression | undefined {
  if (node.kind === "name") return node.id === id ? by : node;
  const parts = partsOf(node)?.map((part) => replaceName(part, id, by));
  if (!parts) return undefined;
  const made = parts.filter((part) => part !== undefined);
  return made.length === parts.length ? withParts(node, made) : undefined;
}

/** How often an expression mentions a name, as far as `partsOf` sees. */
export function countName(node: ast.Expression, id: string): number {
  if (node.kind === "name") return node.id === id ? 1 : 0;
  return (partsOf(node) ?? []).reduce((sum, part) => sum + countName(part, id), 0);
}

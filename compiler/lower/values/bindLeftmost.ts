import * as py from "../../python/py.ts";
import { isConstant } from "./repeatable.ts";

/**
 * Binds a name where an expression reads it first, `a.x == a.y` becomes `(a := value).x == a.y`;
 * undefined where the first thing that is evaluated is not the name.
 */
export function bindLeftmost(
  expression: py.Expression,
  name: py.Name,
  value: py.Expression,
): py.Expression | undefined {
  const inside = <K extends string>(node: Readonly<Record<K, py.Expression>>, key: K) => {
    const bound = bindLeftmost(node[key], name, value);
    return bound && { ...node, [key]: bound };
  };
  switch (expression.kind) {
    case "name":
      return expression.id === name.id ? py.walrus(name.id, value) : undefined;
    case "attribute":
    case "subscript":
      return inside(expression, "value") as py.Expression | undefined;
    case "binary":
    case "compare": {
      // `"0" <= c <= "9"`: a literal that comes first is nothing to evaluate.
      const side = isConstant(expression.left) ? "right" : "left";
      return inside(expression, side) as py.Expression | undefined;
    }
    case "boolOp":
      return inside(expression, "left") as py.Expression | undefined;
    case "unary":
      return inside(expression, "operand") as py.Expression | undefined;
    case "ifExp":
      return inside(expression, "test") as py.Expression | undefined;
    default:
      return undefined;
  }
}

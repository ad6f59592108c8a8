import type * as py from "../../python/py.ts";

/** Evaluating it twice costs nothing and changes nothing, and nothing in one expression can change it. */
export function isRepeatable(value: py.Expression): boolean {
  return value.kind === "name" || (value.kind === "literal" && value.type !== "str");
}

/** Can never change, whatever runs in between. */
export function isConstant(value: py.Expression): boolean {
  return (
    value.kind === "literal" ||
    value.kind === "lambda" ||
    (value.kind === "unary" && isConstant(value.operand))
  );
}

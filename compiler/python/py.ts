/** Short constructors for Python AST nodes, used as `py.call(py.name("len"), [x])`. */
import type * as ast from "./ast.ts";

export type * from "./ast.ts";

const none: ast.Literal = { kind: "literal", type: "none" };
const trueLiteral: ast.Literal = { kind: "literal", type: "bool", value: true };
const falseLiteral: ast.Literal = { kind: "literal", type: "bool", value: false };

export const name = (id: string): ast.Name => ({ kind: "name", id });

export const noneValue = (): ast.Literal => none;

export const bool = (value: boolean): ast.Literal => (value ? trueLiteral : falseLiteral);

export const str = (value: string): ast.Literal => ({ kind: "literal", type: "str", value });

export const bytes = (value: Uint8Array): ast.Literal => ({
  kind: "literal",
  type: "bytes",
  value,
});

/** An int of any size; negative ones become a unary minus. */
export function int(value: number | bigint): ast.Expression {
  const text = BigInt(value).toString();
  return text.startsWith("-")
    ? unary("-", { kind: "literal", type: "int", text: text.slice(1) })
    : { kind: "literal", type: "int", text };
}

/** A float by its Python text, without sign. */
export const floatText = (text: string): ast.Literal => ({ kind: "literal", type: "float", text });

export const attribute = (value: ast.Expression, attr: string): ast.Attribute => ({
  kind: "attribute",
  value,
  name: attr,
});

export const subscript = (value: ast.Expression, index: ast.Expression): ast.Subscript => ({
  kind: "subscript",
  value,
  index,
});

/** `value[start:stop:step]`, any part of which may be left out. */
export const slice = (
  value: ast.Expression,
  start?: ast.Expression,
  stop?: ast.Expression,
  step?: ast.Expression,
): ast.Subscript => subscript(value, { kind: "slice", start, stop, step });

export const call = (
  callee: ast.Expression,
  args: readonly ast.Expression[] = [],
  keywords: readonly ast.Keyword[] = [],
): ast.Call => ({ kind: "call", callee, args, keywords });

/** `value.method(args)`. */
export const callMethod = (
  value: ast.Expression,
  method: string,
  args: readonly ast.Expression[] = [],
  keywords: readonly ast.Keyword[] = [],
): ast.Call => call(attribute(value, method), args, keywords);

/** A call of a Python builtin: `len(x)`. User names never clash with these. */
export const callBuiltin = (
  id: string,
  args: readonly ast.Expression[],
  keywords: readonly ast.Keyword[] = [],
): ast.Call => call(name(id), args, keywords);

export const keyword = (id: string | undefined, value: ast.Expression): ast.Keyword => ({
  name: id,
  value,
});

export const binary = (
  left: ast.Expression,
  operator: ast.BinaryOperator,
  right: ast.Expression,
): ast.Binary => ({ kind: "binary", left, operator, right });

export const unary = (operator: ast.Unary["operator"], operand: ast.Expression): ast.Unary => ({
  kind: "unary",
  operator,
  operand,
});

export const and = (left: ast.Expression, right: ast.Expression): ast.BoolOp => ({
  kind: "boolOp",
  operator: "and",
  left,
  right,
});

export const or = (left: ast.Expression, right: ast.Expression): ast.BoolOp => ({
  kind: "boolOp",
  operator: "or",
  left,
  right,
});

const opposite: Partial<Record<ast.CompareOperator, ast.CompareOperator>> = {
  "==": "!=",
  "!=": "==",
  is: "is not",
  "is not": "is",
  in: "not in",
  "not in": "in",
};

/** `not x`, simplified where the result is the same: `not (a is b)` is `a is not b`. */
export function not(operand: ast.Expression): ast.Expression {
  if (operand.kind === "compare") {
    const operator = opposite[operand.operator];
    if (operator) return { ...operand, operator };
  }
  if (operand.kind === "literal" && operand.type === "bool") return bool(!operand.value);
  return unary("not", operand);
}

export const compare = (
  left: ast.Expression,
  operator: ast.CompareOperator,
  right: ast.Expression,
): ast.Compare => ({ kind: "compare", left, operator, right });

/** `low <= value < end` */
export const between = (
  low: ast.Expression,
  value: ast.Expression,
  end: ast.Expression,
): ast.Compare => ({ ...compare(low, "<=", compare(value, "<", end)), isChain: true });

export const isNone = (value: ast.Expression): ast.Compare => compare(value, "is", none);

export const isNotNone = (value: ast.Expression): ast.Compare => compare(value, "is not", none);

export const ifExp = (
  test: ast.Expression,
  then: ast.Expression,
  otherwise: ast.Expression,
): ast.IfExp => ({ kind: "ifExp", test, then, otherwise });

export const parameter = (id: string, value?: ast.Expression): ast.Parameter =>
  value ? { name: id, default: value } : { name: id };

export const lambda = (parameters: readonly ast.Parameter[], body: ast.Expression): ast.Lambda => ({
  kind: "lambda",
  parameters,
  body,
});

export const list = (elements: readonly ast.Expression[]): ast.ListDisplay => ({
  kind: "list",
  elements,
});

export const tuple = (elements: readonly ast.Expression[]): ast.TupleDisplay => ({
  kind: "tuple",
  elements,
});

export const dict = (entries: ast.DictDisplay["entries"]): ast.DictDisplay => ({
  kind: "dict",
  entries,
});

/** `[element for target in iterable if condition]`. */
export const listComp = (
  element: ast.Expression,
  target: ast.Target,
  iterable: ast.Expression,
  conditions: readonly ast.Expression[] = [],
): ast.Comprehension => ({
  kind: "comprehension",
  type: "list",
  element,
  clauses: [{ target, iterable, conditions }],
});

export const generatorExp = (
  element: ast.Expression,
  target: ast.Target,
  iterable: ast.Expression,
  conditions: readonly ast.Expression[] = [],
): ast.Comprehension => ({
  kind: "comprehension",
  type: "generator",
  element,
  clauses: [{ target, iterable, conditions }],
});

export const fString = (parts: ast.FString["parts"]): ast.FString => ({ kind: "fString", parts });

export const awaitValue = (value: ast.Expression): ast.Await => ({ kind: "await", value });

export const yieldValue = (value?: ast.Expression): ast.Yield => ({
  kind: "yield",
  value,
  from: false,
});

export const yieldFrom = (value: ast.Expression): ast.Yield => ({
  kind: "yield",
  value,
  from: true,
});

export const walrus = (id: string, value: ast.Expression): ast.Walrus => ({
  kind: "walrus",
  name: id,
  value,
});

export const starred = (value: ast.Expression): ast.Starred => ({ kind: "starred", value });

// Statements

export const expression = (value: ast.Expression): ast.ExpressionStatement => ({
  kind: "expression",
  value,
});

export const assign = (target: ast.Target, value: ast.Expression): ast.Assign => ({
  kind: "assign",
  targets: [target],
  value,
});

export const augAssign = (
  target: ast.Target,
  operator: ast.BinaryOperator,
  value: ast.Expression,
): ast.AugAssign => ({ kind: "augAssign", target, operator, value });

export const returnValue = (value?: ast.Expression): ast.Return => ({ kind: "return", value });

export const ifThen = (
  test: ast.Expression,
  body: readonly ast.Statement[],
  orelse: readonly ast.Statement[] = [],
): ast.If => ({ kind: "if", test, body, orelse });

export const whileLoop = (
  test: ast.Expression,
  body: readonly ast.Statement[],
  orelse: readonly ast.Statement[] = [],
): ast.While => ({ kind: "while", test, body, orelse });

export const forIn = (
  target: ast.Target,
  iterable: ast.Expression,
  body: readonly ast.Statement[],
  options: { readonly async?: boolean; readonly orelse?: readonly ast.Statement[] } = {},
): ast.ForIn => ({
  kind: "forIn",
  target,
  iterable,
  body,
  orelse: options.orelse ?? [],
  async: options.async ?? false,
});

export const raise = (value?: ast.Expression): ast.Raise => ({ kind: "raise", value });

export const handler = (
  type: ast.Expression | undefined,
  id: string | undefined,
  body: readonly ast.Statement[],
): ast.Handler => ({ type, name: id, body });

export const tryExcept = (
  body: readonly ast.Statement[],
  handlers: readonly ast.Handler[],
  finalbody: readonly ast.Statement[] = [],
  orelse: readonly ast.Statement[] = [],
): ast.Try => ({ kind: "try", body, handlers, orelse, finalbody });

export const withContext = (
  context: ast.Expression,
  target: ast.Target | undefined,
  body: readonly ast.Statement[],
  isAsync = false,
): ast.With => ({
  kind: "with",
  items: [target ? { context, target } : { context }],
  body,
  async: isAsync,
});

export const functionDef = (
  id: string,
  parameters: readonly ast.Parameter[],
  body: readonly ast.Statement[],
  options: {
    readonly async?: boolean;
    readonly decorators?: readonly ast.Expression[];
    readonly displayName?: string;
    readonly replaceable?: boolean;
  } = {},
): ast.FunctionDef => ({
  kind: "functionDef",
  name: id,
  parameters,
  body,
  async: options.async ?? false,
  decorators: options.decorators ?? [],
  ...(options.displayName === undefined ? {} : { displayName: options.displayName }),
  ...(options.replaceable ? { replaceable: true } : {}),
});

export const classDef = (
  id: string,
  bases: readonly ast.Expression[],
  body: readonly ast.Statement[],
): ast.ClassDef => ({ kind: "classDef", name: id, bases, body, decorators: [] });

export const importModule = (module: string, alias?: string): ast.Import => ({
  kind: "import",
  module,
  alias,
});

export const importFrom = (module: string, names: ast.ImportFrom["names"]): ast.ImportFrom => ({
  kind: "importFrom",
  module,
  names,
});

export const global = (names: readonly string[]): ast.Global => ({ kind: "global", names });

export const nonlocal = (names: readonly string[]): ast.Nonlocal => ({ kind: "nonlocal", names });

export const pass = (): ast.Pass => ({ kind: "pass" });

export const breakLoop = (): ast.Break => ({ kind: "break" });

export const continueLoop = (): ast.Continue => ({ kind: "continue" });

export const deleteTarget = (target: ast.Target): ast.Delete => ({ kind: "delete", target });

export const comment = (text: string): ast.Comment => ({ kind: "comment", text });

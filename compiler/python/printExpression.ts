import type * as ast from "./ast.ts";
import { printBytes, printString } from "./printString.ts";

/** How tightly an expression binds; an operand that binds less than its place asks gets parentheses. */
const precedence = {
  lowest: 0,
  walrus: 1,
  lambda: 2,
  ifExp: 3,
  or: 4,
  and: 5,
  not: 6,
  compare: 7,
  bitOr: 8,
  bitXor: 9,
  bitAnd: 10,
  shift: 11,
  sum: 12,
  term: 13,
  unary: 14,
  power: 15,
  await: 16,
  primary: 17,
} as const;

const binaryPrecedence: Record<ast.BinaryOperator, number> = {
  "|": precedence.bitOr,
  "^": precedence.bitXor,
  "&": precedence.bitAnd,
  "<<": precedence.shift,
  ">>": precedence.shift,
  "+": precedence.sum,
  "-": precedence.sum,
  "*": precedence.term,
  "/": precedence.term,
  "//": precedence.term,
  "%": precedence.term,
  "**": precedence.power,
};

function precedenceOf(node: ast.Expression): number {
  switch (node.kind) {
    case "walrus":
    case "yield":
      return precedence.lowest;
    case "lambda":
      return precedence.lambda;
    case "ifExp":
      return precedence.ifExp;
    case "boolOp":
      return node.operator === "or" ? precedence.or : precedence.and;
    case "compare":
      return precedence.compare;
    case "binary":
      return binaryPrecedence[node.operator];
    case "unary":
      return node.operator === "not" ? precedence.not : precedence.unary;
    case "await":
      return precedence.await;
    default:
      return precedence.primary;
  }
}

/** The text of an expression, in parentheses if it binds less tightly than `least`. */
export function printExpression(node: ast.Expression, least: number = precedence.lowest): string {
  const text = printBare(node);
  const binds = precedenceOf(node);
  return binds < least || (binds === precedence.lowest && least > precedence.lowest)
    ? `(${text})`
    : text;
}

/** Where a comma would end the expression: arguments, elements. A walrus there needs parentheses in places. */
function printElement(node: ast.Expression): string {
  return printExpression(node, precedence.lambda);
}

/** An expression where the grammar wants more than a bare walrus or `yield`: those get parentheses. */
export function printOperand(node: ast.Expression): string {
  return printExpression(node, precedence.walrus);
}

export function printElements(nodes: readonly ast.Expression[]): string {
  return nodes.map(printElement).join(", ");
}

function printBare(node: ast.Expression): string {
  switch (node.kind) {
    case "name":
      return node.id;
    case "literal":
      return printLiteral(node);
    case "attribute":
      return `${printPrimary(node.value)}.${node.name}`;
    case "subscript":
      return `${printPrimary(node.value)}[${printIndex(node.index)}]`;
    case "slice":
      return printSlice(node);
    case "call":
      return printCall(node);
    case "binary":
      return printBinary(node);
    case "unary":
      return printUnary(node);
    case "boolOp":
      return printBoolOp(node);
    case "compare":
      return printCompare(node);
    case "ifExp":
      return printIfExp(node);
    case "lambda":
      return printLambda(node);
    case "list":
      return `[${printElements(node.elements)}]`;
    case "tuple":
      return printTuple(node);
    case "dict":
      return printDict(node);
    case "set":
      return `{${printElements(node.elements)}}`;
    case "comprehension":
      return printComprehension(node);
    case "fString":
      return printFString(node);
    case "await":
      return `await ${printExpression(node.value, precedence.primary)}`;
    case "yield":
      return printYield(node);
    case "walrus":
      return `${node.name} := ${printExpression(node.value, precedence.lambda)}`;
    case "starred":
      return `*${printExpression(node.value, precedence.bitOr)}`;
  }
}

function printLiteral(node: ast.Literal): string {
  switch (node.type) {
    case "int":
    case "float":
      return node.text;
    case "str":
      return printString(node.value);
    case "bytes":
      return printBytes(node.value);
    case "bool":
      return node.value ? "True" : "False";
    case "none":
      return "None";
  }
}

/** A number before a dot needs parentheses: `(1).x`. */
function printPrimary(node: ast.Expression): string {
  if (node.kind === "literal" && (node.type === "int" || node.type === "float")) {
    return `(${node.text})`;
  }
  return printExpression(node, precedence.primary);
}

function printIndex(node: ast.Expression): string {
  if (node.kind === "slice") return printSlice(node);
  return printExpression(node, precedence.lambda);
}

function printSlice(node: ast.Slice): string {
  const part = (e: ast.Expression | undefined) => (e ? printElement(e) : "");
  const step = node.step ? `:${part(node.step)}` : "";
  return `${part(node.start)}:${part(node.stop)}${step}`;
}

function printCall(node: ast.Call): string {
  const only = node.args[0];
  if (node.args.length === 1 && node.keywords.length === 0 && only?.kind === "comprehension") {
    if (only.type === "generator") return `${printPrimary(node.callee)}${printComprehension(only)}`;
  }
  const keywords = node.keywords.map((k) =>
    k.name === undefined ? `**${printElement(k.value)}` : `${k.name}=${printElement(k.value)}`,
  );
  return `${printPrimary(node.callee)}(${[...node.args.map(printElement), ...keywords].join(", ")})`;
}

function printBinary(node: ast.Binary): string {
  const own = binaryPrecedence[node.operator];
  const isPower = node.operator === "**";
  const left = printExpression(node.left, isPower ? precedence.await : own);
  const right = printExpression(node.right, isPower ? precedence.unary : own + 1);
  return `${left} ${node.operator} ${right}`;
}

function printUnary(node: ast.Unary): string {
  if (node.operator === "not") return `not ${printExpression(node.operand, precedence.not)}`;
  return `${node.operator}${printExpression(node.operand, precedence.unary)}`;
}

function printBoolOp(node: ast.BoolOp): string {
  const own = node.operator === "or" ? precedence.or : precedence.and;
  return `${printExpression(node.left, own)} ${node.operator} ${printExpression(node.right, own)}`;
}

function printCompare(node: ast.Compare): string {
  const side = precedence.compare + 1;
  const right = printExpression(node.right, node.isChain ? precedence.compare : side);
  return `${printExpression(node.left, side)} ${node.operator} ${right}`;
}

function printIfExp(node: ast.IfExp): string {
  const then = printExpression(node.then, precedence.or);
  const test = printExpression(node.test, precedence.or);
  return `${then} if ${test} else ${printExpression(node.otherwise, precedence.lambda)}`;
}

export function printParameters(parameters: readonly ast.Parameter[]): string {
  return parameters
    .map((p) => {
      const stars = p.star ? "*" : p.doubleStar ? "**" : "";
      return `${stars}${p.name}${p.default ? `=${printElement(p.default)}` : ""}`;
    })
    .join(", ");
}

function printLambda(node: ast.Lambda): string {
  const parameters = printParameters(node.parameters);
  return `lambda${parameters ? ` ${parameters}` : ""}: ${printExpression(node.body, precedence.lambda)}`;
}

function printTuple(node: ast.TupleDisplay): string {
  if (node.elements.length === 0) return "()";
  const text = printElements(node.elements);
  return node.elements.length === 1 ? `(${text},)` : `(${text})`;
}

function printDict(node: ast.DictDisplay): string {
  const entries = node.entries.map((e) => `${printElement(e.key)}: ${printElement(e.value)}`);
  return `{${entries.join(", ")}}`;
}

function printComprehension(node: ast.Comprehension): string {
  const clauses = node.clauses.map((clause) => {
    const conditions = clause.conditions.map((c) => ` if ${printExpression(c, precedence.or)}`);
    return ` for ${printTarget(clause.target)} in ${printExpression(clause.iterable, precedence.or)}${conditions.join("")}`;
  });
  const inner = `${printElement(node.element)}${clauses.join("")}`;
  if (node.type === "list") return `[${inner}]`;
  return node.type === "set" ? `{${inner}}` : `(${inner})`;
}

function printFString(node: ast.FString): string {
  const parts = node.parts.map((part) =>
    typeof part === "string" ? printString(part).slice(1, -1) : `{${printExpression(part)}}`,
  );
  const text = node.parts.filter((part) => typeof part === "string").join("");
  const quote = printString(text)[0]!;
  return `f${quote}${parts.join("")}${quote}`;
}

function printYield(node: ast.Yield): string {
  if (!node.value) return "yield";
  return `yield ${node.from ? "from " : ""}${printElement(node.value)}`;
}

/** A target of an assignment or a loop: a tuple goes without parentheses. */
export function printTarget(node: ast.Target): string {
  if (node.kind === "tuple" && node.elements.length > 0) {
    const text = printElements(node.elements);
    return node.elements.length === 1 ? `${text},` : text;
  }
  return printExpression(node);
}

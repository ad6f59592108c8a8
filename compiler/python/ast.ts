/**
 * The Python that tsmp emits, as data. Plain objects with a `kind`; nothing here knows TypeScript.
 * Only what MicroPython 1.24 parses has a node: no match, no PEP 448 displays, no decorators with
 * expressions.
 */

/** Where a statement comes from. */
export interface Origin {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export type Expression =
  | Name
  | Literal
  | Attribute
  | Subscript
  | Slice
  | Call
  | Binary
  | Unary
  | BoolOp
  | Compare
  | IfExp
  | Lambda
  | ListDisplay
  | TupleDisplay
  | DictDisplay
  | SetDisplay
  | Comprehension
  | FString
  | Await
  | Yield
  | Walrus
  | Starred;

export interface Name {
  readonly kind: "name";
  readonly id: string;
}

/** `int` may have any size: it is given as its text. */
export type Literal =
  | { readonly kind: "literal"; readonly type: "int"; readonly text: string }
  | { readonly kind: "literal"; readonly type: "float"; readonly text: string }
  | { readonly kind: "literal"; readonly type: "str"; readonly value: string }
  | { readonly kind: "literal"; readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "literal"; readonly type: "bool"; readonly value: boolean }
  | { readonly kind: "literal"; readonly type: "none" };

export interface Attribute {
  readonly kind: "attribute";
  readonly value: Expression;
  readonly name: string;
}

export interface Subscript {
  readonly kind: "subscript";
  readonly value: Expression;
  readonly index: Expression;
}

/** Only as the index of a subscript. */
export interface Slice {
  readonly kind: "slice";
  readonly start: Expression | undefined;
  readonly stop: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Keyword {
  /** Undefined for `**value`. */
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface Call {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "//"
  | "%"
  | "**"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>";

export interface Binary {
  readonly kind: "binary";
  readonly left: Expression;
  readonly operator: BinaryOperator;
  readonly right: Expression;
}

export interface Unary {
  readonly kind: "unary";
  readonly operator: "-" | "+" | "~" | "not";
  readonly operand: Expression;
}

export interface BoolOp {
  readonly kind: "boolOp";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

export type CompareOperator =
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "is"
  | "is not"
  | "in"
  | "not in";

export interface Compare {
  readonly kind: "compare";
  readonly left: Expression;
  readonly operator: CompareOperator;
  readonly right: Expression;
  /** `a <= b < c`: the right side is a comparison that goes on with its left operand. */
  readonly isChain?: boolean;
}

export interface IfExp {
  readonly kind: "ifExp";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Parameter {
  readonly name: string;
  readonly default?: Expression;
  /** `*name`; an empty name is the bare `*` before keyword-only parameters. */
  readonly star?: boolean;
  /** `**name`. */
  readonly doubleStar?: boolean;
}

export interface Lambda {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface ListDisplay {
  readonly kind: "list";
  readonly elements: readonly Expression[];
}

export interface TupleDisplay {
  readonly kind: "tuple";
  readonly elements: readonly Expression[];
}

export interface DictDisplay {
  readonly kind: "dict";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface SetDisplay {
  readonly kind: "set";
  readonly elements: readonly Expression[];
}

export interface ComprehensionClause {
  readonly target: Target;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

export interface Comprehension {
  readonly kind: "comprehension";
  readonly type: "list" | "set" | "generator";
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}

/** `f"text {value}"`; values are names and attributes only: MicroPython parses no more reliably. */
export interface FString {
  readonly kind: "fString";
  readonly parts: readonly (string | Expression)[];
}

export interface Await {
  readonly kind: "await";
  readonly value: Expression;
}

export interface Yield {
  readonly kind: "yield";
  readonly value: Expression | undefined;
  /** `yield from value`. */
  readonly from: boolean;
}

/** `(name := value)`. */
export interface Walrus {
  readonly kind: "walrus";
  readonly name: string;
  readonly value: Expression;
}

/** `*value`, in calls only: displays with stars are syntax errors in MicroPython. */
export interface Starred {
  readonly kind: "starred";
  readonly value: Expression;
}

export type Target = Name | Attribute | Subscript | TupleDisplay | Starred;

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | ForIn
  | While
  | If
  | With
  | Raise
  | Try
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExpressionStatement
  | Pass
  | Break
  | Continue
  | Assert
  | Comment;

interface Located {
  /** Set by whoever lowers a statement; the printer makes the source map from it. */
  origin?: Origin;
}

export interface FunctionDef extends Located {
  readonly kind: "functionDef";
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly async: boolean;
  readonly decorators: readonly Expression[];
  /** The name a TypeScript author knows it by, for tracebacks; the Python name if not set. */
  readonly displayName?: string;
  /** Nothing needs it but what mentions its name: it may be left out where nothing does. */
  readonly replaceable?: boolean;
}

export interface ClassDef extends Located {
  readonly kind: "classDef";
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

export interface Return extends Located {
  readonly kind: "return";
  readonly value: Expression | undefined;
}

export interface Delete extends Located {
  readonly kind: "delete";
  readonly target: Target;
}

/** `a = b = value` has two targets. */
export interface Assign extends Located {
  readonly kind: "assign";
  readonly targets: readonly Target[];
  readonly value: Expression;
}

export interface AugAssign extends Located {
  readonly kind: "augAssign";
  readonly target: Target;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}

export interface ForIn extends Located {
  readonly kind: "forIn";
  readonly target: Target;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly async: boolean;
}

export interface While extends Located {
  readonly kind: "while";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface If extends Located {
  readonly kind: "if";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Located {
  readonly kind: "with";
  readonly items: readonly { readonly context: Expression; readonly target?: Target }[];
  readonly body: readonly Statement[];
  readonly async: boolean;
}

export interface Raise extends Located {
  readonly kind: "raise";
  readonly value: Expression | undefined;
}

export interface Handler {
  /** Undefined catches everything, cancellation too. */
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: readonly Statement[];
}

export interface Try extends Located {
  readonly kind: "try";
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface Import extends Located {
  readonly kind: "import";
  readonly module: string;
  readonly alias: string | undefined;
}

export interface ImportFrom extends Located {
  readonly kind: "importFrom";
  readonly module: string;
  readonly names: readonly { readonly name: string; readonly alias: string | undefined }[];
}

export interface Global extends Located {
  readonly kind: "global";
  readonly names: readonly string[];
}

export interface Nonlocal extends Located {
  readonly kind: "nonlocal";
  readonly names: readonly string[];
}

export interface ExpressionStatement extends Located {
  readonly kind: "expression";
  readonly value: Expression;
}

export interface Pass extends Located {
  readonly kind: "pass";
}

export interface Break extends Located {
  readonly kind: "break";
}

export interface Continue extends Located {
  readonly kind: "continue";
}

export interface Assert extends Located {
  readonly kind: "assert";
  readonly test: Expression;
  readonly message: Expression | undefined;
}

/** A line of its own; one per line of text. */
export interface Comment extends Located {
  readonly kind: "comment";
  readonly text: string;
}

/** One Python module. */
export interface Module {
  readonly body: readonly Statement[];
}

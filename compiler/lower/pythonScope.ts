import type { ts } from "ts-morph";
import type { ScopeNode } from "../facts/scopes.ts";
import * as py from "../python/py.ts";

/** A loop, and the lengths that its body wants to have in variables. */
export interface LoopFrame {
  readonly loop: ts.IterationStatement;
  readonly lengths: Map<ts.Symbol, { readonly name: py.Name; readonly list: py.Expression }>;
}

/** The Python function (or module) that statements are being lowered for. */
export interface PythonScope {
  readonly node: ScopeNode;
  /** Module code that runs inside a function, such as the `async def` of a top-level await. */
  readonly wrapped?: boolean;
  /** Outer variables that the code assigns: they need `global` or `nonlocal`. */
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  /** What `this` is here. */
  readonly self: py.Expression | undefined;
  /** Made-up variables of this scope. */
  readonly temporaries: Set<string>;
  /** Fields of `self` and constants of the module that local variables have the values of. */
  readonly loaded: Map<ts.Symbol, py.Name>;
  /** Records whose fields are in variables: field -> variable. */
  readonly unpacked: Map<ts.Symbol, ReadonlyMap<string, py.Name>>;
  /** The variables that have the length of a text or typed array. */
  readonly lengths: Map<ts.Symbol, py.Name>;
  /** The loops that are being lowered, the outermost first. */
  readonly loops: LoopFrame[];
  readonly outer: PythonScope | undefined;
}

/** `global x` and `nonlocal y`, for the outer variables that the code assigns. */
export function outerDeclarations(scope: PythonScope): readonly py.Statement[] {
  const statements: py.Statement[] = [];
  if (scope.globals.size > 0) statements.push(py.global([...scope.globals].sort()));
  if (scope.nonlocals.size > 0) statements.push(py.nonlocal([...scope.nonlocals].sort()));
  return statements;
}

/** What a scope starts with: none of its values is in a variable of its own. */
export function nothingKnown(): Pick<PythonScope, "loaded" | "unpacked" | "lengths" | "loops"> {
  return { loaded: new Map(), unpacked: new Map(), lengths: new Map(), loops: [] };
}

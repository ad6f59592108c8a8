import { ts } from "ts-morph";
import type { Diagnostic, Fix, Problem } from "../diagnostics/diagnostic.ts";
import { locate } from "../diagnostics/locate.ts";
import type { Binding } from "../facts/bindings.ts";
import type { Facts } from "../facts/facts.ts";
import { anyNumber, type NumberFact, type NumberProofs } from "../facts/numberFacts.ts";
import { primitiveBehind } from "../facts/primitiveBehind.ts";
import { typeOfGroupParameter } from "../facts/regexps/groupParameter.ts";
import type { ScopeNode } from "../facts/scopes.ts";
import { wordsInside } from "../facts/syntax.ts";
import * as py from "../python/py.ts";
import { Conversions } from "./conversions.ts";
import type { ModuleContext } from "./moduleContext.ts";
import { nothingKnown, outerDeclarations, type PythonScope } from "./pythonScope.ts";
import { isRepeatable } from "./values/repeatable.ts";

/** What is known of a value that an expression outside of the program stands for. */
interface StandIn {
  readonly value: py.Expression;
  readonly type: ts.Type;
  readonly fact: NumberFact;
}

/** Code that an expression needs to have run before it can be evaluated. */
export interface Captured<T> {
  readonly value: T;
  readonly prerequisites: readonly py.Statement[];
}

/**
 * What every lowering gets: the facts, the module being made, and the list that statements are
 * pushed to which must run before the expression at hand.
 */
export class Lowering {
  readonly facts: Facts;
  readonly module: ModuleContext;
  readonly conversions = new Conversions();
  readonly #diagnostics: Diagnostic[];
  readonly #standIns = new Map<ts.Node, StandIn>();
  #substitutes: ReadonlyMap<ts.Symbol, py.Expression> = new Map();
  #scope: PythonScope;
  readonly #words = new Map<ts.Node, ReadonlySet<string>>();
  #prerequisites: py.Statement[] = [];

  constructor(facts: Facts, module: ModuleContext, diagnostics: Diagnostic[]) {
    this.facts = { ...facts, numbers: this.#withStandIns(facts.numbers) };
    this.module = module;
    this.#diagnostics = diagnostics;
    this.#scope = {
      node: module.sourceFile,
      globals: new Set(),
      nonlocals: new Set(),
      self: undefined,
      temporaries: new Set(),
      ...nothingKnown(),
      outer: undefined,
    };
  }

  get checker(): ts.TypeChecker {
    return this.facts.checker;
  }

  get scope(): PythonScope {
    return this.#scope;
  }

  typeOf(node: ts.Node): ts.Type {
    const standIn = this.#standIns.get(node);
    if (standIn) return standIn.type;
    const conversion = this.conversions.of(node);
    if (conversion === "number") return this.checker.getNumberType();
    if (conversion === "text") return this.checker.getStringType();
    const type = this.checker.getTypeAtLocation(node);
    if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0) return type;
    const behind = primitiveBehind(this.checker, node);
    if (behind || !ts.isIdentifier(node)) return behind ?? type;
    return typeOfGroupParameter(this.checker, node) ?? type;
  }

  /**
   * An expression for a value that is lowered already, so that what lowers expressions can be used on
   * it: `xs.map(Number)` asks the lowering of `Number(x)` with an `x` that the program does not have.
   */
  standIn(
    value: py.Expression,
    type: ts.Type,
    place: ts.Expression,
    fact: NumberFact = anyNumber,
  ): ts.Expression {
    const node = ts.setTextRange(ts.factory.createIdentifier("value"), place);
    // A node needs a parent for its file to be found; this one is new, so nobody else sees the change.
    (node as { parent: ts.Node }).parent = place.parent;
    this.#standIns.set(node, { value, type, fact });
    return node;
  }

  /** The value that such an expression stands for. */
  valueOfStandIn(node: ts.Node): py.Expression | undefined {
    return this.#standIns.get(node)?.value;
  }

  /** Lowers code in which some variables are expressions instead of Python variables. */
  substituting<T>(values: ReadonlyMap<ts.Symbol, py.Expression>, lower: () => T): T {
    const saved = this.#substitutes;
    this.#substitutes = new Map([...saved, ...values]);
    try {
      return lower();
    } finally {
      this.#substitutes = saved;
    }
  }

  /** What a variable is instead of a Python variable, in code that is lowered with substitutes. */
  substituteFor(binding: Binding): py.Expression | undefined {
    return this.#substitutes.get(binding.symbol);
  }

  #withStandIns(numbers: NumberProofs): NumberProofs {
    return { ...numbers, of: (node) => this.#standIns.get(node)?.fact ?? numbers.of(node) };
  }

  /** Reports a problem at a node; lowering goes on, so that all errors are found in one run. */
  report(node: ts.Node, problem: Problem, fix?: Fix): void {
    const file = node.getSourceFile();
    const start = node.getStart(file);
    const found = locate(problem, this.module.pathOf(file), file, start, node.getEnd() - start);
    // What is lowered in more than one way to see which is better reports its errors each time.
    const isKnown = this.#diagnostics.some(
      (one) => one.code === found.code && one.file === found.file && isSamePlace(one, found),
    );
    if (!isKnown) this.#diagnostics.push(fix ? { ...found, fix } : found);
  }

  /** Reports, and gives a value that keeps the tree whole. */
  refuse(node: ts.Node, problem: Problem, fix?: Fix): py.Expression {
    this.report(node, problem, fix);
    return py.noneValue();
  }

  /** Runs before the statement that the expression at hand is part of. */
  prerequisite(...statements: readonly py.Statement[]): void {
    this.#prerequisites.push(...statements);
  }

  /** Lowers something and keeps its prerequisites apart. */
  capture<T>(lower: () => T): Captured<T> {
    const saved = this.#prerequisites;
    this.#prerequisites = [];
    try {
      const value = lower();
      return { value, prerequisites: this.#prerequisites };
    } finally {
      this.#prerequisites = saved;
    }
  }

  /** Lowers the code of a nested Python scope. */
  inScope<T>(
    node: ScopeNode,
    options: { readonly self?: py.Expression | undefined; readonly wrapped?: boolean },
    lower: () => T,
  ): { readonly value: T; readonly declarations: readonly py.Statement[] } {
    const saved = this.#scope;
    const scope: PythonScope = {
      node,
      globals: new Set(),
      nonlocals: new Set(),
      self: options.self,
      wrapped: options.wrapped ?? false,
      temporaries: new Set(),
      ...nothingKnown(),
      outer: saved,
    };
    this.#scope = scope;
    try {
      const { value, prerequisites } = this.capture(lower);
      if (prerequisites.length > 0) throw new Error("prerequisites were left in a function");
      return { value, declarations: outerDeclarations(scope) };
    } finally {
      this.#scope = saved;
    }
  }

  /** Lowers code in which `this` is something else, without a Python scope of its own. */
  withSelf<T>(self: py.Expression, lower: () => T): T {
    const saved = this.#scope;
    this.#scope = { ...saved, self, ...nothingKnown() };
    try {
      return lower();
    } finally {
      this.#scope = saved;
    }
  }

  /** The Python name of a variable. */
  nameOf(binding: Binding): string {
    return this.module.names.of(binding);
  }

  /** Notes that the current function assigns a variable, which may be an outer one. */
  noteAssignment(binding: Binding): void {
    const name = this.nameOf(binding);
    if (ts.isSourceFile(binding.scope)) {
      if (this.#scope.node !== binding.scope || this.#scope.wrapped) this.#scope.globals.add(name);
    } else if (binding.scope !== this.#scope.node) this.#scope.nonlocals.add(name);
  }

  /** A new local variable of the current function. */
  fresh(hint: string): string {
    return this.#hold(this.module.names.unused(hint, (name) => this.#isHeld(name)));
  }

  /** Is a name one of the made-up variables here or around? */
  #isHeld(name: string): boolean {
    for (let scope: PythonScope | undefined = this.#scope; scope; scope = scope.outer) {
      if (scope.temporaries.has(name)) return true;
    }
    return false;
  }

  #hold(name: string): string {
    this.#scope.temporaries.add(name);
    this.module.names.noteTemporary(name);
    return name;
  }

  /** A parameter of the current function: `hint` itself, unless `words` are in its way. */
  freshParameter(hint: string, words: ReadonlySet<string>): string {
    const name = this.module.names.freeInside(hint, words);
    return name === undefined || this.#isHeld(name) ? this.fresh(hint) : this.#hold(name);
  }

  /** A new local variable, under a name that other functions of the file may have. */
  local(hint: string): py.Name {
    const isCommon = hint === "value";
    return py.name(isCommon ? this.fresh(hint) : this.freshParameter(hint, this.#wordsHere()));
  }

  /** The identifiers of the current function. */
  #wordsHere(): ReadonlySet<string> {
    const { node } = this.#scope;
    // A constructor runs the initialisers of fields, too.
    const whole = ts.isConstructorDeclaration(node) ? node.parent : node;
    const known = this.#words.get(whole) ?? wordsInside(whole);
    this.#words.set(whole, known);
    return known;
  }

  /** Gives a made-up name back that only a comprehension or a loop that is complete has used. */
  release(target: py.Expression | undefined): void {
    if (target?.kind === "name") this.#scope.temporaries.delete(target.id);
  }

  /** Puts a value into a new variable before the statement at hand, unless it can be repeated freely. */
  stash(value: py.Expression, hint = "value"): py.Expression {
    if (isRepeatable(value)) return value;
    return this.remember(value, hint);
  }

  /** Puts a value into a new variable before the statement at hand, even one that could be repeated. */
  remember(value: py.Expression, hint: string): py.Name {
    const name = this.local(hint);
    this.prerequisite(py.assign(name, value));
    return name;
  }

  /**
   * Names a value inside an expression: `first` binds it where it is first evaluated, `again` reads
   * it afterwards. A value that can be repeated freely is just repeated.
   */
  bind(value: py.Expression, hint = "value"): { first: py.Expression; again: py.Expression } {
    if (isRepeatable(value)) return { first: value, again: value };
    const name = this.fresh(hint);
    return { first: py.walrus(name, value), again: py.name(name) };
  }

  /** A helper of the language runtime, imported where it is first asked for. */
  helper(name: string): py.Name {
    return py.name(this.module.helper(name));
  }

  callHelper(name: string, ...args: readonly py.Expression[]): py.Call {
    return py.call(this.helper(name), args);
  }

  /** A function of a Python module: `math.floor` -> `from math import floor`'s local name. */
  pythonFunction(module: string, name: string): py.Expression {
    return this.module.pythonFunction(module, name);
  }
}

function isSamePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.line === b.line && a.column === b.column && a.message === b.message;
}

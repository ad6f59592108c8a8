import { ts } from "ts-morph";
import { ArrayIdentity } from "./arrayIdentity.ts";
import { type BindingFacts, isWritten } from "./bindings.ts";
import { CalleeFacts, type Code } from "./callees.ts";
import type { NumberProofs } from "./numberFacts.ts";
import { outerParent, skipWrappers } from "./syntax.ts";
import { isDeclarationFileSymbol, libraryKey, type TypeFacts } from "./typeFacts.ts";

/**
 * What happens to an array's length while some code runs. Elements that are replaced do not count:
 * a loop sees them in Python as in JavaScript.
 */
export type LengthChange = "none" | "grows" | "any";

/** An array that code may make longer or shorter; "everything" where the code is not known. */
interface Change {
  readonly array: ts.Expression | "everything";
  readonly kind: Exclude<LengthChange, "none">;
}

/** What a piece of code does by itself, and which other code it may run. */
interface Effects {
  readonly changes: readonly Change[];
  readonly runs: readonly Code[];
}

const unknownChange: Change = { array: "everything", kind: "any" };

/** May an array change while a callback or a loop body runs over it? */
export class ArrayChangeFacts {
  readonly identity: ArrayIdentity;
  readonly #checker: ts.TypeChecker;
  readonly #types: TypeFacts;
  readonly #callees: CalleeFacts;
  readonly #numbers: Pick<NumberProofs, "indexProof">;
  readonly #known = new Map<ts.Node, Effects>();

  constructor(
    checker: ts.TypeChecker,
    types: TypeFacts,
    bindings: BindingFacts,
    numbers: Pick<NumberProofs, "indexProof">,
    sourceFiles: readonly ts.SourceFile[],
  ) {
    this.#checker = checker;
    this.#types = types;
    this.#numbers = numbers;
    this.identity = new ArrayIdentity(checker, bindings);
    this.#callees = new CalleeFacts(checker, sourceFiles);
  }

  /** The worst that `code`, a callback or the body of a loop, may do to the array. */
  during(code: ts.Node, array: ts.Expression): LengthChange {
    const aliases = this.#arrayParameters(code);
    const mayBeKnown = aliases.size > 0 || !this.identity.isFresh(array);
    const isSame = (changed: ts.Expression): boolean => {
      const bare = skipWrappers(changed);
      const symbol = ts.isIdentifier(bare) ? this.#checker.getSymbolAtLocation(bare) : undefined;
      return (symbol && aliases.has(symbol)) || this.identity.mayBeSame(changed, array);
    };
    let worst: LengthChange = "none";
    for (const { array: changed, kind } of this.#allChanges(code)) {
      if (worst === "any" || (worst === "grows" && kind === "grows")) continue;
      if (changed === "everything" ? mayBeKnown : isSame(changed)) worst = kind;
    }
    return worst;
  }

  /** The parameters through which a callback sees the array that it is called for. */
  #arrayParameters(code: ts.Node): ReadonlySet<ts.Symbol> {
    if (!ts.isFunctionLike(code)) return new Set();
    const symbols = code.parameters.slice(2).map((p) => this.#checker.getSymbolAtLocation(p.name));
    return new Set(symbols.filter((symbol) => symbol !== undefined));
  }

  /** The changes of a piece of code and of all that it may run. */
  #allChanges(code: ts.Node): readonly Change[] {
    const seen = new Set<ts.Node>([code]);
    const changes: Change[] = [];
    for (const piece of seen) {
      const effects = this.#effectsOf(piece);
      changes.push(...effects.changes);
      for (const next of effects.runs) seen.add(next);
    }
    return changes;
  }

  #effectsOf(code: ts.Node): Effects {
    const effects = this.#known.get(code) ?? this.#collectEffects(code);
    this.#known.set(code, effects);
    return effects;
  }

  #collectEffects(code: ts.Node): Effects {
    const changes: Change[] = [];
    const runs: Code[] = [];
    const run = (called: readonly Code[] | undefined) => {
      if (called) runs.push(...called);
      else changes.push(unknownChange);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        changes.push(...builtInChanges(this.#checker, this.#types, node));
        for (const called of calledBy(this.#checker, this.#callees, node)) run(called);
      } else if (ts.isTaggedTemplateExpression(node)) run(this.#callees.ofCallee(node.tag));
      else if (ts.isForOfStatement(node) || ts.isSpreadElement(node)) {
        if (!isBuiltInIterable(this.#types, this.#checker.getTypeAtLocation(node.expression)))
          run(undefined);
      }
      if (ts.isPropertyAccessExpression(node)) runs.push(...this.#callees.ofAccess(node));
      const written = writtenArray(this.#checker, this.#numbers, node);
      if (written) changes.push(written);
      ts.forEachChild(node, visit);
    };
    if (ts.isExpression(code) && !ts.isFunctionLike(code)) run(this.#callees.ofCallee(code));
    else if (ts.isClassLike(code)) initialisers(code).forEach(visit);
    else visit(code);
    return { changes, runs };
  }
}

/** What `new` runs of a class itself. */
function initialisers(node: ts.ClassLikeDeclaration): readonly ts.Node[] {
  return node.members.filter(
    (member) => ts.isConstructorDeclaration(member) || ts.isPropertyDeclaration(member),
  );
}

/** The code of the program that a call runs: its callee's, and that of functions given to a built-in. */
function calledBy(
  checker: ts.TypeChecker,
  callees: CalleeFacts,
  node: ts.CallExpression | ts.NewExpression,
): readonly (readonly Code[] | undefined)[] {
  const { expression } = node;
  if (expression.kind === ts.SyntaxKind.SuperKeyword) {
    const declaration = checker.getResolvedSignature(node)?.getDeclaration();
    const owner = declaration?.parent;
    return owner && ts.isClassLike(owner) ? [callees.ofCallee(owner.name ?? expression)] : [[]];
  }
  if (!isDeclared(checker, expression)) return [callees.ofCallee(expression)];
  return (node.arguments ?? [])
    .filter((argument) => isCallback(checker, argument))
    .map((argument) => callees.ofCallee(argument));
}

/** Is an argument given where a function is wanted? */
function isCallback(checker: ts.TypeChecker, argument: ts.Expression): boolean {
  const type = checker.getContextualType(argument);
  return !!type && checker.getNonNullableType(type).getCallSignatures().length > 0;
}

/** What is iterated without running code of the program. */
function isBuiltInIterable(types: TypeFacts, type: ts.Type): boolean {
  if (types.isOnly(type, "array", "string")) return true;
  const name = types.libraryClass(type);
  return name !== undefined && /Map|Set|Array/.test(name);
}

/** Is a callee a built-in, or a function of a stub? */
function isDeclared(checker: ts.TypeChecker, callee: ts.Expression): boolean {
  const symbol = calledSymbol(checker, callee);
  return symbol !== undefined && isDeclarationFileSymbol(symbol);
}

function calledSymbol(checker: ts.TypeChecker, callee: ts.Expression): ts.Symbol | undefined {
  const bare = skipWrappers(callee);
  const name = ts.isPropertyAccessExpression(bare) ? bare.name : bare;
  const symbol = checker.getSymbolAtLocation(name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const growing: ReadonlySet<string> = new Set(["Array.push", "Array.unshift"]);
const shrinking: ReadonlySet<string> = new Set(["Array.pop", "Array.shift", "Array.splice"]);

/** The arrays that a built-in changes: its receiver; those that a Python function is given. */
function builtInChanges(
  checker: ts.TypeChecker,
  types: TypeFacts,
  node: ts.CallExpression | ts.NewExpression,
): readonly Change[] {
  const symbol = calledSymbol(checker, node.expression);
  if (!symbol || !isDeclarationFileSymbol(symbol)) return [];
  const key = libraryKey(symbol);
  if (key === undefined) {
    return (node.arguments ?? [])
      .filter((argument) => types.mayBe(checker.getTypeAtLocation(argument), "array"))
      .map((array) => ({ array, kind: "any" }));
  }
  const callee = skipWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return [];
  if (growing.has(key)) return [{ array: callee.expression, kind: "grows" }];
  return shrinking.has(key) ? [{ array: callee.expression, kind: "any" }] : [];
}

/** `xs[i] = v` may write behind the end; `xs.length = n` cuts. */
function writtenArray(
  checker: ts.TypeChecker,
  numbers: Pick<NumberProofs, "indexProof">,
  node: ts.Node,
): Change | undefined {
  if (ts.isElementAccessExpression(node) && isWritten(node)) {
    if (numbers.indexProof(node) === "inBounds") return undefined;
    return { array: node.expression, kind: "grows" };
  }
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "length") return undefined;
  if (!isWritten(node) || !ts.isExpression(outerParent(node))) return undefined;
  const type = checker.getTypeAtLocation(node.expression);
  return type.getNumberIndexType() ? { array: node.expression, kind: "any" } : undefined;
}

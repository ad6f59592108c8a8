import { ts } from "ts-morph";
import { type ArrayIdentity, createArrayIdentity } from "./arrayIdentity.ts";
import { type BindingFacts, isWritten } from "./bindings.ts";
import { type CalleeFacts, type Code, createCalleeFacts } from "./callees.ts";
import { outerParent, skipWrappers } from "./syntax.ts";
import { isDeclarationFileSymbol, libraryKey, type TypeFacts } from "./typeFacts.ts";

/**
 * What happens to an array's length while some code runs. Elements that are replaced do not count:
 * a loop sees them in Python as in JavaScript.
 */
export type LengthChange = "none" | "grows" | "any";

/** May an array change while a callback or a loop body runs over it? */
export interface ArrayChangeFacts {
  /** The worst that `code`, a callback or the body of a loop, may do to the array. */
  during(code: ts.Node, array: ts.Expression): LengthChange;
  readonly identity: ArrayIdentity;
}

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

export function createArrayChangeFacts(
  checker: ts.TypeChecker,
  types: TypeFacts,
  bindings: BindingFacts,
  sourceFiles: readonly ts.SourceFile[],
): ArrayChangeFacts {
  const identity = createArrayIdentity(checker, bindings);
  const callees = createCalleeFacts(checker, sourceFiles);
  const known = new Map<ts.Node, Effects>();
  return { during, identity };

  function during(code: ts.Node, array: ts.Expression): LengthChange {
    const aliases = arrayParameters(code);
    let worst: LengthChange = "none";
    for (const { array: changed, kind } of allChanges(code)) {
      if (worst === "any" || (worst === "grows" && kind === "grows")) continue;
      if (changed === "everything" ? !identity.isFresh(array) : isSame(changed)) worst = kind;
    }
    return worst;

    function isSame(changed: ts.Expression): boolean {
      const bare = skipWrappers(changed);
      const symbol = ts.isIdentifier(bare) ? checker.getSymbolAtLocation(bare) : undefined;
      return (symbol && aliases.has(symbol)) || identity.mayBeSame(changed, array);
    }
  }

  /** The parameters through which a callback sees the array that it is called for. */
  function arrayParameters(code: ts.Node): ReadonlySet<ts.Symbol> {
    if (!ts.isFunctionLike(code)) return new Set();
    const symbols = code.parameters.slice(2).map((p) => checker.getSymbolAtLocation(p.name));
    return new Set(symbols.filter((symbol) => symbol !== undefined));
  }

  /** The changes of a piece of code and of all that it may run. */
  function allChanges(code: ts.Node): readonly Change[] {
    const seen = new Set<ts.Node>([code]);
    const changes: Change[] = [];
    for (const piece of seen) {
      const effects = effectsOf(piece);
      changes.push(...effects.changes);
      for (const next of effects.runs) seen.add(next);
    }
    return changes;
  }

  function effectsOf(code: ts.Node): Effects {
    const effects = known.get(code) ?? collectEffects(code);
    known.set(code, effects);
    return effects;
  }

  function collectEffects(code: ts.Node): Effects {
    const changes: Change[] = [];
    const runs: Code[] = [];
    const run = (called: readonly Code[] | undefined) => {
      if (called) runs.push(...called);
      else changes.push(unknownChange);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        changes.push(...builtInChanges(checker, types, node));
        for (const called of calledBy(checker, callees, node)) run(called);
      } else if (ts.isTaggedTemplateExpression(node)) run(callees.ofCallee(node.tag));
      else if (ts.isForOfStatement(node) || ts.isSpreadElement(node)) {
        if (!isBuiltInIterable(types, checker.getTypeAtLocation(node.expression))) run(undefined);
      }
      if (ts.isPropertyAccessExpression(node)) runs.push(...callees.ofAccess(node));
      const written = writtenArray(checker, node);
      if (written) changes.push(written);
      ts.forEachChild(node, visit);
    };
    if (ts.isExpression(code) && !ts.isFunctionLike(code)) run(callees.ofCallee(code));
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
function writtenArray(checker: ts.TypeChecker, node: ts.Node): Change | undefined {
  if (ts.isElementAccessExpression(node) && isWritten(node)) {
    return { array: node.expression, kind: "grows" };
  }
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "length") return undefined;
  if (!isWritten(node) || !ts.isExpression(outerParent(node))) return undefined;
  const type = checker.getTypeAtLocation(node.expression);
  return type.getNumberIndexType() ? { array: node.expression, kind: "any" } : undefined;
}

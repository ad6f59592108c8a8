import { ts } from "ts-morph";
import type { BindingFacts } from "./bindings.ts";
import { hasModifier, isConstLike, outerParent, skipWrappers } from "./syntax.ts";

/**
 * Functions that give several values at once: every `return` has an object literal with the same
 * names, and every caller takes it apart at once. Nobody sees the object, so it can be a tuple:
 *
 *     const { quotient, rest } = divide(7, 2);        quotient, rest = divide(7, 2)
 */
export interface ReturnedTuples {
  /** The names of the values, in their order, where a literal is such a result. */
  ofLiteral(node: ts.ObjectLiteralExpression): readonly string[] | undefined;
  /** The same for a call, or one that is awaited. */
  ofResult(node: ts.Expression): readonly string[] | undefined;
}

type Returning = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

export function createReturnedTuples(
  checker: ts.TypeChecker,
  bindings: BindingFacts,
): ReturnedTuples {
  const known = new Map<Returning, readonly string[] | undefined>();
  return { ofLiteral, ofResult };

  function ofLiteral(node: ts.ObjectLiteralExpression): readonly string[] | undefined {
    const owner = returningFunction(node);
    return owner && namesOf(owner);
  }

  function ofResult(node: ts.Expression): readonly string[] | undefined {
    const bare = skipWrappers(node);
    const call = ts.isAwaitExpression(bare) ? skipWrappers(bare.expression) : bare;
    const declaration =
      ts.isCallExpression(call) && ts.isIdentifier(call.expression)
        ? bindings.at(call.expression)?.declaration
        : undefined;
    const owner = declaration && functionOf(declaration);
    if (!owner || isAsync(owner) !== (call !== bare)) return undefined;
    return namesOf(owner);
  }

  function namesOf(owner: Returning): readonly string[] | undefined {
    if (!known.has(owner)) known.set(owner, findNames(owner));
    return known.get(owner);
  }

  function findNames(owner: Returning): readonly string[] | undefined {
    const name = nameOf(owner);
    const symbol = name && checker.getSymbolAtLocation(name);
    const binding = symbol && bindings.of(symbol);
    if (!binding || symbol.declarations?.length !== 1 || binding.writes.length > 0)
      return undefined;
    if (owner.asteriskToken || isExported(owner, name)) return undefined;
    const results = resultsOf(owner);
    const names = results[0] && plainNames(results[0]);
    if (!names || !results.every((result) => isSame(plainNames(result), names))) return undefined;
    const isTaken = binding.references.every((use) => isTakenApart(use, isAsync(owner), names));
    return isTaken ? names : undefined;
  }
}

/** The function whose result an expression is. */
function returningFunction(node: ts.Expression): Returning | undefined {
  const parent = outerParent(node);
  if (ts.isConditionalExpression(parent)) {
    const isTest = skipWrappers(parent.condition) === node;
    return isTest ? undefined : returningFunction(parent);
  }
  if (ts.isArrowFunction(parent)) return parent;
  if (!ts.isReturnStatement(parent)) return undefined;
  let current: ts.Node = parent;
  while (current && !ts.isFunctionLike(current)) current = current.parent;
  return current && isReturning(current) ? current : undefined;
}

function isReturning(node: ts.Node): node is Returning {
  return (
    ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node)
  );
}

/** `function f() {}`, `const f = () => {}` */
function functionOf(declaration: ts.Declaration): Returning | undefined {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const value = skipWrappers(declaration.initializer);
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined;
}

function nameOf(owner: Returning): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(owner)) return owner.name;
  const declaration = outerParent(owner);
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  return isConstLike(declaration.parent.flags) ? declaration.name : undefined;
}

function isAsync(owner: Returning): boolean {
  return hasModifier(owner, ts.SyntaxKind.AsyncKeyword);
}

/** May another module, or Python, call it? */
function isExported(owner: Returning, name: ts.Identifier): boolean {
  let statement: ts.Node = name;
  while (!ts.isStatement(statement) && statement.parent) statement = statement.parent;
  if (ts.isModuleBlock(statement.parent)) return true;
  if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return true;
  return owner
    .getSourceFile()
    .statements.some(
      (other) =>
        ts.isExportDeclaration(other) &&
        other.exportClause !== undefined &&
        ts.isNamedExports(other.exportClause) &&
        other.exportClause.elements.some((e) => (e.propertyName ?? e.name).text === name.text),
    );
}

/** What a function returns, each branch of `?:` by itself. */
function resultsOf({ body }: Returning): readonly ts.Expression[] {
  if (!body) return [];
  const found: ts.Expression[] = [];
  const add = (value: ts.Expression): void => {
    const bare = skipWrappers(value);
    if (ts.isConditionalExpression(bare)) {
      add(bare.whenTrue);
      add(bare.whenFalse);
    } else found.push(bare);
  };
  if (!ts.isBlock(body)) {
    add(body);
    return found;
  }
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node)) add(node.expression ?? ts.factory.createNull());
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** The names of a literal that has nothing but values under plain names, two of them at least. */
function plainNames(node: ts.Expression): readonly string[] | undefined {
  if (!ts.isObjectLiteralExpression(node) || node.properties.length < 2) return undefined;
  const names: string[] = [];
  for (const property of node.properties) {
    const isPlain =
      ts.isShorthandPropertyAssignment(property) ||
      (ts.isPropertyAssignment(property) && !ts.isFunctionExpression(property.initializer));
    if (!isPlain || !ts.isIdentifier(property.name)) return undefined;
    if (property.name.text === "__proto__" || names.includes(property.name.text)) return undefined;
    names.push(property.name.text);
  }
  return names;
}

function isSame(some: readonly string[] | undefined, names: readonly string[]): boolean {
  return some?.length === names.length && some.every((name, index) => name === names[index]);
}

/** Is a use of the function a call whose result is taken apart by plain names? */
function isTakenApart(use: ts.Identifier, isAwaited: boolean, names: readonly string[]): boolean {
  const call = outerParent(use);
  if (!ts.isCallExpression(call) || call.expression !== use || call.questionDotToken) return false;
  const awaited = outerParent(call);
  if (isAwaited && !ts.isAwaitExpression(awaited)) return false;
  const declaration = isAwaited ? outerParent(awaited) : awaited;
  if (!ts.isVariableDeclaration(declaration) || declaration.type) return false;
  if (!ts.isObjectBindingPattern(declaration.name)) return false;
  const taken = declaration.name.elements.map(takenName);
  return (
    taken.length > 0 &&
    new Set(taken).size === taken.length &&
    taken.every((name) => name !== undefined && names.includes(name))
  );
}

/** `a` of `{ a }` and of `{ a: b }`. */
export function takenName(element: ts.BindingElement): string | undefined {
  const { name, propertyName, initializer, dotDotDotToken } = element;
  if (!ts.isIdentifier(name) || initializer || dotDotDotToken) return undefined;
  if (propertyName && !ts.isIdentifier(propertyName)) return undefined;
  return (propertyName ?? name).text;
}

import { ts } from "ts-morph";
import { hasModifier } from "./syntax.ts";

/** A field that is read before the constructor of its class has set it. */
export interface EarlyRead {
  readonly read: ts.PropertyAccessExpression;
  /** The method that the constructor calls too early. */
  readonly method: string;
}

/**
 * Reads of a class's own fields in methods that a base class calls while it is constructed: the
 * fields are set when the base class is done.
 */
export function earlyReads(
  checker: ts.TypeChecker,
  node: ts.ClassLikeDeclaration,
): readonly EarlyRead[] {
  const bases = baseClasses(checker, node);
  const called = bases.flatMap((base) => base.members.filter(runsInConstruction).flatMap(ownCalls));
  if (called.length === 0) return [];
  const found: EarlyRead[] = [];
  const seen = new Set<string>();
  for (let name = called.pop(); name !== undefined; name = called.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const method = methodOf([node, ...bases], name);
    if (!method) continue;
    called.push(...ownCalls(method));
    if (method.parent !== node) continue;
    for (const read of ownReads(method)) {
      if (isOwnField(checker, read, node)) found.push({ read, method: name });
    }
  }
  return found;
}

/** The classes of the program that a class extends, the nearest first. */
export function baseClasses(
  checker: ts.TypeChecker,
  node: ts.ClassLikeDeclaration,
): readonly ts.ClassLikeDeclaration[] {
  const clause = node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  if (!base) return [];
  const found = classNamed(checker, base);
  if (!found || found === node || found.getSourceFile().isDeclarationFile) return [];
  return [found, ...baseClasses(checker, found)];
}

function classNamed(
  checker: ts.TypeChecker,
  base: ts.Expression,
): ts.ClassLikeDeclaration | undefined {
  const symbol = checker.getSymbolAtLocation(base);
  const isAlias = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return target?.declarations?.find(ts.isClassLike);
}

function runsInConstruction(member: ts.ClassElement): boolean {
  if (ts.isConstructorDeclaration(member)) return true;
  return ts.isPropertyDeclaration(member) && !hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

export function methodOf(
  classes: readonly ts.ClassLikeDeclaration[],
  name: string,
): ts.ClassElement | undefined {
  for (const { members } of classes) {
    const found = members.find(
      (member) =>
        (ts.isMethodDeclaration(member) || ts.isGetAccessor(member)) &&
        member.name.getText() === name,
    );
    if (found) return found;
  }
  return undefined;
}

/** The names of what is called on `this`, or read: an accessor runs too. */
function ownCalls(member: ts.Node): string[] {
  return ownReads(member).map((read) => read.name.text);
}

/** `this.name`, outside of functions that run later. */
function ownReads(member: ts.Node): readonly ts.PropertyAccessExpression[] {
  const found: ts.PropertyAccessExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    const isOwn =
      ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
    if (isOwn && !isWritten(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(member, visit);
  return found;
}

function isWritten(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** A field that its class sets: with an initialiser, or a parameter of its constructor. */
export function isOwnField(
  checker: ts.TypeChecker,
  read: ts.PropertyAccessExpression,
  owner: ts.ClassLikeDeclaration,
): boolean {
  const declaration = checker.getSymbolAtLocation(read.name)?.valueDeclaration;
  if (!declaration) return false;
  if (ts.isParameter(declaration)) return declaration.parent.parent === owner;
  return (
    ts.isPropertyDeclaration(declaration) &&
    declaration.parent === owner &&
    !hasModifier(declaration, ts.SyntaxKind.StaticKeyword)
  );
}

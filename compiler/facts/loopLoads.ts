import { ts } from "ts-morph";
import type { ArrayChangeFacts } from "./arrayChanges.ts";
import { type BindingFacts, isWritten } from "./bindings.ts";
import { hasModifier, isWithin, skipWrappers } from "./syntax.ts";
import type { TypeFacts } from "./typeFacts.ts";

/** Something that a loop reads again and again, and that is the same each time. */
export interface LoopLoad {
  /** The field or module variable. */
  readonly symbol: ts.Symbol;
  /** One of the reads. */
  readonly read: ts.PropertyAccessExpression | ts.Identifier;
}

/**
 * What a loop reads of fields that only constructors set, and of the module's tables. An attribute and a global
 * are looked up by name each time, a local variable has its place:
 *
 *     data = self.data
 *     while i < n:
 *         total += data[i] * data[n - i]
 */
export interface LoopLoads {
  before(loop: ts.IterationStatement): readonly LoopLoad[];
  /** The variable or field of an array or text whose length is the same in all turns of a loop. */
  steadyLength(loop: ts.IterationStatement, list: ts.Expression): ts.Symbol | undefined;
  /** Has a variable the same text or typed array as long as it lives? */
  keepsLength(symbol: ts.Symbol): boolean;
}

/** What the facts about loops stand on. */
interface Known {
  readonly checker: ts.TypeChecker;
  readonly types: TypeFacts;
  readonly bindings: BindingFacts;
  readonly arrays: ArrayChangeFacts;
  /** Has the program code that runs beside the rest: threads, interrupts? */
  readonly isShared: () => boolean;
  readonly sourceFiles: readonly ts.SourceFile[];
}

export function createLoopLoads(known: Known): LoopLoads {
  const { checker, types, bindings, arrays, isShared, sourceFiles } = known;
  let changed: ReadonlySet<string> | "any" | undefined;
  const steady = new Map<ts.Node, Map<ts.Symbol, boolean>>();
  const changedOnce = () => (changed ??= changedFields(checker, sourceFiles));

  return { before: (loop) => (isOutermost(loop) ? loadsOf(loop) : []), steadyLength, keepsLength };

  function steadyLength(loop: ts.IterationStatement, list: ts.Expression): ts.Symbol | undefined {
    const bare = skipWrappers(list);
    const symbol = ts.isIdentifier(bare)
      ? steadyVariable(loop, bare)
      : ts.isPropertyAccessExpression(bare) && isOwnRead(bare) && isInFunction(loop)
        ? fieldOf(bare)
        : undefined;
    if (!symbol || !isRepeated(loop, list) || waits(loop)) return undefined;
    const type = checker.getTypeOfSymbol(symbol);
    if (types.isOnly(type, "string") || isFixed(type)) return symbol;
    return types.isArray(type) && isSteadyArray(loop, list, symbol) ? symbol : undefined;
  }

  /** A thread or an interrupt may change an array while a loop looks at it, and the loop may wait for that. */
  function isSteadyArray(loop: ts.Node, list: ts.Expression, symbol: ts.Symbol): boolean {
    const answers = steady.get(loop) ?? new Map<ts.Symbol, boolean>();
    steady.set(loop, answers);
    const answer = answers.get(symbol) ?? (!isShared() && arrays.during(loop, list) === "none");
    answers.set(symbol, answer);
    return answer;
  }

  function keepsLength(symbol: ts.Symbol): boolean {
    const type = checker.getTypeOfSymbol(symbol);
    const binding = bindings.of(symbol);
    return (types.isOnly(type, "string") || isFixed(type)) && binding?.writes.length === 0;
  }

  /** A variable of the function that has its value before the loop, and keeps it. */
  function steadyVariable(loop: ts.Node, node: ts.Identifier): ts.Symbol | undefined {
    const binding = bindings.at(node);
    if (!binding || isWithin(binding.declaration, loop)) return undefined;
    const { declaration, writes, capturedBy } = binding;
    const hasValue =
      ts.isParameter(declaration) ||
      (ts.isVariableDeclaration(declaration) &&
        (declaration.initializer !== undefined || ts.isForOfStatement(declaration.parent.parent)));
    if (!hasValue || (capturedBy.size > 0 && writes.length > 0)) return undefined;
    return writes.some((write) => isWithin(write, loop)) ? undefined : binding.symbol;
  }

  /** Typed arrays and bytes stay as long as they are. */
  function isFixed(type: ts.Type): boolean {
    return /^((Uint|Int|Float)\d+(Clamped)?Array|bytes|bytearray)$/.test(
      types.libraryClass(type) ?? "",
    );
  }

  function loadsOf(loop: ts.IterationStatement): readonly LoopLoad[] {
    if (waits(loop)) return [];
    const counts = new Map<ts.Symbol, { read: LoopLoad["read"]; weight: number }>();
    for (const part of repeatedParts(loop)) visit(part, false);
    return [...counts]
      .filter(([, { weight }]) => weight > 1)
      .map(([symbol, { read }]) => ({ symbol, read }));

    function visit(node: ts.Node, isNested: boolean): void {
      if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isTypeNode(node)) return;
      const symbol = stableSymbol(node, loop);
      if (symbol) count(symbol, node as LoopLoad["read"], isNested);
      ts.forEachChild(node, (child) =>
        visit(child, isNested || ts.isIterationStatement(node, false)),
      );
    }

    function count(symbol: ts.Symbol, read: LoopLoad["read"], isNested: boolean): void {
      const known = counts.get(symbol) ?? { read, weight: 0 };
      known.weight += isNested ? 2 : 1;
      counts.set(symbol, known);
    }
  }

  function stableSymbol(node: ts.Node, loop: ts.Node): ts.Symbol | undefined {
    if (ts.isPropertyAccessExpression(node)) return isOwnRead(node) ? fieldOf(node) : undefined;
    return ts.isIdentifier(node) ? tableOf(node, loop) : undefined;
  }

  /** The field of `this.name`, where nobody but constructors gives it a value. */
  function fieldOf(node: ts.PropertyAccessExpression): ts.Symbol | undefined {
    const names = changedOnce();
    if (names === "any" || names.has(node.name.text)) return undefined;
    const symbol = checker.getSymbolAtLocation(node.name);
    const declaration = symbol?.valueDeclaration;
    if (!declaration || declaration.getSourceFile().isDeclarationFile) return undefined;
    const isField = ts.isPropertyDeclaration(declaration) && isPlainField(declaration);
    return isField || ts.isParameter(declaration) ? symbol : undefined;
  }

  /** A text, a list or an object that the module keeps: numbers are in place already. */
  function tableOf(node: ts.Identifier, loop: ts.Node): ts.Symbol | undefined {
    const binding = bindings.at(node);
    if (!binding || !ts.isSourceFile(binding.scope) || isDeclared(node)) return undefined;
    const { declaration } = binding;
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    if (!(declaration.parent.flags & ts.NodeFlags.Const)) return undefined;
    if (declaration.getSourceFile() !== node.getSourceFile()) return undefined;
    if (!isTable(skipWrappers(declaration.initializer))) return undefined;
    const owner = ts.findAncestor(loop, (one) => ts.isSourceFile(one.parent));
    return owner && declaration.pos < owner.pos ? binding.symbol : undefined;
  }
}

function isPlainField(field: ts.PropertyDeclaration): boolean {
  return (
    !hasModifier(field, ts.SyntaxKind.StaticKeyword) &&
    !hasModifier(field, ts.SyntaxKind.AccessorKeyword) &&
    ts.getDecorators(field) === undefined
  );
}

function isTable(value: ts.Expression): boolean {
  return (
    ts.isStringLiteral(value) ||
    ts.isArrayLiteralExpression(value) ||
    ts.isNewExpression(value) ||
    ts.isCallExpression(value)
  );
}

/** Is the identifier no use of the variable: a property's name, a type? */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return ts.isPropertyAssignment(parent) ? parent.name === node : ts.isDeclarationStatement(parent);
}

/** `this.name` as a value: neither written nor called. */
function isOwnRead(node: ts.PropertyAccessExpression): boolean {
  if (node.expression.kind !== ts.SyntaxKind.ThisKeyword || isWritten(node)) return false;
  const { parent } = node;
  if (ts.isDeleteExpression(parent)) return false;
  return !(ts.isCallExpression(parent) && parent.expression === node);
}

/** A loop of a function, in no other loop of it; while an object is made, its fields are not set yet. */
function isOutermost(loop: ts.IterationStatement): boolean {
  for (let node: ts.Node = loop.parent; ; node = node.parent) {
    if (ts.isSourceFile(node) || ts.isConstructorDeclaration(node)) return false;
    if (ts.isFunctionLike(node)) return true;
    if (ts.isIterationStatement(node, false) || ts.isClassStaticBlockDeclaration(node))
      return false;
  }
}

function isInFunction(loop: ts.Node): boolean {
  const owner = ts.findAncestor(loop, ts.isFunctionLike);
  return owner !== undefined && !ts.isConstructorDeclaration(owner);
}

function isRepeated(loop: ts.IterationStatement, node: ts.Node): boolean {
  return repeatedParts(loop).some((part) => isWithin(node, part));
}

/** Does a loop wait in its turns? Then nobody counts the microseconds of a look-up. */
function waits(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isForOfStatement(node) && node.awaitModifier) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, waits) ?? false);
}

/** The parts of a loop that run in every turn. */
function repeatedParts(loop: ts.IterationStatement): readonly ts.Node[] {
  if (ts.isWhileStatement(loop) || ts.isDoStatement(loop)) return [loop.expression, loop.statement];
  return [loop.statement];
}

/**
 * The names of fields that somebody else than a constructor writes, or that are accessors somewhere; "any"
 * where the program writes fields by names that it computes.
 */
function changedFields(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): ReadonlySet<string> | "any" {
  const names = new Set<string>();
  let isAny = false;
  for (const file of sourceFiles) visit(file);
  return isAny ? "any" : names;

  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) {
      const changes = isWritten(node) || ts.isDeleteExpression(node.parent);
      if (changes && !isSetInConstructor(node)) names.add(node.name.text);
    } else if (ts.isElementAccessExpression(node)) {
      if (isWritten(node) && isInstance(checker.getTypeAtLocation(node.expression))) isAny = true;
    } else if (ts.isCallExpression(node)) {
      if (/^Object\s*\.\s*assign$/.test(node.expression.getText())) isAny = true;
    } else if (ts.isAccessor(node)) names.add(node.name.getText());
    ts.forEachChild(node, visit);
  }

  function isInstance(type: ts.Type): boolean {
    const isOpaque = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
    const { symbol } = type;
    const isOwnClass =
      symbol !== undefined &&
      (symbol.flags & ts.SymbolFlags.Class) !== 0 &&
      symbol.valueDeclaration?.getSourceFile().isDeclarationFile === false;
    return isOpaque || isOwnClass || (type.flags & ts.TypeFlags.TypeParameter) !== 0;
  }
}

/** `this.name = ...` in the constructor itself. */
function isSetInConstructor(node: ts.PropertyAccessExpression): boolean {
  if (node.expression.kind !== ts.SyntaxKind.ThisKeyword) return false;
  const owner = ts.findAncestor(node, ts.isFunctionLike);
  return owner !== undefined && ts.isConstructorDeclaration(owner);
}

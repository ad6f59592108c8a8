import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "./bindings.ts";
import {
  anyNumber,
  type CountedLoop,
  type IndexProof,
  isInt,
  type NumberFact,
  type NumberFacts,
} from "./numberFacts.ts";
import { skipWrappers } from "./syntax.ts";
import { libraryKey } from "./typeFacts.ts";

const K = ts.SyntaxKind;
const int = (lo: number, hi: number): NumberFact => ({
  int: true,
  float: false,
  nan: false,
  negativeZero: false,
  infinite: false,
  lo,
  hi,
});
const anyInt = int(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const finiteFloat: NumberFact = {
  int: false,
  float: true,
  nan: true,
  negativeZero: true,
  infinite: true,
  lo: Number.NEGATIVE_INFINITY,
  hi: Number.POSITIVE_INFINITY,
};
const bottom: NumberFact = {
  int: false,
  float: false,
  nan: false,
  negativeZero: false,
  infinite: false,
  lo: Number.POSITIVE_INFINITY,
  hi: Number.NEGATIVE_INFINITY,
};

function join(a: NumberFact, b: NumberFact): NumberFact {
  return {
    int: a.int || b.int,
    float: a.float || b.float,
    nan: a.nan || b.nan,
    negativeZero: a.negativeZero || b.negativeZero,
    infinite: a.infinite || b.infinite,
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
  };
}
const same = (a: NumberFact, b: NumberFact) =>
  a.int === b.int &&
  a.float === b.float &&
  a.nan === b.nan &&
  a.lo === b.lo &&
  a.hi === b.hi &&
  a.negativeZero === b.negativeZero;

type Source = ts.Expression | "unknown" | NumberFact;

/** A quick whole-program proof of which numbers are ints: slots by variable, by property name, by function. */
export function createSimpleNumbers(
  checker: ts.TypeChecker,
  files: readonly ts.SourceFile[],
  entry: ts.SourceFile,
): NumberFacts {
  const sources = new Map<unknown, Source[]>();
  const facts = new Map<unknown, NumberFact>();
  const calls: (ts.CallExpression | ts.NewExpression)[] = [];
  let ready = false;

  const add = (slot: unknown, source: Source) => {
    const list = sources.get(slot);
    if (list) list.push(source);
    else sources.set(slot, [source]);
  };
  const symbolSlot = (node: ts.Node): unknown => {
    const symbol = checker.getSymbolAtLocation(node);
    if (!symbol) return undefined;
    if (symbol.flags & ts.SymbolFlags.Alias) return checker.getAliasedSymbol(symbol);
    return symbol;
  };
  const isNumber = (node: ts.Node) =>
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
  const ELEMENTS = "elements";

  function targetSlot(target: ts.Expression): unknown {
    const bare = skipWrappers(target);
    if (ts.isIdentifier(bare)) return symbolSlot(bare);
    if (ts.isPropertyAccessExpression(bare)) return `.${bare.name.text}`;
    if (ts.isElementAccessExpression(bare)) return ELEMENTS;
    return undefined;
  }

  function collect(node: ts.Node): void {
    if (ts.isVariableDeclaration(node)) declare(node.name, node.initializer, node);
    else if (ts.isBindingElement(node) && ts.isIdentifier(node.name))
      add(symbolSlot(node.name), "unknown");
    else if (ts.isPropertyDeclaration(node) && node.initializer)
      add(`.${node.name.getText()}`, node.initializer);
    else if (ts.isPropertyAssignment(node)) {
      add(`.${node.name.getText()}`, isNumber(node.initializer) ? node.initializer : "unknown");
    } else if (ts.isShorthandPropertyAssignment(node)) {
      const value = checker.getShorthandAssignmentValueSymbol(node);
      add(
        `.${node.name.text}`,
        value ? ({ ...bottom, slot: value } as unknown as NumberFact) : "unknown",
      );
      if (value) shorthand.push([`.${node.name.text}`, value]);
    } else if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
      assign(node);
    else if (
      (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
      isIncrement(node.operator)
    ) {
      add(targetSlot(node.operand), node);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.push(node);
    else if (ts.isReturnStatement(node) && node.expression) returnTo(node, node.expression);
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) add(node, node.body);
    else if (ts.isArrayLiteralExpression(node)) {
      for (const e of node.elements) if (!ts.isSpreadElement(e) && isNumber(e)) add(ELEMENTS, e);
    }
    if (ts.isParameter(node)) {
      if (ts.isParameterPropertyDeclaration(node, node.parent) && ts.isIdentifier(node.name)) {
        const own = checker.getSymbolsOfParameterPropertyDeclaration(node, node.name.text);
        for (const s of own) add(`.${node.name.text}`, s as unknown as Source);
      }
      if (node.initializer) add(parameterSlot(node), node.initializer);
    }
    if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      const name = node.initializer.declarations[0]!.name;
      if (ts.isIdentifier(name)) add(symbolSlot(name), elementFact(node.expression));
    }
    ts.forEachChild(node, collect);
  }
  const shorthand: [string, ts.Symbol][] = [];

  function elementFact(node: ts.Expression): Source {
    const type = checker.getTypeAtLocation(node);
    const name = type.symbol?.name ?? "";
    const typed = typedRange(name);
    if (typed) return typed;
    return "unknown";
  }

  function declare(
    name: ts.BindingName,
    initializer: ts.Expression | undefined,
    node: ts.VariableDeclaration,
  ): void {
    if (!ts.isIdentifier(name)) return;
    if (initializer) add(symbolSlot(name), initializer);
    else if (!ts.isForOfStatement(node.parent.parent)) add(symbolSlot(name), bottom);
  }

  function assign(node: ts.BinaryExpression): void {
    const slot = targetSlot(node.left);
    const bare = skipWrappers(node.left);
    if (ts.isArrayLiteralExpression(bare) || ts.isObjectLiteralExpression(bare)) {
      const visit = (n: ts.Node): void => {
        if (ts.isIdentifier(n)) add(symbolSlot(n), "unknown");
        if (ts.isPropertyAccessExpression(n)) add(`.${n.name.text}`, "unknown");
        if (ts.isElementAccessExpression(n)) return;
        ts.forEachChild(n, visit);
      };
      visit(bare);
      return;
    }
    if (slot === undefined || !isNumber(node.left)) return;
    add(
      slot,
      node.operatorToken.kind === K.EqualsToken
        ? isNumber(node.right)
          ? node.right
          : "unknown"
        : node,
    );
  }

  function returnTo(node: ts.Node, value: ts.Expression): void {
    let current = node.parent;
    while (!ts.isFunctionLike(current)) {
      if (!current.parent) return;
      current = current.parent;
    }
    add(returnSlot(current), isNumber(value) ? value : "unknown");
  }
  function returnSlot(fn: ts.Node): unknown {
    return ts.isMethodDeclaration(fn) || ts.isMethodSignature(fn) || ts.isGetAccessor(fn)
      ? `()${fn.name.getText()}`
      : fn;
  }
  function parameterSlot(node: ts.ParameterDeclaration): unknown {
    return ts.isIdentifier(node.name) ? checker.getSymbolAtLocation(node.name) : undefined;
  }

  function bindCalls(): void {
    const called = new Set<ts.Node>();
    for (const call of calls) {
      const signature = checker.getResolvedSignature(call);
      const declaration = signature?.getDeclaration();
      if (ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression))
        arrayMethod(call, call.expression);
      if (!declaration || ts.isJSDocSignature(declaration)) continue;
      called.add(declaration);
      declaration.parameters.forEach((p, i) => {
        const args = call.arguments ?? [];
        if (p.dotDotDotToken || args.slice(0, i + 1).some(ts.isSpreadElement))
          add(parameterSlot(p), "unknown");
        else if (args[i]) add(parameterSlot(p), isNumber(args[i]!) ? args[i]! : "unknown");
      });
    }
    for (const file of files) markEscaped(file);
  }
  function arrayMethod(call: ts.CallExpression, callee: ts.PropertyAccessExpression): void {
    if (!/^(push|unshift|fill|splice|with|concat)$/.test(callee.name.text)) return;
    for (const a of call.arguments) if (isNumber(a)) add(ELEMENTS, a);
  }

  /** Parameters of functions that are used as values, exported by the entry, or methods (by any name) are not known by their calls. */
  function markEscaped(node: ts.Node): void {
    if (ts.isFunctionLike(node) && !ts.isTypeNode(node)) {
      const known = isOnlyCalled(node as ts.SignatureDeclaration);
      if (!known)
        for (const p of (node as ts.SignatureDeclaration).parameters)
          add(parameterSlot(p), callbackParameter(p));
    }
    ts.forEachChild(node, markEscaped);
  }
  function callbackParameter(p: ts.ParameterDeclaration): Source {
    const fn = p.parent;
    const call = fn.parent;
    if (
      (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) &&
      call &&
      ts.isCallExpression(call) &&
      ts.isPropertyAccessExpression(call.expression)
    ) {
      const isFirst = fn.parameters.indexOf(p);
      if (
        /^(map|forEach|filter|some|every|find|findIndex|from)$/.test(call.expression.name.text) &&
        isFirst === 1
      )
        return int(0, Number.POSITIVE_INFINITY);
    }
    return "unknown";
  }
  function isOnlyCalled(fn: ts.SignatureDeclaration): boolean {
    if (ts.isConstructorDeclaration(fn))
      return !(fn.getSourceFile() === entry && isExported(fn.parent));
    const holder = ts.isFunctionDeclaration(fn)
      ? fn
      : ts.isVariableDeclaration(fn.parent)
        ? fn.parent
        : undefined;
    if (ts.isMethodDeclaration(fn) && ts.isClassLike(fn.parent)) return isPlainMethod(fn);
    if (!holder || !holder.name || !ts.isIdentifier(holder.name)) return false;
    if (
      isExported(ts.isFunctionDeclaration(fn) ? fn : holder.parent.parent) &&
      fn.getSourceFile() === entry
    )
      return false;
    const symbol = checker.getSymbolAtLocation(holder.name);
    return symbol !== undefined && !valueUses.has(symbol);
  }
  /** A method that no other type has, and that is only called. */
  function isPlainMethod(fn: ts.MethodDeclaration): boolean {
    const name = fn.name.getText();
    return (
      (memberNames.get(name) ?? 0) === 1 &&
      !memberValues.has(name) &&
      !(fn.getSourceFile() === entry && isExported(fn.parent))
    );
  }
  const valueUses = new Set<ts.Symbol>();
  const memberNames = new Map<string, number>();
  const memberValues = new Set<string>();
  function findUses(node: ts.Node): void {
    if (
      ts.isMethodDeclaration(node) ||
      ts.isMethodSignature(node) ||
      ts.isPropertySignature(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isPropertyDeclaration(node)
    ) {
      const name = node.name.getText();
      memberNames.set(name, (memberNames.get(name) ?? 0) + 1);
    }
    if (ts.isIdentifier(node)) {
      const p = node.parent;
      const isCallee = (ts.isCallExpression(p) || ts.isNewExpression(p)) && p.expression === node;
      const isName = "name" in p && p.name === node;
      if (!isCallee && !isName) {
        const s = symbolSlot(node) as ts.Symbol | undefined;
        if (s) valueUses.add(s);
      }
    }
    if (
      ts.isPropertyAccessExpression(node) &&
      !(ts.isCallExpression(node.parent) && node.parent.expression === node)
    )
      memberValues.add(node.name.text);
    ts.forEachChild(node, findUses);
  }

  function prepare(): void {
    if (ready) return;
    ready = true;
    for (const f of files) findUses(f);
    for (const f of files) collect(f);
    bindCalls();
    for (const [slot, value] of shorthand) add(slot, value as unknown as Source);
    for (const slot of sources.keys()) facts.set(slot, bottom);
    for (let round = 0; round < 12; round++) {
      let changed = false;
      for (const [slot, list] of sources) {
        const old = facts.get(slot)!;
        let next = old;
        for (const s of list) next = join(next, sourceFact(s));
        if (round >= 4) next = widen(old, next);
        if (!same(old, next)) {
          facts.set(slot, next);
          changed = true;
        }
      }
      if (!changed) return;
    }
    for (const slot of sources.keys()) facts.set(slot, anyNumber);
  }
  function widen(old: NumberFact, next: NumberFact): NumberFact {
    const lo = next.lo < old.lo ? (next.lo >= 0 ? 0 : Number.NEGATIVE_INFINITY) : next.lo;
    const hi =
      next.hi > old.hi
        ? next.hi <= 0x7fffffff && old.hi >= 255 && next.hi < old.hi * 1.5
          ? 0x7fffffff
          : Number.POSITIVE_INFINITY
        : next.hi;
    return { ...next, lo, hi };
  }
  function sourceFact(s: Source): NumberFact {
    if (s === "unknown") return anyNumber;
    if ("kind" in s) return compute(s as ts.Expression);
    if ("flags" in s) return facts.get(s) ?? anyNumber;
    return s as NumberFact;
  }
  function slotFact(slot: unknown, node: ts.Expression): NumberFact {
    const brand = branded(node);
    if (brand) return brand;
    const fact = facts.get(slot);
    if (fact === undefined) return anyNumber;
    return fact;
  }
  function branded(node: ts.Expression): NumberFact | undefined {
    const type = checker.getTypeAtLocation(node);
    const name = type.aliasSymbol?.name ?? "";
    return brands.get(name);
  }

  function compute(node: ts.Expression): NumberFact {
    const bare = skipWrappers(node);
    const asBrand = ts.isAsExpression(node) ? branded(node) : undefined;
    if (asBrand) return asBrand;
    const constant = checker.getTypeAtLocation(bare);
    if (constant.flags & ts.TypeFlags.EnumLiteral && constant.isNumberLiteral())
      return literal(constant.value);
    if (ts.isNumericLiteral(bare)) return literal(Number(bare.text));
    if (ts.isPrefixUnaryExpression(bare)) return prefix(bare);
    if (ts.isPostfixUnaryExpression(bare))
      return step(compute(bare.operand), bare.operator === K.PlusPlusToken ? 1 : -1);
    if (ts.isBinaryExpression(bare)) return binary(bare);
    if (ts.isConditionalExpression(bare))
      return join(compute(bare.whenTrue), compute(bare.whenFalse));
    if (ts.isIdentifier(bare)) return slotFact(symbolSlot(bare), bare);
    if (ts.isPropertyAccessExpression(bare)) return property(bare);
    if (ts.isElementAccessExpression(bare)) return element(bare);
    if (ts.isCallExpression(bare)) return call(bare);
    if (ts.isAwaitExpression(bare)) return branded(bare) ?? anyNumber;
    return branded(bare) ?? anyNumber;
  }
  function literal(v: number): NumberFact {
    return Number.isSafeInteger(v)
      ? int(v, v)
      : { ...finiteFloat, nan: false, negativeZero: false, lo: v, hi: v };
  }
  function step(f: NumberFact, by: number): NumberFact {
    return isInt(f)
      ? int(f.lo + by, f.hi + by)
      : f.int && !f.float
        ? f
        : f.float
          ? anyNumber
          : bottom;
  }
  function prefix(node: ts.PrefixUnaryExpression): NumberFact {
    const f = compute(node.operand);
    switch (node.operator) {
      case K.PlusPlusToken:
        return step(f, 1);
      case K.MinusMinusToken:
        return step(f, -1);
      case K.MinusToken:
        if (isInt(f) && f.lo === 0 && f.hi === 0)
          return { ...finiteFloat, nan: false, lo: 0, hi: 0 };
        return isInt(f)
          ? { ...int(-f.hi, -f.lo), negativeZero: f.lo <= 0 && f.hi >= 0 }
          : f.float
            ? { ...f, lo: -f.hi, hi: -f.lo, negativeZero: true }
            : f;
      case K.TildeToken:
        return int(-0x80000000, 0x7fffffff);
      default:
        return checker.getTypeAtLocation(node.operand).flags & ts.TypeFlags.NumberLike
          ? f
          : anyNumber;
    }
  }
  function binary(node: ts.BinaryExpression): NumberFact {
    const op = compound.get(node.operatorToken.kind) ?? node.operatorToken.kind;
    if (op === K.EqualsToken || op === K.CommaToken) return compute(node.right);
    if (op === K.BarBarToken || op === K.AmpersandAmpersandToken || op === K.QuestionQuestionToken)
      return join(
        isNumber(node.left) ? compute(node.left) : maybeNumber(node.left),
        compute(node.right),
      );
    const a = compute(node.left),
      b = compute(node.right);
    const ints = isInt(a) && isInt(b);
    const empty = (f: NumberFact) => !f.int && !f.float;
    if (empty(a) || empty(b)) return bottom;
    switch (op) {
      case K.PlusToken:
        return ints ? int(a.lo + b.lo, a.hi + b.hi) : mixed(a, b);
      case K.MinusToken:
        return ints ? int(a.lo - b.hi, a.hi - b.lo) : mixed(a, b);
      case K.AsteriskToken:
        return ints
          ? {
              ...product(a, b, node),
              negativeZero:
                (a.lo < 0 && b.lo <= 0 && b.hi >= 0) || (b.lo < 0 && a.lo <= 0 && a.hi >= 0),
            }
          : mixed(a, b);
      case K.SlashToken:
        return {
          ...finiteFloat,
          nan: a.nan || b.nan || !(b.lo > 0 || b.hi < 0) || (!Number.isFinite(a.hi) && !isInt(a)),
          negativeZero: true,
          ...(ints && b.lo > 0 ? { lo: a.lo >= 0 ? 0 : a.lo, hi: a.hi >= 0 ? a.hi : 0 } : {}),
        };
      case K.PercentToken:
        return ints && b.lo > 0 && a.lo >= 0 ? int(0, Math.min(a.hi, b.hi - 1)) : anyNumber;
      case K.AsteriskAsteriskToken:
        return ints && b.lo >= 0
          ? a.lo >= 0
            ? int(0, Number.POSITIVE_INFINITY)
            : anyInt
          : anyNumber;
      case K.AmpersandToken: {
        const m = [a, b]
          .filter((f) => isInt(f) && f.lo >= 0 && f.hi <= 0x7fffffff)
          .map((f) => f.hi);
        return m.length ? int(0, Math.min(...m)) : int(-0x80000000, 0x7fffffff);
      }
      case K.GreaterThanGreaterThanToken:
        return ints && a.lo >= 0 && a.hi <= 0x7fffffff && b.lo >= 0 && b.hi <= 31
          ? int(0, Math.floor(a.hi / 2 ** b.lo))
          : int(-0x80000000, 0x7fffffff);
      case K.GreaterThanGreaterThanGreaterThanToken:
        return int(
          0,
          b.lo === b.hi && isInt(b) && b.lo > 0 && b.lo < 32
            ? Math.floor(0xffffffff / 2 ** b.lo)
            : 0xffffffff,
        );
      case K.BarToken:
      case K.CaretToken:
        return ints && a.lo >= 0 && b.lo >= 0 && Math.max(a.hi, b.hi) < 2 ** 31
          ? int(0, 2 ** (32 - Math.clz32(Math.max(a.hi, b.hi))) - 1)
          : int(-0x80000000, 0x7fffffff);
      case K.LessThanLessThanToken:
        return int(-0x80000000, 0x7fffffff);
      default:
        return anyNumber;
    }
  }
  function maybeNumber(node: ts.Expression): NumberFact {
    return compute(node);
  }
  function mixed(a: NumberFact, b: NumberFact): NumberFact {
    return { ...finiteFloat, int: a.int && b.int };
  }
  function product(a: NumberFact, b: NumberFact, node: ts.BinaryExpression): NumberFact {
    const v = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((x) =>
      Number.isNaN(x) ? 0 : x,
    );
    const isSquare = node.left.getText() === node.right.getText();
    return int(isSquare ? Math.max(0, Math.min(...v)) : Math.min(...v), Math.max(...v));
  }
  function property(node: ts.PropertyAccessExpression): NumberFact {
    const symbol = checker.getSymbolAtLocation(node.name);
    const key = symbol && libraryKey(symbol);
    if (node.name.text === "length" || node.name.text === "size") {
      if (key || checker.getTypeAtLocation(node.expression).flags & ts.TypeFlags.StringLike)
        return int(0, 0x3fffffff);
    }
    if (key === "Math.PI") return { ...finiteFloat, nan: false, lo: 3, hi: 4, negativeZero: false };
    if (key === "Math.E") return { ...finiteFloat, nan: false, lo: 2, hi: 3, negativeZero: false };
    if (key) return branded(node) ?? anyNumber;
    const declaration = symbol?.valueDeclaration;
    if (declaration && ts.isGetAccessor(declaration)) return slotFact(`()${node.name.text}`, node);
    if (declaration && declaration.getSourceFile().isDeclarationFile)
      return branded(node) ?? anyNumber;
    return slotFact(`.${node.name.text}`, node);
  }
  function element(node: ts.ElementAccessExpression): NumberFact {
    const type = checker.getTypeAtLocation(node.expression);
    return typedRange(type.symbol?.name ?? "") ?? branded(node) ?? anyNumber;
  }
  function call(node: ts.CallExpression): NumberFact {
    const brand = branded(node);
    if (brand) return brand;
    const symbol = ts.isPropertyAccessExpression(node.expression)
      ? checker.getSymbolAtLocation(node.expression.name)
      : checker.getSymbolAtLocation(node.expression);
    const key = symbol && libraryKey(symbol);
    const first = node.arguments[0];
    if (key) return library(key, node, first);
    const declaration = checker.getResolvedSignature(node)?.getDeclaration();
    if (
      !declaration ||
      ts.isJSDocSignature(declaration) ||
      declaration.getSourceFile().isDeclarationFile
    )
      return anyNumber;
    if (ts.isFunctionTypeNode(declaration) || ts.isMethodSignature(declaration)) return anyNumber;
    if ("asteriskToken" in declaration && declaration.asteriskToken) return anyNumber;
    if (
      ts.isMethodDeclaration(declaration) &&
      (memberNames.get(declaration.name.getText()) ?? 0) > 1
    )
      return anyNumber;
    return facts.get(returnSlot(declaration)) ?? anyNumber;
  }
  function library(
    key: string,
    node: ts.CallExpression,
    first: ts.Expression | undefined,
  ): NumberFact {
    switch (key) {
      case "Math.floor":
      case "Math.ceil":
      case "Math.trunc":
      case "Math.round": {
        const f = first ? compute(first) : anyNumber;
        if (isInt(f)) return f;
        if (f.nan || !Number.isFinite(f.lo) || !Number.isFinite(f.hi)) {
          const q = first && skipWrappers(first);
          if (q && ts.isBinaryExpression(q) && q.operatorToken.kind === K.SlashToken) {
            const a = compute(q.left),
              b = compute(q.right);
            if (isInt(a) && isInt(b) && (b.lo > 0 || b.hi < 0))
              return b.lo > 0 ? int(a.lo >= 0 ? 0 : a.lo, a.hi) : anyInt;
          }
          return anyNumber;
        }
        return int(Math.floor(f.lo), Math.ceil(f.hi));
      }
      case "Math.abs": {
        const f = first ? compute(first) : anyNumber;
        return isInt(f)
          ? int(0, Math.max(Math.abs(f.lo), Math.abs(f.hi)))
          : { ...f, lo: 0, negativeZero: false, hi: Math.max(Math.abs(f.lo), Math.abs(f.hi)) };
      }
      case "Math.max":
      case "Math.min": {
        if (!node.arguments.length || node.arguments.some(ts.isSpreadElement)) return anyNumber;
        const fs = node.arguments.map(compute);
        if (!fs.every(isInt)) return fs.reduce(join);
        return key === "Math.max"
          ? int(Math.max(...fs.map((f) => f.lo)), Math.max(...fs.map((f) => f.hi)))
          : int(Math.min(...fs.map((f) => f.lo)), Math.min(...fs.map((f) => f.hi)));
      }
      case "Math.random":
        return { ...finiteFloat, nan: false, negativeZero: false, lo: 0, hi: 1 };
      case "Math.imul":
        return int(-0x80000000, 0x7fffffff);
      case "Math.clz32":
        return int(0, 32);
      case "Math.sqrt":
        return {
          ...finiteFloat,
          nan: !(first && compute(first).lo >= 0),
          negativeZero: false,
          lo: 0,
        };
      case "String.indexOf":
      case "String.lastIndexOf":
      case "Array.indexOf":
      case "Array.lastIndexOf":
      case "Array.findIndex":
      case "Array.findLastIndex":
        return int(-1, 0x3fffffff);
      case "Array.push":
      case "Array.unshift":
        return int(0, 0x3fffffff);
      case "Date.now":
      case "DateConstructor.now":
        return int(0, Number.POSITIVE_INFINITY);
      case "len":
        return int(0, 0x3fffffff);
      case "int":
        return anyInt;
      default:
        return anyNumber;
    }
  }

  const of = (node: ts.Expression): NumberFact => {
    prepare();
    const f = compute(node);
    return f.int || f.float ? f : anyNumber;
  };

  function indexProof(node: ts.ElementAccessExpression): IndexProof {
    const f = of(node.argumentExpression);
    if (!isInt(f) || f.lo < 0) return "unknown";
    const type = checker.getTypeAtLocation(node.expression);
    if (
      checker.isTupleType(type) &&
      (type as ts.TupleTypeReference).target.elementFlags.every(
        (e) => e === ts.ElementFlags.Required,
      ) &&
      f.hi < (type as ts.TupleTypeReference).target.elementFlags.length
    )
      return "inBounds";
    return loopProves(node) ? "inBounds" : "nonNegative";
  }
  /** `for (let i = a; i < xs.length; i++)` around `xs[i]`, where nothing in the loop shortens xs or assigns i. */
  function loopProves(node: ts.ElementAccessExpression): boolean {
    const index = skipWrappers(node.argumentExpression);
    if (!ts.isIdentifier(index)) return false;
    for (let current: ts.Node = node; current.parent; current = current.parent) {
      const loop = current.parent;
      if (ts.isFunctionLike(loop)) return false;
      if (
        !ts.isForStatement(loop) ||
        (loop.statement !== current &&
          !(loop.statement.pos <= node.pos && node.end <= loop.statement.end))
      )
        continue;
      const counted = countedLoop(loop);
      if (!counted || counted.variable.text !== index.text || counted.inclusive || counted.step < 0)
        continue;
      const bound = skipWrappers(counted.bound);
      if (
        ts.isPropertyAccessExpression(bound) &&
        bound.name.text === "length" &&
        bound.expression.getText() === node.expression.getText()
      )
        return true;
    }
    return false;
  }

  function countedLoop(node: ts.ForStatement): CountedLoop | undefined {
    prepare();
    const { initializer, condition, incrementor } = node;
    if (
      !initializer ||
      !ts.isVariableDeclarationList(initializer) ||
      initializer.declarations.length !== 1
    )
      return undefined;
    const [declaration] = initializer.declarations;
    if (
      !ts.isIdentifier(declaration!.name) ||
      !declaration!.initializer ||
      !condition ||
      !incrementor
    )
      return undefined;
    const name = declaration!.name;
    const test = skipWrappers(condition);
    if (!ts.isBinaryExpression(test) || !ts.isIdentifier(test.left) || test.left.text !== name.text)
      return undefined;
    const stepBy = stepOf(incrementor, name.text);
    if (!stepBy) return undefined;
    const kind = test.operatorToken.kind;
    const up = kind === K.LessThanToken || kind === K.LessThanEqualsToken;
    const down = kind === K.GreaterThanToken || kind === K.GreaterThanEqualsToken;
    if (!(up && stepBy > 0) && !(down && stepBy < 0)) return undefined;
    if (!isInt(of(declaration!.initializer)) || !isInt(of(test.right))) return undefined;
    const symbol = checker.getSymbolAtLocation(name);
    if (assignsIn(node.statement, symbol) || !isInvariant(test.right, node.statement))
      return undefined;
    return {
      variable: name,
      start: declaration!.initializer,
      bound: test.right,
      inclusive: kind === K.LessThanEqualsToken || kind === K.GreaterThanEqualsToken,
      step: stepBy,
    };
  }
  function stepOf(node: ts.Expression, name: string): number | undefined {
    const bare = skipWrappers(node);
    if (
      (ts.isPostfixUnaryExpression(bare) || ts.isPrefixUnaryExpression(bare)) &&
      ts.isIdentifier(bare.operand) &&
      bare.operand.text === name
    )
      return bare.operator === K.PlusPlusToken
        ? 1
        : bare.operator === K.MinusMinusToken
          ? -1
          : undefined;
    if (!ts.isBinaryExpression(bare) || !ts.isIdentifier(bare.left) || bare.left.text !== name)
      return undefined;
    const f = of(bare.right);
    if (!isInt(f) || f.lo !== f.hi || f.lo === 0) return undefined;
    return bare.operatorToken.kind === K.PlusEqualsToken
      ? f.lo
      : bare.operatorToken.kind === K.MinusEqualsToken
        ? -f.lo
        : undefined;
  }
  function assignsIn(body: ts.Node, symbol: ts.Symbol | undefined): boolean {
    let found = false;
    const visit = (n: ts.Node): void => {
      if (found) return;
      if (
        ts.isBinaryExpression(n) &&
        isAssignmentOperator(n.operatorToken.kind) &&
        mentions(n.left, symbol)
      )
        found = true;
      if (
        (ts.isPrefixUnaryExpression(n) || ts.isPostfixUnaryExpression(n)) &&
        isIncrement(n.operator) &&
        mentions(n.operand, symbol)
      )
        found = true;
      ts.forEachChild(n, visit);
    };
    visit(body);
    return found;
  }
  function mentions(n: ts.Node, symbol: ts.Symbol | undefined): boolean {
    if (ts.isIdentifier(n)) return checker.getSymbolAtLocation(n) === symbol;
    if (ts.isElementAccessExpression(n) || ts.isPropertyAccessExpression(n)) return false;
    let found = false;
    ts.forEachChild(n, (c) => {
      found ||= mentions(c, symbol);
    });
    return found;
  }
  function isInvariant(bound: ts.Expression, body: ts.Node): boolean {
    const bare = skipWrappers(bound);
    if (ts.isNumericLiteral(bare)) return true;
    if (ts.isIdentifier(bare)) {
      const s = checker.getSymbolAtLocation(bare);
      const d = s?.valueDeclaration;
      if (!d) return false;
      const isConst = ts.isVariableDeclaration(d) && (d.parent.flags & ts.NodeFlags.Const) !== 0;
      return isConst || (!assignsIn(body, s) && !isCapturedAssigned(s!));
    }
    if (ts.isBinaryExpression(bare) && /^[-+*]$/.test(bare.operatorToken.getText()))
      return isInvariant(bare.left, body) && isInvariant(bare.right, body);
    if (
      ts.isPropertyAccessExpression(bare) &&
      bare.name.text === "length" &&
      ts.isIdentifier(bare.expression)
    ) {
      const s = checker.getSymbolAtLocation(bare.expression);
      const t = checker.getTypeAtLocation(bare.expression);
      if (t.flags & ts.TypeFlags.StringLike || typedRange(t.symbol?.name ?? ""))
        return !assignsIn(body, s);
      return !assignsIn(body, s) && !changesLength(body);
    }
    return false;
  }
  /** Any call of a method that changes lengths, or of a function of the program, may change this one. */
  function changesLength(body: ts.Node): boolean {
    let found = false;
    const visit = (n: ts.Node): void => {
      if (found) return;
      if (
        ts.isCallExpression(n) ||
        ts.isNewExpression(n) ||
        ts.isAwaitExpression(n) ||
        ts.isYieldExpression(n)
      ) {
        const callee = ts.isCallExpression(n) ? n.expression : undefined;
        const s =
          callee &&
          checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
        const key = s && libraryKey(s);
        if (!key || /\.(push|pop|shift|unshift|splice)$/.test(key)) found = true;
      }
      if (ts.isBinaryExpression(n) && isAssignmentOperator(n.operatorToken.kind)) {
        const left = skipWrappers(n.left);
        if (ts.isPropertyAccessExpression(left) && left.name.text === "length") found = true;
        if (
          ts.isElementAccessExpression(left) &&
          n.operatorToken.kind === K.EqualsToken &&
          !ts.isIdentifier(skipWrappers(left.argumentExpression))
        )
          found = found || false;
      }
      ts.forEachChild(n, visit);
    };
    visit(body);
    return found;
  }
  function isCapturedAssigned(s: ts.Symbol): boolean {
    let found = false;
    const owner = functionOf(s.valueDeclaration!);
    const visit = (n: ts.Node): void => {
      if (found) return;
      const written =
        (ts.isBinaryExpression(n) &&
          isAssignmentOperator(n.operatorToken.kind) &&
          mentions(n.left, s)) ||
        ((ts.isPrefixUnaryExpression(n) || ts.isPostfixUnaryExpression(n)) &&
          isIncrement(n.operator) &&
          mentions(n.operand, s));
      if (written && functionOf(n) !== owner) found = true;
      ts.forEachChild(n, visit);
    };
    visit(s.valueDeclaration!.getSourceFile());
    return found;
  }
  function functionOf(n: ts.Node): ts.Node {
    let c = n.parent;
    while (c.parent && !ts.isFunctionLike(c)) c = c.parent;
    return c;
  }

  return { of, ofDeclaration: () => anyNumber, indexProof, countedLoop };
}

const brands: ReadonlyMap<string, NumberFact> = new Map([
  ["int", anyInt],
  ["u8", int(0, 255)],
  ["i8", int(-128, 127)],
  ["u16", int(0, 65535)],
  ["i16", int(-32768, 32767)],
  ["u32", int(0, 0xffffffff)],
  ["i32", int(-0x80000000, 0x7fffffff)],
]);
function typedRange(name: string): NumberFact | undefined {
  switch (name) {
    case "Uint8Array":
    case "bytes":
    case "bytearray":
      return int(0, 255);
    case "Int8Array":
      return int(-128, 127);
    case "Uint16Array":
      return int(0, 65535);
    case "Int16Array":
      return int(-32768, 32767);
    case "Uint32Array":
      return int(0, 0xffffffff);
    case "Int32Array":
      return int(-0x80000000, 0x7fffffff);
    case "Float32Array":
    case "Float64Array":
      return finiteFloat;
    default:
      return undefined;
  }
}
const compound: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [K.PlusEqualsToken, K.PlusToken],
  [K.MinusEqualsToken, K.MinusToken],
  [K.AsteriskEqualsToken, K.AsteriskToken],
  [K.SlashEqualsToken, K.SlashToken],
  [K.PercentEqualsToken, K.PercentToken],
  [K.AsteriskAsteriskEqualsToken, K.AsteriskAsteriskToken],
  [K.AmpersandEqualsToken, K.AmpersandToken],
  [K.BarEqualsToken, K.BarToken],
  [K.CaretEqualsToken, K.CaretToken],
  [K.LessThanLessThanEqualsToken, K.LessThanLessThanToken],
  [K.GreaterThanGreaterThanEqualsToken, K.GreaterThanGreaterThanToken],
  [K.GreaterThanGreaterThanGreaterThanEqualsToken, K.GreaterThanGreaterThanGreaterThanToken],
]);

/** Can code outside the program's modules call it: is it exported? */
function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

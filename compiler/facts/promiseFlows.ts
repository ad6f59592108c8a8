import { ts } from "ts-morph";
import type { InlinedCallbacks } from "./inlinedCallbacks.ts";
import {
  callTakingResult,
  findAsyncMembers,
  givesTask,
  isGenerator,
  leavesTry,
  resultsOf,
} from "./promiseSyntax.ts";
import { hasModifier, skipWrappers } from "./syntax.ts";

/** What becomes of the promises that calls give, and whether the program can see in which order things run. */
export interface PromiseFlows {
  /** May the call give a coroutine, which does nothing until somebody drives it? */
  mayGiveCoroutine(call: ts.CallExpression): boolean;
  /** Is the coroutine awaited, returned or handed on at once? */
  isConsumed(call: ts.CallExpression): boolean;
  /** Is a function that gives a coroutine used where nobody will look at what it gives? */
  isCalledBlindly(reference: ts.Expression): boolean;
  /** Is a name or a property an async function of the program, as far as can be seen? */
  isAsyncFunction(reference: ts.Identifier | ts.PropertyAccessExpression): boolean;
  /** Does anything else ever wait for its turn, so that the program can see when an `await` goes on? */
  readonly othersWait: () => boolean;
  /**
   * Does the program import asyncio? Then it is asyncio's loop that decides when a task begins and goes on,
   * as for Python by hand: Node cannot run such a program, so there is no other order to keep.
   */
  readonly isOnAsyncio: boolean;
}

export function createPromiseFlows(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
  entry: ts.SourceFile,
  inlined: InlinedCallbacks,
): PromiseFlows {
  let others: boolean | undefined;
  let asyncMembers: ReadonlySet<string> | undefined;
  const givesOwnPromise = new Map<ts.Node, boolean>();
  const isOnAsyncio = sourceFiles.some(importsAsyncio);
  return {
    isOnAsyncio,
    mayGiveCoroutine,
    isConsumed,
    isCalledBlindly,
    isAsyncFunction,
    othersWait: () => (others ??= !isOnAsyncio && findOthers()),
  };

  function mayGiveCoroutine(call: ts.CallExpression): boolean {
    const declaration = checker.getResolvedSignature(call)?.getDeclaration();
    if (!declaration || ts.isJSDocSignature(declaration)) return false;
    if (hasModifier(declaration, ts.SyntaxKind.AsyncKeyword)) return !isGenerator(declaration);
    if (givesTask(declaration)) return false;
    if (!mayBePromise(checker.getTypeAtLocation(call))) return standsForAsync(declaration);
    const file = declaration.getSourceFile().fileName;
    if (file.endsWith("/lib.tsmp.d.ts")) return isAsyncIteratorMethod(declaration);
    return file.endsWith(".d.ts") || !alwaysGivesPromise(declaration);
  }

  /** A method that gives nothing, by its interface or base class, and may be an async one. */
  function standsForAsync(declaration: ts.SignatureDeclaration): boolean {
    const isMember =
      ts.isMethodSignature(declaration) ||
      ts.isMethodDeclaration(declaration) ||
      ts.isFunctionTypeNode(declaration);
    if (!isMember || declaration.getSourceFile().isDeclarationFile) return false;
    const { parent } = declaration;
    const name = ts.isPropertySignature(parent) ? parent.name : declaration.name;
    if (!name || !ts.isIdentifier(name)) return false;
    const type = checker.getReturnTypeOfSignature(
      checker.getSignatureFromDeclaration(declaration)!,
    );
    if (!(type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Unknown))) return false;
    asyncMembers ??= findAsyncMembers(sourceFiles);
    return asyncMembers.has(name.text);
  }

  /** A function whose results are all made by `new Promise`, `Promise.all(...)`, `p.then(...)`. */
  function alwaysGivesPromise(declaration: ts.SignatureDeclaration): boolean {
    const known = givesOwnPromise.get(declaration);
    if (known !== undefined) return known;
    const body =
      "body" in declaration ? (declaration.body as ts.ConciseBody | undefined) : undefined;
    const results = body ? resultsOf(body) : [];
    const answer = results.length > 0 && results.every(makesPromise);
    givesOwnPromise.set(declaration, answer);
    return answer;
  }

  function makesPromise(result: ts.Expression): boolean {
    const bare = skipWrappers(result);
    if (ts.isNewExpression(bare)) return true;
    if (!ts.isCallExpression(bare)) return false;
    const declaration = checker.getResolvedSignature(bare)?.getDeclaration();
    if (!declaration?.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts")) return false;
    return !isAsyncIteratorMethod(declaration);
  }

  function isConsumed(node: ts.CallExpression): boolean {
    let child: ts.Node = node;
    let { parent } = node;
    while (true) {
      if (ts.isAwaitExpression(parent)) return true;
      const builtIn = callTakingResult(parent, inlined);
      if (builtIn) {
        // `xs.map((x) => f(x))`: what the array is given to decides.
        child = builtIn;
        ({ parent } = builtIn);
        continue;
      }
      if (ts.isReturnStatement(parent)) return isResultAwaited(parent);
      if (ts.isArrowFunction(parent)) return parent.body === child && isResultAwaited(child);
      if (
        ts.isParenthesizedExpression(parent) ||
        ts.isNonNullExpression(parent) ||
        ts.isAsExpression(parent)
      ) {
        // The expression itself.
      } else if (ts.isConditionalExpression(parent)) {
        if (parent.condition === child) return false;
      } else if (ts.isSpreadElement(parent) || ts.isArrayLiteralExpression(parent)) {
        // `Promise.all([f(), g()])`: what the array is given to decides.
      } else if (ts.isCallExpression(parent)) {
        return parent.expression !== child && takesCoroutine(parent);
      } else return false;
      child = parent;
      parent = parent.parent;
    }
  }

  /** Does somebody look at the promise that a function returns? */
  function isResultAwaited(result: ts.Node): boolean {
    const owner = ts.findAncestor(result.parent, ts.isFunctionLike);
    if (!owner) return false;
    if (hasModifier(owner, ts.SyntaxKind.AsyncKeyword)) return !leavesTry(result, owner);
    const isValue = ts.isArrowFunction(owner) || ts.isFunctionExpression(owner);
    return !isValue || !isCalledBlindly(owner);
  }

  /** Is a call one of a Python function, such as `asyncio.create_task` or `gather`, or of `Promise.all`? */
  function takesCoroutine(call: ts.CallExpression): boolean {
    const declaration = checker.getResolvedSignature(call)?.getDeclaration();
    const owner = declaration?.parent;
    if (!declaration?.getSourceFile().isDeclarationFile) return false;
    if (!declaration.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts")) return true;
    const isConstructor = owner ? ts.isInterfaceDeclaration(owner) : false;
    return isConstructor && (owner as ts.InterfaceDeclaration).name.text === "PromiseConstructor";
  }

  function isCalledBlindly(reference: ts.Expression): boolean {
    const wanted = declaredParameter(reference) ?? checker.getContextualType(reference);
    const signatures = wanted ? callSignatures(wanted) : [];
    if (signatures.length === 0) return false;
    return signatures.every((signature) => {
      const result = checker.getReturnTypeOfSignature(signature);
      return !mayBePromise(result) && !(result.flags & ts.TypeFlags.Unknown && isPython(signature));
    });
  }

  /** Python code that is given a function with any result looks at what it gives. */
  function isPython(signature: ts.Signature): boolean {
    const file = signature.getDeclaration()?.getSourceFile();
    return file?.isDeclarationFile === true && !file.fileName.endsWith("/lib.tsmp.d.ts");
  }

  /** The type of the parameter that an argument is for, as the program declares it: `() => T`. */
  function declaredParameter(argument: ts.Expression): ts.Type | undefined {
    const { parent } = argument;
    if (!ts.isCallExpression(parent) || parent.expression === argument) return undefined;
    const declaration = checker.getResolvedSignature(parent)?.getDeclaration();
    if (!declaration || declaration.getSourceFile().isDeclarationFile) return undefined;
    const parameter = declaration.parameters[parent.arguments.indexOf(argument)];
    if (!parameter || parameter.dotDotDotToken || !ts.isParameter(parameter)) return undefined;
    return checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  }

  function isAsyncFunction(reference: ts.Identifier | ts.PropertyAccessExpression): boolean {
    const name = ts.isIdentifier(reference) ? reference : reference.name;
    let symbol = checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).some((declaration) => {
      const initializer = "initializer" in declaration ? declaration.initializer : undefined;
      const owner = (initializer as ts.Expression | undefined) ?? declaration;
      if (!ts.isFunctionLike(owner) || isGenerator(owner)) return false;
      return hasModifier(owner, ts.SyntaxKind.AsyncKeyword);
    });
  }

  function callSignatures(type: ts.Type): readonly ts.Signature[] {
    const parts = type.isUnion() ? type.types : [type];
    return parts.flatMap((part) => checker.getSignaturesOfType(part, ts.SignatureKind.Call));
  }

  function findOthers(): boolean {
    let found = false;
    const visit = (node: ts.Node): void => {
      if (found) return;
      if (isOtherWork(node)) found = true;
      else ts.forEachChild(node, visit);
    };
    for (const file of sourceFiles) {
      if (!file.text.includes("async") && !file.text.includes("await")) continue;
      for (const each of sourceFiles) ts.forEachChild(each, visit);
      break;
    }
    return found;
  }

  /** Timers, reactions, and async functions that are called without being awaited. */
  function isOtherWork(node: ts.Node): boolean {
    if (ts.isNewExpression(node)) return isPromise(checker.getTypeAtLocation(node));
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
      return hasModifier(node, ts.SyntaxKind.AsyncKeyword) && isCalledBlindly(node);
    }
    if (!ts.isCallExpression(node)) return false;
    const declaration = checker.getResolvedSignature(node)?.getDeclaration();
    if (declaration?.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts")) {
      const name = calledName(node);
      return name !== undefined && waitingCalls.has(name) && isWaitingCall(node, name);
    }
    return mayGiveCoroutine(node) && !isConsumed(node) && !isLastOfProgram(node);
  }

  function isWaitingCall(node: ts.CallExpression, name: string): boolean {
    return (
      !ts.isPropertyAccessExpression(node.expression) || name === "then" || isPromiseCall(node)
    );
  }

  function isPromiseCall(node: ts.CallExpression): boolean {
    return mayBePromise(checker.getTypeAtLocation(node));
  }

  /** `main();` at the very end: nothing is left that could run before it goes on. */
  function isLastOfProgram(node: ts.CallExpression): boolean {
    const statement = ts.isVoidExpression(node.parent) ? node.parent.parent : node.parent;
    return ts.isExpressionStatement(statement) && entry.statements.at(-1) === statement;
  }
}

function importsAsyncio(file: ts.SourceFile): boolean {
  return file.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return false;
    const { moduleSpecifier } = statement;
    return ts.isStringLiteral(moduleSpecifier) && /^u?asyncio$/.test(moduleSpecifier.text);
  });
}

/** Calls after which something waits for its turn. */
const waitingCalls: ReadonlySet<string> = new Set([
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "then",
  "catch",
  "finally",
  "all",
  "allSettled",
  "any",
  "race",
  "resolve",
  "reject",
  "withResolvers",
]);

function calledName(node: ts.CallExpression): string | undefined {
  const callee = skipWrappers(node.expression);
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

/** `next`, `return` and `throw` of an async generator. */
function isAsyncIteratorMethod(declaration: ts.Node): boolean {
  const owner = declaration.parent;
  return ts.isInterfaceDeclaration(owner) && /^Async(Iterator|Generator)/.test(owner.name.text);
}

export function isPromise(type: ts.Type): boolean {
  return type.symbol?.name === "Promise";
}

export function mayBePromise(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => isPromise(part) || part.symbol?.name === "PromiseLike");
}

import { ts } from "ts-morph";
import { unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { asCoroutines, pauseForLater } from "../async/coroutineArguments.ts";
import { lowerPromiseValue } from "../async/promiseValue.ts";
import { enclosingClass } from "../classes/enclosingClass.ts";
import { specialMethodName, symbolName } from "../classes/specialMethods.ts";
import { callSuperConstructor } from "../classes/superCall.ts";
import { lowerArguments } from "../functions/arguments.ts";
import { callWithThis } from "../functions/callWithThis.ts";
import { inlineCall } from "../functions/inlineCall.ts";
import { callLibrary } from "../library/libraryArguments.ts";
import { libraryMethods } from "../library/libraryTables.ts";
import { lowerDynamicCall } from "../library/objects/dynamicCall.ts";
import { isPythonMember, pythonTypes } from "../library/pythonTypes.ts";
import type { Lowering } from "../lowering.ts";
import { lowerImportCall } from "../modules/importCall.ts";
import { lowerPioCall } from "../pio/pioInstruction.ts";
import { definePioProgram, isPioProgram } from "../pio/pioProgram.ts";
import { lowerClassReference } from "./instanceOf.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { lowerChainLink, lowerOptionalChain } from "./optionalChain.ts";
import { memberName, memberSymbol } from "./propertyAccess.ts";
import { callSuperMethod } from "./superAccess.ts";

/** `callee(args)` */
export function lowerCallExpression(ctx: Lowering, node: ts.CallExpression): py.Expression {
  const call = ts.isOptionalChain(node) ? lowerOptionalChain(ctx, node) : callCallee(ctx, node);
  return lowerPromiseValue(ctx, node, pauseForLater(ctx, node, call));
}

/** The call itself, its callee possibly the inside of an optional chain. */
export function callCallee(ctx: Lowering, node: ts.CallExpression): py.Expression {
  const inlined = callWithThis(ctx, node) ?? inlineCall(ctx, node);
  if (inlined) return inlined;
  if (isPioProgram(ctx, node)) {
    const name = ctx.fresh("program");
    ctx.prerequisite(definePioProgram(ctx, name, node));
    return py.name(name);
  }
  const callee = skipWrappers(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return callSuperConstructor(ctx, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return lowerImportCall(ctx, node);
  if (ts.isPropertyAccessExpression(callee)) return callMember(ctx, node, callee);
  if (ts.isElementAccessExpression(callee)) {
    const iterator = callSymbolMethod(ctx, callee);
    if (iterator) return iterator;
  }
  if (ts.isIdentifier(callee)) {
    const library = callGlobal(ctx, node, callee);
    if (library) return library;
  }
  return pythonCall(ctx, node, lowerChainLink(ctx, node.expression));
}

/** A call that is made as it stands; what it reads from JSON becomes objects of the program. */
function pythonCall(ctx: Lowering, node: ts.CallExpression, callee: py.Expression): py.Expression {
  const call = withArguments(ctx, node, callee);
  return ctx.facts.dictionaries.givesJson(node) ? ctx.callHelper("from_json", call) : call;
}

/** `xs[Symbol.iterator]()` is `iter(xs)`; a method of the author's own is called by its name. */
function callSymbolMethod(
  ctx: Lowering,
  callee: ts.ElementAccessExpression,
): py.Expression | undefined {
  const name = symbolName(callee.argumentExpression);
  if (name === undefined) return undefined;
  const property = ctx.checker.getSymbolAtLocation(callee.argumentExpression);
  const own =
    property &&
    ctx
      .typeOf(callee.expression)
      .getProperties()
      .find((p) => p.name.startsWith(`__@${name}@`));
  const declaration = own?.valueDeclaration;
  const object = lowerExpression(ctx, callee.expression);
  if (declaration && ts.isMethodDeclaration(declaration)) {
    const method = specialMethodName(declaration);
    if (method) return py.callMethod(object, method);
  }
  if (name === "iterator") return py.callBuiltin("iter", [object]);
  return name === "asyncIterator" ? py.callMethod(object, "__aiter__") : undefined;
}

/** A function of lib.tsmp.d.ts: `parseInt(x)`, `print(x)`. */
function callGlobal(
  ctx: Lowering,
  node: ts.CallExpression,
  callee: ts.Identifier,
): py.Expression | undefined {
  if (ctx.facts.bindings.at(callee)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(callee);
  const key = symbol && libraryKey(symbol);
  if (key === undefined) return undefined;
  const lower = libraryMethods[key];
  if (!lower && pythonTypes.has(key)) return withArguments(ctx, node, py.name(key));
  if (!lower) return ctx.refuse(callee, unsupportedMember(key));
  return callLibrary(ctx, node, key, lower);
}

/** `object.method(args)` */
function callMember(
  ctx: Lowering,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
): py.Expression {
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const { args } = lowerArguments(ctx, node);
    return callSuperMethod(ctx, callee, memberName(ctx, callee), args, () =>
      baseClass(ctx, callee),
    );
  }
  const ofPio = lowerPioCall(ctx, node, callee);
  if (ofPio) return ofPio;
  const symbol = memberSymbol(ctx, callee);
  const key = symbol && libraryKey(symbol);
  if (key !== undefined) {
    const lower = libraryMethods[key];
    if (lower) return callLibrary(ctx, node, key, lower, callee.expression);
    if (!isPythonMember(key)) return ctx.refuse(callee.name, unsupportedMember(key));
    return withArguments(
      ctx,
      node,
      py.attribute(lowerChainLink(ctx, callee.expression), memberName(ctx, callee)),
    );
  }
  const dynamic = lowerDynamicCall(ctx, node, callee, isBuiltInMethod, libraryMethods);
  return dynamic ?? pythonCall(ctx, node, lowerChainLink(ctx, node.expression));
}

/** Has some built-in class a method of this name? */
function isBuiltInMethod(name: string): boolean {
  builtInMethods ??= new Set(Object.keys(libraryMethods).map((key) => key.replace(/^.*\./, "")));
  return builtInMethods.has(name);
}

let builtInMethods: ReadonlySet<string> | undefined;

/** The callee is evaluated before the arguments; only where those need statements it is put aside. */
function withArguments(
  ctx: Lowering,
  node: ts.CallExpression,
  callee: py.Expression,
): py.Expression {
  const captured = ctx.capture(() => lowerArguments(ctx, node));
  const { keywords } = captured.value;
  const args = asCoroutines(ctx, node, captured.value.args);
  if (captured.prerequisites.length === 0) return py.call(callee, args, keywords);
  const settled = settleCallee(ctx, callee);
  ctx.prerequisite(...captured.prerequisites);
  return py.call(settled, args, keywords);
}

/** A method's object is put into a variable, not the bound method: that would allocate. */
function settleCallee(ctx: Lowering, callee: py.Expression): py.Expression {
  if (callee.kind === "attribute") {
    const object = callee.value;
    return object.kind === "name" ? callee : py.attribute(ctx.stash(object), callee.name);
  }
  return ctx.stash(callee);
}

function baseClass(ctx: Lowering, node: ts.Node): py.Expression {
  const heritage = enclosingClass(node)?.node.heritageClauses?.find(
    (clause) => clause.token === ts.SyntaxKind.ExtendsKeyword,
  );
  const base = heritage?.types[0];
  return base
    ? lowerClassReference(ctx, base.expression)
    : lowerExpression(ctx, node as ts.Expression);
}

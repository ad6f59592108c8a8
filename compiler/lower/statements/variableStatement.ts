import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { defineClass } from "../classes/classDeclaration.ts";
import { minLengthOf } from "../destructuring/arraySource.ts";
import { bindPattern } from "../destructuring/bindPattern.ts";
import { bindLibraryMembers } from "../destructuring/libraryMembers.ts";
import { fieldsOfRecord } from "../destructuring/unpackedRecord.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { defineFunction, functionInitializer } from "../functions/functionValue.ts";
import type { Lowering } from "../lowering.ts";
import { definePioProgram, isPioProgram } from "../pio/pioProgram.ts";
import { asKept } from "../values/residue.ts";
import { bindVariable } from "./bindVariable.ts";
import { isInsideLoop, isVar, mayBeReadEarly } from "./earlyVariables.ts";

/** `const a = 1, b = 2;` one assignment each. */
export function lowerVariableStatement(ctx: Lowering, node: ts.VariableStatement): py.Statement[] {
  return ts.getCombinedModifierFlags(node as unknown as ts.Declaration) & ts.ModifierFlags.Ambient
    ? []
    : lowerDeclarationList(ctx, node.declarationList);
}

export function lowerDeclarationList(
  ctx: Lowering,
  list: ts.VariableDeclarationList,
): py.Statement[] {
  return lowerDeclarations(ctx, list.declarations);
}

export function lowerDeclarations(
  ctx: Lowering,
  declarations: readonly ts.VariableDeclaration[],
): py.Statement[] {
  return declarations.flatMap((declaration) => {
    const { value, prerequisites } = ctx.capture(() => lowerDeclaration(ctx, declaration));
    return [...prerequisites, ...value];
  });
}

/** `const f = () => {...}` becomes `def f():`, so that a traceback names it. */
function lowerDeclaration(ctx: Lowering, node: ts.VariableDeclaration): py.Statement[] {
  const { name, initializer } = node;
  if (!ts.isIdentifier(name)) {
    if (!initializer) return [];
    const ofLibrary = bindLibraryMembers(ctx, node);
    if (ofLibrary) return ofLibrary;
    const value = lowerExpression(ctx, initializer);
    return bindPattern(ctx, name, value, ctx.typeOf(initializer), minLengthOf(ctx, initializer));
  }
  if (!initializer) return lowerUninitialised(ctx, node, name);
  const constant = lowerModuleConstant(ctx, name, initializer);
  if (constant) return [constant];
  const { target, statements } = bindVariable(ctx, name);
  if (target.kind === "name") {
    const named = lowerNamed(ctx, target.id, name.text, initializer);
    if (named) return [...named, ...statements];
  }
  const value = asKept(ctx, name, initializer, lowerExpression(ctx, initializer));
  const fields = isRecordRead(ctx, value) && fieldsOfRecord(ctx, name, ctx.typeOf(name));
  if (fields) return [py.assign(fields, value)];
  // A loop may have built the value in the variable itself.
  const isBuilt = value.kind === "name" && target.kind === "name" && value.id === target.id;
  return isBuilt ? [...statements] : [py.assign(target, value), ...statements];
}

/** An element or a result, inside of a function: what is there for sure. */
function isRecordRead(ctx: Lowering, { kind }: py.Expression): boolean {
  return (kind === "subscript" || kind === "call") && !ts.isSourceFile(ctx.scope.node);
}

/** `const SIZE = 16;` of a module is `_SIZE = const(16)`. */
function lowerModuleConstant(
  ctx: Lowering,
  name: ts.Identifier,
  initializer: ts.Expression,
): py.Statement | undefined {
  const binding = ctx.facts.bindings.at(name);
  const id = binding && ctx.nameOf(binding);
  if (id === undefined || !ctx.module.replacedNames.has(id)) return undefined;
  const value = lowerExpression(ctx, initializer);
  return py.assign(py.name(id), py.call(ctx.pythonFunction("micropython", "const"), [value]));
}

/** Functions and classes take the variable's name. */
function lowerNamed(
  ctx: Lowering,
  id: string,
  displayed: string,
  initializer: ts.Expression,
): readonly py.Statement[] | undefined {
  const bare = skipWrappers(initializer);
  const assigned = functionInitializer(bare);
  if (assigned && !(ts.isFunctionExpression(assigned) && assigned.name)) {
    return [defineFunction(ctx, id, assigned, displayed)];
  }
  if (ts.isCallExpression(bare) && isPioProgram(ctx, bare))
    return [definePioProgram(ctx, id, bare)];
  if (ts.isClassExpression(bare) && !bare.name) return defineClass(ctx, bare, id);
  return undefined;
}

/** `let x;` is undefined anew each time it runs; a `var` keeps its value. */
function lowerUninitialised(
  ctx: Lowering,
  node: ts.VariableDeclaration,
  name: ts.Identifier,
): py.Statement[] {
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  const { target } = bindVariable(ctx, name);
  if (binding && isVar(binding) && (mayBeReadEarly(binding) || isInsideLoop(node))) return [];
  return [py.assign(target, py.noneValue())];
}

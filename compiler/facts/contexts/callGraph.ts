import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";
import { boardNameOf } from "./boardNames.ts";
import { isAsync, isFunctionUnit, nodesOf, type Unit, unitOf } from "./units.ts";
import { ValueFlow } from "./valueFlow.ts";

/** Where code can run; the order is the order of a start-up. */
export type Context = "main" | "task" | "thread" | "soft-isr" | "hard-isr";

/** A call of the program, and what it may run at once. */
export interface Call {
  readonly node: ts.CallExpression | ts.NewExpression;
  readonly unit: Unit;
  /** What of the program it runs before it returns; for async functions: what it makes a coroutine of. */
  readonly callees: readonly Unit[];
  /** What a stub declares: see `boardName`. */
  readonly name: string | undefined;
}

/** A function given to somebody who runs it in a context of its own. */
export interface Registration {
  readonly node: ts.Node;
  /** The code that registers it. */
  readonly unit: Unit;
  readonly context: Context;
  /** What a stub calls the function that it is given to. */
  readonly to: string;
  readonly handlers: readonly Unit[];
}

export interface CallGraph {
  readonly units: readonly Unit[];
  readonly values: ValueFlow;
  callsOf(unit: Unit): readonly Call[];
  readonly calls: readonly Call[];
  readonly registrations: readonly Registration[];
}

export function createCallGraph(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): CallGraph {
  const values = new ValueFlow(checker, sourceFiles);
  const units = sourceFiles.flatMap(unitsIn);
  for (const unit of units) passHandlersArguments(unit);
  const byUnit = new Map<Unit, Call[]>();
  const registrations: Registration[] = [];
  for (const unit of units) {
    const calls: Call[] = [];
    byUnit.set(unit, calls);
    for (const node of nodesOf(unit)) {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.push(callOf(node, unit));
    }
  }
  for (const declaration of values.classes) registerOverrides(declaration);
  return {
    units,
    values,
    callsOf: (unit) => byUnit.get(unit) ?? [],
    calls: [...byUnit.values()].flat(),
    registrations,
  };

  /** First of all: what a handler is given may be a function or a queue that its calls depend on. */
  function passHandlersArguments(unit: Unit): void {
    for (const node of nodesOf(unit)) {
      if (!ts.isCallExpression(node)) continue;
      const name = boardNameOf(checker, node.expression);
      if (name === undefined) continue;
      for (const [given, context] of callbacksOf(node, name)) {
        if (context !== undefined) values.passOn(node, given, values.of(given));
      }
    }
  }

  function callOf(node: ts.CallExpression | ts.NewExpression, unit: Unit): Call {
    const name = boardNameOf(checker, node.expression);
    const callees = new Set<Unit>(calleesOf(node));
    if (name !== undefined) {
      for (const [given, context] of callbacksOf(node, name)) {
        const handlers = [...values.of(given)];
        if (context === undefined) for (const handler of handlers) callees.add(handler);
        else if (handlers.length > 0)
          registrations.push({ node: given, unit, context, to: name, handlers });
      }
    }
    return { node, unit, callees: [...callees], name };
  }

  function calleesOf(node: ts.CallExpression | ts.NewExpression): Iterable<Unit> {
    if (ts.isNewExpression(node)) return values.constructors(node.expression);
    const callee = skipWrappers(node.expression);
    // The base constructors are among what `new` runs already.
    return callee.kind === ts.SyntaxKind.SuperKeyword ? [] : values.of(callee);
  }

  /** The functions among the arguments of something built in, with the context that it runs them in. */
  function* callbacksOf(
    node: ts.CallExpression | ts.NewExpression,
    name: string,
  ): Generator<[ts.Expression, Context | undefined]> {
    for (const argument of node.arguments ?? []) {
      const options = skipWrappers(argument);
      if (ts.isObjectLiteralExpression(options)) {
        for (const property of options.properties) {
          const value = givenBy(property);
          if (value && mayBeCalled(value)) yield [value, contextOf(value, name)];
        }
      } else if (mayBeCalled(argument)) yield [argument, contextOf(argument, name)];
    }
  }

  function mayBeCalled(node: ts.Expression): boolean {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    return (type.isUnion() ? type.types : [type]).some((t) => t.getCallSignatures().length > 0);
  }

  /** The context that the type of a parameter says. */
  function contextOf(argument: ts.Expression, name: string): Context | undefined {
    if (promiseCallbacks.has(name)) return "task";
    const type = checker.getContextualType(argument);
    for (const part of type?.isUnion() ? type.types : type ? [type] : []) {
      const marker = checker.getPropertyOfType(part, "__context");
      const marked = marker && checker.getNonNullableType(checker.getTypeOfSymbol(marker));
      if (marked?.isStringLiteral()) return marked.value as Context;
    }
    return undefined;
  }

  /** A worker's `loop` runs on the thread of its manager, whoever makes the worker. */
  function registerOverrides(declaration: ts.ClassLikeDeclaration): void {
    const base = declaration.heritageClauses?.[0]?.types[0];
    if (!base || boardNameOf(checker, base.expression) !== "apploop.AppWorker") return;
    for (const member of declaration.members) {
      if (isFunctionUnit(member) && member.name?.getText() === "loop") {
        const unit = unitOf(declaration);
        const to = "apploop.AppWorker";
        registrations.push({ node: member, unit, context: "thread", to, handlers: [member] });
      }
    }
  }
}

function givenBy(property: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

const promiseCallbacks: ReadonlySet<string> = new Set([
  "Promise.then",
  "Promise.catch",
  "Promise.finally",
  "PromiseLike.then",
]);

function unitsIn(file: ts.SourceFile): readonly Unit[] {
  const found: Unit[] = [file];
  const visit = (node: ts.Node): void => {
    if (isFunctionUnit(node)) found.push(node);
    else if (ts.isClassLike(node) && !node.members.some((m) => ts.isConstructorDeclaration(m))) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** Does the context of a caller become that of a callee? A coroutine runs as a task, whoever makes it. */
export function carriesContext(callee: Unit): boolean {
  return !isAsync(callee);
}

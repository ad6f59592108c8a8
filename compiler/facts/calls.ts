import { ts } from "ts-morph";
import type { BindingFacts } from "./bindings.ts";
import { outerParent } from "./syntax.ts";
import type { TypeFacts } from "./typeFacts.ts";
import { WideUses } from "./wideUses.ts";

/** How the program's functions are called. */
export interface CallFacts {
  /** May a caller pass undefined where the parameter has a default? */
  mayReceiveUndefined(parameter: ts.ParameterDeclaration): boolean;
  /** What callers give for a parameter, its default included; undefined where not all are known. */
  argumentsFor(parameter: ts.ParameterDeclaration): readonly ts.Expression[] | undefined;
  /** How many more arguments than it has parameters a function may be given. */
  extraArguments(node: ts.SignatureDeclaration): number;
  /** Does some use of a function give it fewer arguments than another? */
  mayBeGivenFewer(node: ts.SignatureDeclaration): boolean;
  /** May a function be given any number of arguments, more or fewer than it declares? */
  isLoose(node: ts.SignatureDeclaration): boolean;
}

export function createCallFacts(
  checker: ts.TypeChecker,
  types: TypeFacts,
  bindings: BindingFacts,
  sourceFiles: readonly ts.SourceFile[],
): CallFacts {
  const wideUses = new WideUses(checker, sourceFiles);
  const isLoose = (node: ts.SignatureDeclaration) => wideUses.isLoose(node);
  const mayBeGivenFewer = (node: ts.SignatureDeclaration) => wideUses.mayBeGivenFewer(node);
  return { mayReceiveUndefined, argumentsFor, extraArguments, mayBeGivenFewer, isLoose };

  /** Known only where every use of the function is a call that can be looked at. */
  function mayReceiveUndefined(parameter: ts.ParameterDeclaration): boolean {
    const owner = parameter.parent;
    const index = owner.parameters.indexOf(parameter);
    const calls = callsOf(owner);
    if (!calls) return true;
    return calls.some((call) => {
      const args = call.arguments ?? [];
      if (args.slice(0, index + 1).some(ts.isSpreadElement)) return true;
      const argument = args[index];
      return argument !== undefined && types.mayBeNone(checker.getTypeAtLocation(argument));
    });
  }

  function argumentsFor(parameter: ts.ParameterDeclaration): readonly ts.Expression[] | undefined {
    const owner = parameter.parent;
    const index = owner.parameters.indexOf(parameter);
    const calls = parameter.dotDotDotToken ? undefined : callsOf(owner);
    if (!calls) return undefined;
    const found = parameter.initializer ? [parameter.initializer] : [];
    for (const call of calls) {
      const args = (call.arguments ?? []).slice(0, index + 1);
      if (args.some(ts.isSpreadElement)) return undefined;
      const argument = args[index];
      if (argument) found.push(argument);
    }
    return found;
  }

  /** The calls of a function, undefined where it is also used as a value. */
  function callsOf(
    owner: ts.SignatureDeclaration,
  ): readonly (ts.CallExpression | ts.NewExpression)[] | undefined {
    const name = nameOf(owner);
    const symbol = name && checker.getSymbolAtLocation(name);
    const binding = symbol && bindings.of(symbol);
    if (!binding) return undefined;
    const calls: (ts.CallExpression | ts.NewExpression)[] = [];
    for (const reference of binding.references) {
      const parent = outerParent(reference);
      const isCallee =
        (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
        parent.expression === reference;
      if (isCallee) calls.push(parent);
      else if (!ts.isExportSpecifier(parent) && !ts.isHeritageClause(parent.parent))
        return undefined;
    }
    return calls;
  }

  function extraArguments(node: ts.SignatureDeclaration): number {
    if (node.parameters.some((p) => p.dotDotDotToken) || isLoose(node)) return 0;
    // `await` calls a method `then` with two functions.
    const least = node.name && ts.isIdentifier(node.name) && node.name.text === "then" ? 2 : 0;
    const own = node.parameters.filter((p) => p.name.getText() !== "this").length;
    return Math.max(0, Math.max(least, wideUses.argumentsOf(node)) - own);
  }
}

function nameOf(owner: ts.SignatureDeclaration): ts.Identifier | undefined {
  if (ts.isConstructorDeclaration(owner)) return owner.parent.name;
  if (ts.isFunctionDeclaration(owner)) return owner.name;
  const parent = owner.parent;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name;
  return undefined;
}

import { ts } from "ts-morph";
import { unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { mentionsOwnContext } from "../../facts/inlinedCallbacks.ts";
import { functionsUseThis, handsThisOn } from "../../facts/ownThis.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { isDeclarationFileSymbol, libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { libraryMethods } from "./libraryTables.ts";
import type { LibraryCall, LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

/** What every function has. */
export const functionMethods: LibraryTable = {
  "CallableFunction.call": lowerCall,
  "Function.call": lowerCall,
  "CallableFunction.apply": lowerApply,
  "Function.apply": lowerApply,
  "CallableFunction.bind": lowerBind,
  "Function.bind": lowerBind,
};

export const functionValues: LibraryValueTable = {
  "Function.name": lowerName,
  "Function.length": lowerArity,
  ...Object.fromEntries(
    ["Class", "ClassMethod", "ClassField"].flatMap((owner) =>
      ["kind", "name", "static", "private"].map((name) => [
        `${owner}DecoratorContext.${name}`,
        (ctx: Lowering, _node: ts.Expression, receiver: ts.Expression | undefined) =>
          py.attribute(lowerExpression(ctx, receiver!), name),
      ]),
    ),
  ),
};

/** `f.call(object, a)` is `f(a)` where `f` has no `this`, and `Class.f(object, a)` of a method. */
function lowerCall(ctx: Lowering, call: LibraryCall): py.Expression {
  const [self, ...args] = call.args;
  const ofLibrary = self && callLibraryMethod(ctx, call, self, args);
  if (ofLibrary) return ofLibrary;
  const [callee, object, ...values] = inOrder(ctx, [
    () => lowerCallee(ctx, call),
    () => lowerThis(ctx, self),
    ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
  ]);
  return isMethod(ctx, call.receiver!)
    ? py.call(callee!, [object!, ...values])
    : py.call(callee!, values);
}

/** `Object.prototype.hasOwnProperty.call(object, key)` is `object.hasOwnProperty(key)`. */
function callLibraryMethod(
  ctx: Lowering,
  { node, receiver }: LibraryCall,
  self: ts.Expression,
  args: readonly ts.Expression[],
): py.Expression | undefined {
  const method = skipWrappers(receiver!);
  if (!ts.isPropertyAccessExpression(method)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(method.name);
  const key = symbol && libraryKey(symbol);
  if (key === "Object.toString") {
    return ctx.callHelper("tag_text", lowerExpression(ctx, self));
  }
  const lower = key === undefined ? undefined : libraryMethods[key];
  const isOfPrototype =
    ts.isPropertyAccessExpression(method.expression) && method.expression.name.text === "prototype";
  if (!lower || !(isOfPrototype || key === "Object.hasOwnProperty")) return undefined;
  return lower(ctx, { node, receiver: self, args });
}

function lowerApply(ctx: Lowering, call: LibraryCall): py.Expression {
  const extreme = /^Math\.(max|min)$/.exec(call.receiver!.getText());
  if (extreme && call.args[1]) {
    const values = lowerExpression(ctx, call.args[1]);
    return ctx.callHelper(`math_${extreme[1]}`, py.starred(values));
  }
  const [self, list] = call.args;
  const [callee, object, values] = inOrder(ctx, [
    () => lowerCallee(ctx, call),
    () => lowerThis(ctx, self),
    ...(list ? [() => lowerExpression(ctx, list)] : []),
  ]);
  const args = values ? [py.starred(values)] : [];
  return py.call(callee!, isMethod(ctx, call.receiver!) ? [object!, ...args] : args);
}

/** `o.f.bind(o)` is Python's bound method `o.f`; other arguments that are fixed need a function. */
function lowerBind(ctx: Lowering, call: LibraryCall): py.Expression {
  const [self, ...args] = call.args;
  const receiver = skipWrappers(call.receiver!);
  const isOwn =
    ts.isPropertyAccessExpression(receiver) &&
    self !== undefined &&
    receiver.expression.getText() === self.getText();
  if (isOwn && args.length === 0) return lowerExpression(ctx, receiver);
  const isBound = !isOwn && isMethod(ctx, receiver);
  const [callee, object, ...values] = inOrder(ctx, [
    () => (isOwn ? lowerExpression(ctx, receiver) : lowerCallee(ctx, call)),
    () => lowerThis(ctx, self),
    ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
  ]);
  const first = isBound ? [object!, ...values] : values;
  return first.length === 0 ? callee! : ctx.callHelper("bind", callee!, ...first);
}

/** What `this` will be; evaluated even where nobody looks at it. */
function lowerThis(ctx: Lowering, node: ts.Expression | undefined): py.Expression {
  if (!node) return py.noneValue();
  const value = lowerExpression(ctx, node);
  return value;
}

/** The function that `call` and its kin are asked of: a method as a member of its class. */
function lowerCallee(ctx: Lowering, { receiver, node }: LibraryCall): py.Expression {
  const bare = skipWrappers(receiver!);
  if (!isMethod(ctx, bare)) {
    if (!hasNoThis(ctx, bare)) {
      const name = (node.expression as ts.PropertyAccessExpression).name.text;
      return ctx.refuse(receiver!, unsupportedMember(`${name} of a function with \`this\``));
    }
    return lowerExpression(ctx, bare);
  }
  if (!ts.isPropertyAccessExpression(bare)) return lowerExpression(ctx, bare);
  const { expression, name } = bare;
  if (expression.kind === ts.SyntaxKind.SuperKeyword) {
    return ctx.refuse(bare, unsupportedMember("call of a method of `super`"));
  }
  const isPrototype =
    ts.isPropertyAccessExpression(expression) && expression.name.text === "prototype";
  const owner = isPrototype
    ? lowerExpression(ctx, expression.expression)
    : py.callBuiltin("type", [lowerExpression(ctx, expression)]);
  return py.attribute(owner, attributeName(name.text));
}

/** `object.method` of a class of the program. */
function isMethod(ctx: Lowering, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (handsThisOn(ctx.checker, bare)) return true;
  if (!ts.isPropertyAccessExpression(bare)) return false;
  const declaration = ctx.checker.getSymbolAtLocation(bare.name)?.valueDeclaration;
  if (!declaration || !ts.isMethodDeclaration(declaration)) return false;
  const isStatic = declaration.modifiers?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword);
  return ts.isClassLike(declaration.parent) && !isStatic;
}

/** Does a function look at no `this` of its own? */
function hasNoThis(ctx: Lowering, node: ts.Expression): boolean {
  const signature = ctx.facts.types.present(ctx.typeOf(node)).getCallSignatures()[0];
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  if (!declaration || !("body" in declaration) || !declaration.body) {
    const symbol = ctx.checker.getSymbolAtLocation(node);
    if (symbol && isDeclarationFileSymbol(symbol)) return false;
    return ts.isIdentifier(node) || !functionsUseThis(ctx.checker);
  }
  return ts.isArrowFunction(declaration) || !mentionsOwnContext(declaration.body as ts.Node);
}

/** `f.name`: known where the function is; of `x.constructor` the name of the class. */
function lowerName(
  ctx: Lowering,
  node: ts.Expression,
  receiver: ts.Expression | undefined,
): py.Expression {
  const bare = skipWrappers(receiver!);
  if (ts.isPropertyAccessExpression(bare) && bare.name.text === "constructor") {
    const symbol = ctx.typeOf(bare.expression).getSymbol();
    if (symbol && symbol.flags & ts.SymbolFlags.ObjectLiteral) return py.str("Object");
    return ctx.callHelper("name_of_class", lowerExpression(ctx, bare.expression));
  }
  if (ts.isMetaProperty(bare) && ctx.scope.self) {
    return ctx.callHelper("name_of_class", ctx.scope.self);
  }
  const name = ts.isIdentifier(bare) ? nameOfFunction(ctx, bare) : nameOfMember(ctx, bare);
  if (name !== undefined) return py.str(name);
  if (ctx.typeOf(bare).getConstructSignatures().length > 0) {
    const value = lowerExpression(ctx, bare);
    return py.attribute(value, "__name__");
  }
  return ctx.refuse(node, unsupportedMember("Function.name of a function that is not known"));
}

/** A method is called as its class or literal says; so is a function that is a property from the start. */
function nameOfMember(ctx: Lowering, node: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const declaration = ctx.checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return undefined;
  if (ts.isMethodDeclaration(declaration)) return node.name.text;
  if (!ts.isPropertyAssignment(declaration) && !ts.isPropertyDeclaration(declaration))
    return undefined;
  const value = declaration.initializer && skipWrappers(declaration.initializer);
  if (!value || !(ts.isFunctionExpression(value) || ts.isArrowFunction(value))) return undefined;
  return value.name?.text ?? node.name.text;
}

/** `f.length`: how many parameters come before the first that may be left out. */
function lowerArity(
  ctx: Lowering,
  node: ts.Expression,
  receiver: ts.Expression | undefined,
): py.Expression {
  const declaration = ctx.typeOf(receiver!).getCallSignatures()[0]?.getDeclaration();
  const isKnown = declaration !== undefined && "body" in declaration;
  if (!isKnown || ts.isJSDocSignature(declaration)) {
    return ctx.refuse(node, unsupportedMember("Function.length of a function that is not known"));
  }
  const own = declaration.parameters.filter((p) => p.name.getText() !== "this");
  const end = own.findIndex((p) => p.initializer || p.dotDotDotToken);
  return py.int(end < 0 ? own.length : end);
}

function nameOfFunction(ctx: Lowering, node: ts.Identifier): string | undefined {
  const binding = ctx.facts.bindings.at(node);
  const declaration = binding?.declaration;
  if (!declaration || binding.writes.length > 0) return undefined;
  if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration)) {
    return declaration.name?.text;
  }
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const value = skipWrappers(declaration.initializer);
  if (!ts.isFunctionExpression(value) && !ts.isArrowFunction(value) && !ts.isClassExpression(value))
    return undefined;
  return value.name?.text ?? node.text;
}

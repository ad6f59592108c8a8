import { ts } from "ts-morph";
import { argumentsObject, unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { isFreeMethod } from "../../facts/ownThis.ts";
import { isDeclarationFileSymbol, libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { privateAttribute } from "../classes/privateNames.ts";
import { unpackedField } from "../destructuring/unpackedRecord.ts";
import { inlineCall } from "../functions/inlineCall.ts";
import { lowerLibraryValue } from "../library/lowerLibraryValue.ts";
import { isPythonMember } from "../library/pythonTypes.ts";
import type { Lowering } from "../lowering.ts";
import { moduleMemberName, namespaceMember } from "../modules/namespace.ts";
import { runtimeMember } from "../modules/runtimeMember.ts";
import { lowerPioOperand } from "../pio/pioInstruction.ts";
import { loadedName } from "../statements/loopLoads.ts";
import { readNamed } from "../values/property.ts";
import { enumConstant } from "./enumConstant.ts";
import { lowerChainLink, lowerOptionalChain } from "./optionalChain.ts";
import { superAttribute } from "./superAccess.ts";

/** `object.name` */
export function lowerPropertyAccess(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): py.Expression {
  if (ts.isOptionalChain(node)) return lowerOptionalChain(ctx, node);
  return readProperty(ctx, node);
}

/** The access itself, its object possibly the inside of an optional chain. */
export function readProperty(ctx: Lowering, node: ts.PropertyAccessExpression): py.Expression {
  const constant =
    enumConstant(ctx, node) ?? namespaceMember(ctx, node) ?? runtimeMember(ctx, node);
  if (constant) return constant;
  const unpacked = unpackedField(ctx, node);
  if (unpacked) return unpacked;
  if (node.expression.kind === ts.SyntaxKind.ThisKeyword) {
    const loaded = loadedName(ctx, node.name);
    if (loaded) return loaded;
  }
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const attribute = superAttribute(ctx, node, memberName(ctx, node));
    return isAccessorMethod(ctx, node) ? py.call(attribute) : attribute;
  }
  const symbol = memberSymbol(ctx, node);
  const key = symbol && libraryKey(symbol);
  if (key !== undefined) {
    const value = lowerLibraryValue(ctx, node, key, node.expression);
    if (value) return value;
    if (key.startsWith("IArguments.")) return ctx.refuse(node.expression, argumentsObject());
    if (!isPythonMember(key)) return ctx.refuse(node.name, unsupportedMember(key));
    const object = lowerChainLink(ctx, node.expression);
    return node.name.text === "length"
      ? py.callBuiltin("len", [object])
      : py.attribute(object, memberName(ctx, node));
  }
  const ofPio = lowerPioOperand(ctx, node);
  if (ofPio) return ofPio;
  const inlined = isAccessorMethod(ctx, node) ? inlineCall(ctx, node) : undefined;
  if (inlined) return inlined;
  const object = lowerChainLink(ctx, node.expression);
  const inModule = moduleMemberName(ctx, node);
  if (inModule !== undefined) return py.attribute(object, inModule);
  // A tuple's length is a property of its own type, not of Array.
  if (
    node.name.text === "length" &&
    ctx.facts.types.isArray(ctx.facts.types.present(ctx.typeOf(node.expression)))
  ) {
    return py.callBuiltin("len", [object]);
  }
  if (isAccessorMethod(ctx, node)) return py.call(py.attribute(object, memberName(ctx, node)));
  if (symbol && isStubLength(symbol)) return py.callBuiltin("len", [object]);
  if (ts.isPrivateIdentifier(node.name)) return py.attribute(object, memberName(ctx, node));
  if (isLooseCast(ctx, node.expression)) {
    return ctx.callHelper("get_property", object, py.str(node.name.text));
  }
  if (isFreeMethod(ctx.checker, node)) {
    return py.attribute(py.callBuiltin("type", [object]), memberName(ctx, node));
  }
  const isAsked = ctx.facts.missing.asksForUndefined(node);
  return readNamed(ctx, object, ctx.typeOf(node.expression), node.name.text, isAsked);
}

/** The member that is accessed, also where more is known of the object than its declared type says. */
export function memberSymbol(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): ts.Symbol | undefined {
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  if (symbol) return symbol;
  return ctx.checker.getPropertyOfType(
    ctx.checker.getApparentType(ctx.typeOf(node.expression)),
    node.name.text,
  );
}

/** `length` of a class of a stub is what Python's `len` gives. */
function isStubLength(symbol: ts.Symbol): boolean {
  const owner = symbol.valueDeclaration?.parent;
  return (
    symbol.name === "length" &&
    isDeclarationFileSymbol(symbol) &&
    owner !== undefined &&
    (ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner))
  );
}

/** `(value as User).id` of an unknown value may be a read of anything. */
function isLooseCast(ctx: Lowering, node: ts.Expression): boolean {
  let current = node;
  while (ts.isParenthesizedExpression(current)) current = current.expression;
  if (!ts.isAsExpression(current) && !ts.isTypeAssertionExpression(current)) return false;
  return ctx.facts.types.mayBe(ctx.typeOf(current.expression), "unknown");
}

/** Is the property an accessor that was made a method? */
export function isAccessorMethod(ctx: Lowering, node: ts.PropertyAccessExpression): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  return symbol !== undefined && ctx.facts.accessors.isMethod(symbol);
}

/** The Python attribute of a property: its own name, `_name` for `#name`. */
export function memberName(ctx: Lowering, node: ts.PropertyAccessExpression): string {
  if (ts.isPrivateIdentifier(node.name)) return privateAttribute(ctx, node.name);
  return attributeName(node.name.text);
}

import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";
import { propertyHints } from "../values/noneHint.ts";
import { renamed } from "../values/shapeClass.ts";

/**
 * What a class says of itself: properties that its instances may be asked for though they do not have
 * them, and, where somebody can tell, the names of its own properties in order.
 *
 *     class Point:
 *         __keys__ = "x", "y"
 *         label = None
 */
export function describeClass(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  bases: readonly py.Expression[],
  name: string,
): py.Statement[] {
  const symbol = ctx.typeOf(node).symbol;
  if (!symbol) return [];
  const type = ctx.checker.getDeclaredTypeOfSymbol(symbol);
  const own = new Set(ctx.checker.getPropertiesOfType(type).map((property) => property.name));
  const absent = ctx.facts.objects.absentNames(type, own);
  const isKeyed = ctx.facts.objects.isKeyed(type);
  return [
    ...(ctx.facts.objects.isClassShown(symbol) ? staticsOf(node) : []),
    ...(isKeyed ? keysOf(ctx, node, bases, name) : []),
    ...(isKeyed || absent.length > 0 ? renamed([...own, ...absent].filter(isNamed)) : []),
    ...absent.map((missing) => py.assign(py.name(attributeName(missing)), py.noneValue())),
  ];
}

/** `__statics__`: the static fields, for whoever prints the class. */
function staticsOf(node: ts.ClassLikeDeclaration): py.Statement[] {
  const names = node.members.flatMap((member) =>
    ts.isPropertyDeclaration(member) &&
    hasModifier(member, ts.SyntaxKind.StaticKeyword) &&
    !ts.isPrivateIdentifier(member.name) &&
    !ts.isComputedPropertyName(member.name)
      ? [py.str((member.name as ts.Identifier).text)]
      : [],
  );
  return names.length === 0 ? [] : [py.assign(py.name("__statics__"), py.tuple(names))];
}

function isNamed(name: string): boolean {
  return !name.startsWith("__@") && !name.startsWith("__#");
}

function keysOf(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  bases: readonly py.Expression[],
  name: string,
): py.Statement[] {
  const inherited = inheritedFields(ctx, node);
  const fields = ownFields(node);
  const statements: py.Statement[] = [];
  const label = labelOf(node);
  if (label !== name) statements.push(py.assign(py.name("__label__"), py.str(label)));
  const base = bases[0];
  const keys = py.tuple(
    [...new Set([...(inherited ?? []), ...fields.keys()])].map((key) => py.str(key)),
  );
  const inheritedKeys =
    inherited || !base
      ? keys
      : py.binary(py.callBuiltin("getattr", [base, py.str("__keys__"), py.tuple([])]), "+", keys);
  statements.push(py.assign(py.name("__keys__"), inheritedKeys));
  const type = ctx.checker.getDeclaredTypeOfSymbol(ctx.typeOf(node).symbol);
  const properties = [...new Set([...(inherited ?? []), ...fields.keys()])].flatMap((key) => {
    const property = ctx.checker.getPropertyOfType(type, key);
    return property ? [property] : [];
  });
  const isShown = ctx.facts.objects.isShown(type);
  const hints = isShown ? propertyHints(ctx, node.name ?? node, properties) : undefined;
  if (hints) statements.push(py.assign(py.name("__hints__"), hints));
  return statements;
}

/** What JavaScript calls the class: its own name, or that of the variable it is assigned to. */
function labelOf(node: ts.ClassLikeDeclaration): string {
  if (node.name) return node.name.text;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : "";
}

/** Fields in the order in which an instance gets them: constructor parameters, then declarations. */
function ownFields(node: ts.ClassLikeDeclaration): ReadonlyMap<string, ts.Declaration> {
  const fields = new Map<string, ts.Declaration>();
  for (const member of node.members) {
    if (!ts.isConstructorDeclaration(member)) continue;
    for (const parameter of member.parameters) {
      if (ts.isParameterPropertyDeclaration(parameter, member) && ts.isIdentifier(parameter.name)) {
        fields.set(parameter.name.text, parameter);
      }
    }
  }
  for (const member of node.members) {
    const name = ts.isPropertyDeclaration(member) ? fieldName(member) : undefined;
    if (name !== undefined && !fields.has(name)) fields.set(name, member);
  }
  return fields;
}

/** The name of an instance field that can be seen from outside. */
function fieldName(member: ts.PropertyDeclaration): string | undefined {
  const isHidden =
    hasModifier(member, ts.SyntaxKind.StaticKeyword) ||
    hasModifier(member, ts.SyntaxKind.AbstractKeyword) ||
    hasModifier(member, ts.SyntaxKind.DeclareKeyword) ||
    hasModifier(member, ts.SyntaxKind.AccessorKeyword) ||
    ts.isPrivateIdentifier(member.name) ||
    ts.isComputedPropertyName(member.name);
  return isHidden ? undefined : (member.name as ts.Identifier).text;
}

/** The fields of the class above, undefined where that class is only known at run time. */
function inheritedFields(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
): readonly string[] | undefined {
  const above = classAbove(ctx, node);
  if (above === "none") return [];
  if (above === "unknown") return undefined;
  const inherited = inheritedFields(ctx, above);
  return inherited && [...new Set([...inherited, ...ownFields(above).keys()])];
}

function classAbove(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration | "none" | "unknown" {
  const clause = node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  if (!base) return "none";
  const symbol = ctx.typeOf(base).symbol;
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (!declaration) return "unknown";
  if (declaration.getSourceFile().isDeclarationFile) return "none";
  return ts.isClassLike(declaration) ? declaration : "unknown";
}

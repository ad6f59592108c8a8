import { ts } from "ts-morph";
import type { ObjectFacts } from "./objectFacts.ts";
import { isPlain } from "./objects/givenThrough.ts";
import { skipWrappers } from "./syntax.ts";

/** Objects that Python code takes as dicts, and answers of Python code that hold dicts. */
export interface DictionaryFacts {
  /** Does Python expect dicts in this argument, or option, where an object may be something else? */
  needsDictionary(node: ts.Expression): boolean;
  /** Does Python expect tuples inside of these dicts? */
  needsTuples(node: ts.Expression): boolean;
  /** Does a call give objects that are read from JSON? */
  givesJson(node: ts.CallExpression): boolean;
}

export function createDictionaryFacts(
  checker: ts.TypeChecker,
  objects: ObjectFacts,
): DictionaryFacts {
  return {
    needsDictionary: (node) =>
      takesDictionary(checker, node) && (wantsTuples(checker, node) || !isDictionary(node)),
    needsTuples: (node) => wantsTuples(checker, node),
    givesJson: (node) => declaredResult(checker.getResolvedSignature(node)) === "FromJson",
  };

  function isDictionary(node: ts.Expression): boolean {
    const bare = skipWrappers(node);
    if (ts.isArrayLiteralExpression(bare)) return bare.elements.every(isDictionary);
    if (ts.isObjectLiteralExpression(bare)) {
      return objects.access(objects.madeAs(bare)) === "dict" && bare.properties.every(isEntry);
    }
    return isDictionaryType(checker.getTypeAtLocation(bare));
  }

  function isEntry(property: ts.ObjectLiteralElementLike): boolean {
    if (ts.isPropertyAssignment(property)) return isDictionary(property.initializer);
    return ts.isShorthandPropertyAssignment(property) && isDictionary(property.name);
  }

  /** Can it hold nothing but values without parts, and lists and dicts of those? */
  function isDictionaryType(type: ts.Type, depth = 0): boolean {
    if (isPlain(type)) return true;
    if (depth > deepestType) return false;
    if (type.isUnion()) return type.types.every((part) => isDictionaryType(part, depth));
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      return checker
        .getTypeArguments(type as ts.TypeReference)
        .every((part) => isDictionaryType(part, depth + 1));
    }
    const value = type.getStringIndexType();
    if (!value || objects.access(type) !== "dict") return false;
    return isDictionaryType(value, depth + 1);
  }
}

const deepestType = 4;

/** Is the node an argument of Python code, or an option, whose declared type has names that are not known? */
export function takesDictionary(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (isPlain(checker.getTypeAtLocation(node))) return false;
  const call = callOf(node);
  const declaration = call && checker.getResolvedSignature(call)?.getDeclaration();
  if (!declaration || !isPython(declaration)) return false;
  return wantedTypes(checker, node).some((type) => type.getStringIndexType() !== undefined);
}

/** What a parameter may be; of a type parameter, what bounds it. */
function wantedTypes(checker: ts.TypeChecker, node: ts.Expression): readonly ts.Type[] {
  const { parent } = node;
  const isArgument = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  const index = isArgument ? (parent.arguments?.indexOf(node) ?? -1) : -1;
  const declaration = isArgument
    ? checker.getResolvedSignature(parent)?.getDeclaration()
    : undefined;
  const parameter = declaration?.parameters[index];
  const declared = parameter && checker.getTypeAtLocation(parameter);
  const isBounded = declared && declared.flags & ts.TypeFlags.TypeParameter;
  const bound = isBounded ? checker.getBaseConstraintOfType(declared) : undefined;
  const wanted = bound ?? checker.getContextualType(node);
  return wanted?.isUnion() ? wanted.types : wanted ? [wanted] : [];
}

/**
 * The objects that a call makes dicts of: arguments, options, and what literals among them contain.
 * The literals themselves are made as dicts.
 */
export function objectsForPython(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
): readonly ts.Expression[] {
  return (call.arguments ?? []).flatMap((argument) => {
    if (takesDictionary(checker, argument)) return withoutLiterals(argument);
    if (!ts.isObjectLiteralExpression(argument)) return [];
    return valuesOf(argument)
      .filter((value) => takesDictionary(checker, value))
      .flatMap(withoutLiterals);
  });
}

function withoutLiterals(node: ts.Expression): readonly ts.Expression[] {
  const bare = skipWrappers(node);
  if (ts.isArrayLiteralExpression(bare)) return bare.elements.flatMap(withoutLiterals);
  if (ts.isObjectLiteralExpression(bare)) return valuesOf(bare).flatMap(withoutLiterals);
  return [bare];
}

function valuesOf(literal: ts.ObjectLiteralExpression): readonly ts.Expression[] {
  return literal.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property)) return [property.initializer];
    if (ts.isSpreadAssignment(property)) return [property.expression];
    return ts.isShorthandPropertyAssignment(property) ? [property.name] : [];
  });
}

/** `uctypes` has fields that are tuples. */
function wantsTuples(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return wantedTypes(checker, node).some((part) => {
    const value = part.getStringIndexType();
    const values = value?.isUnion() ? value.types : [value];
    return values.some((each) => each !== undefined && checker.isTupleType(each));
  });
}

/** The call that an argument, or an option in its last argument, belongs to. */
function callOf(node: ts.Expression): ts.CallExpression | ts.NewExpression | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return parent.expression === node ? undefined : parent;
  }
  const isOption = ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent);
  const options = isOption ? parent.parent : undefined;
  const call = options?.parent;
  if (!call || !(ts.isCallExpression(call) || ts.isNewExpression(call))) return undefined;
  return call.arguments?.at(-1) === options ? call : undefined;
}

function isPython(declaration: ts.Node): boolean {
  const { fileName } = declaration.getSourceFile();
  return fileName.endsWith(".d.ts") && !fileName.endsWith("/lib.tsmp.d.ts");
}

/** The name of the type that a declaration gives its result: aliases of `any` leave no other trace. */
function declaredResult(signature: ts.Signature | undefined): string | undefined {
  const type = signature?.getDeclaration()?.type;
  return type && ts.isTypeReferenceNode(type) ? type.typeName.getText() : undefined;
}

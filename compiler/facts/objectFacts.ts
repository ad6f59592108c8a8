import { ts } from "ts-morph";
import { isPlain } from "./objects/givenThrough.ts";
import { propertyNames } from "./objects/literalShape.ts";
import { madeAs } from "./objects/madeAs.ts";
import { ObjectGraph } from "./objects/objectGraph.ts";
import { isRecordType } from "./objects/recordType.ts";

/**
 * How the properties of a value are reached in Python: as attributes of an instance, as keys of a
 * dict, as keys of an `Obj`, or by helpers that look at the value first.
 */
export type PropertyAccess = "attribute" | "dict" | "obj" | "dynamic";

/** What is proven about the program's objects, over all types that they may be seen as. */
export interface ObjectFacts {
  /** The type that an object literal is made as. */
  madeAs(literal: ts.ObjectLiteralExpression): ts.Type;
  /** Is a type one of records, whatever they are made as: has it properties under unknown names? */
  isRecord(type: ts.Type): boolean;
  /** The name of a property in brackets, where its type says it: `["a"]`, `[Key.A]`. */
  literalName(name: ts.ComputedPropertyName): string | undefined;
  /** The object literals whose objects may be seen as this type. */
  literalsOf(type: ts.Type): readonly ts.ObjectLiteralExpression[];
  /** Can the own property names of some object of this type be observed, or their order? */
  isKeyed(type: ts.Type): boolean;
  /** Are the values of the properties shown too, as text or JSON? */
  isShown(type: ts.Type): boolean;
  /** Is a class itself shown as a value? */
  isClassShown(symbol: ts.Symbol): boolean;
  /** What a None may stand for where its type says nothing. */
  lostNones(): { readonly null: boolean; readonly undefined: boolean };
  /** May null come into values without type: by JSON.parse and its kin, or written by the program? */
  mayLoseNull(): boolean;
  /** Does the program write `null` where it is a value, not just compare with it? */
  writesNull(): boolean;
  /** Does some object that gets lost in `any` have a property of this name? */
  isKnownToAny(name: string): boolean;
  /** May a property of this name be there and be undefined, not just be missing? */
  isGivenUndefined(name: string): boolean;
  access(type: ts.Type): PropertyAccess;
  /** The names of the fields in their order, where the objects of a type are tuples in Python. */
  tupleFields(type: ts.Type): readonly string[] | undefined;
  /** Are the keys of these records numbers in Python too? */
  hasNumberKeys(type: ts.Type): boolean;
  /** Names under which an object made here may be read although it does not have them. */
  absentNames(type: ts.Type, own: ReadonlySet<string>): readonly string[];
  /** May an object of this type lack a property that the type declares? */
  mayLack(type: ts.Type, name: string): boolean;
  /** May an object whose property names are observed get this property late? Any, where no name is given. */
  mayGain(type: ts.Type, name?: string): boolean;
  /** Does the program ask whether objects are frozen, or write to some that may be? */
  isFreezingSeen(): boolean;
  /** May an object of this type be frozen? */
  mayBeFrozen(type: ts.Type): boolean;
  /** May it have come from JSON.parse, or from elsewhere as `any`? */
  mayBeObj(type: ts.Type): boolean;
}

export function createObjectFacts(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): ObjectFacts {
  let built: ObjectGraph | undefined;
  let nullWritten: boolean | undefined;
  let literalsSeen: boolean | undefined;
  const graph = () => (built ??= new ObjectGraph(checker, sourceFiles));
  const mayHaveTuples = () => (literalsSeen ??= sourceFiles.some(hasSmallLiteral));
  return {
    madeAs: (literal) => madeAs(checker, literal),
    isRecord: (type) => isRecordType(checker, type),
    literalName: (name) => literalName(checker.getTypeAtLocation(name.expression)),
    literalsOf: (type) => graph().literalsOf(type),
    isKeyed: (type) => graph().isKeyed(type),
    isShown: (type) => graph().isShown(type),
    isClassShown: (symbol) => graph().isClassShown(symbol),
    lostNones: () => graph().lostNones,
    mayLoseNull: () =>
      graph().receivesAny || sourceFiles.some((file) => /\bnull\b/.test(file.text)),
    writesNull: () => (nullWritten ??= sourceFiles.some(writesNull)),
    isKnownToAny: (name) => graph().isKnownToAny(name),
    isGivenUndefined: (name) => graph().isGivenUndefined(name),
    access: (type) => (isInstance(checker, type) ? "attribute" : graph().access(type)),
    tupleFields: (type) => (mayHaveTuples() ? graph().tupleFields(type) : undefined),
    hasNumberKeys: (type) => graph().hasNumberKeys(type),
    absentNames: (type, own) => graph().absentNames(type, own),
    mayLack: (type, name) => graph().mayLack(type, name),
    mayGain: (type, name) => graph().mayGain(type, name),
    isFreezingSeen: () => graph().isFreezingSeen(),
    mayBeFrozen: (type) => graph().mayBeFrozen(type),
    mayBeObj: (type) => graph().mayBeObj(type),
  };
}

/** Is there an object literal that could be a tuple? */
function hasSmallLiteral(file: ts.SourceFile): boolean {
  const visit = (node: ts.Node): boolean => {
    const isOne = ts.isObjectLiteralExpression(node) && propertyNames(node) !== undefined;
    return isOne || (ts.forEachChild(node, visit) ?? false);
  };
  return visit(file);
}

function writesNull(file: ts.SourceFile): boolean {
  if (!/\bnull\b/.test(file.text)) return false;
  const visit = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node)) return false;
    if (node.kind === ts.SyntaxKind.NullKeyword) return !isCompared(node);
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(file);
}

function isCompared({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && /^[=!]==?$/.test(parent.operatorToken.getText());
}

/**
 * Nothing but instances of classes and named interfaces, and primitives: no flow of objects makes
 * records of them.
 */
function isInstance(checker: ts.TypeChecker, type: ts.Type): boolean {
  const present = checker.getNonNullableType(type);
  const named = ts.SymbolFlags.Class | ts.SymbolFlags.Interface;
  return (present.isUnion() ? present.types : [present]).every((member) => {
    if (isPlain(member)) return true;
    const isNamed = member.flags & ts.TypeFlags.Object && member.symbol?.flags & named;
    return isNamed && member.symbol.name !== "Object" && !isRecordType(checker, member);
  });
}

function literalName(type: ts.Type): string | undefined {
  return type.isStringLiteral() || type.isNumberLiteral() ? String(type.value) : undefined;
}

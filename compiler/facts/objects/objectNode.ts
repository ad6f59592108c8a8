import { ts } from "ts-morph";
import { isLibrarySymbol } from "../typeFacts.ts";
import { isRecordType } from "./recordType.ts";

/**
 * All objects that one declaration describes: a class, an interface, an object literal, a type
 * literal; a type parameter; or everything whose type says nothing ("any").
 */
export interface ObjectNode {
  readonly kind: "class" | "literal" | "type" | "record" | "parameter" | "any";
  /** A type of these objects; of a generic declaration some instance of it. */
  readonly type: ts.Type;
  /** All types that were met; one object literal has several where it is part of a union. */
  readonly types: Set<ts.Type>;
  /** The literal that makes them, of kind "literal", and of "record" where it is one. */
  readonly literal: ts.ObjectLiteralExpression | undefined;
  /** Where these objects may come from, and may be seen as. */
  readonly sources: Set<ObjectNode>;
  readonly targets: Set<ObjectNode>;
}

/** Says nothing of the properties: `any`, `unknown`, `object`, `{}`. */
export function isOpaque(checker: ts.TypeChecker, type: ts.Type): boolean {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return true;
  if ((flags & ts.TypeFlags.Object) === 0) return false;
  const { symbol } = type;
  if (symbol?.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.ObjectLiteral)) return false;
  if (symbol && symbol.name !== "__type" && symbol.name !== "Object") return false;
  if (checker.isArrayType(type) || checker.isTupleType(type)) return false;
  if (symbol?.name === "Object") return isLibrarySymbol(symbol);
  return (
    checker.getPropertiesOfType(type).length === 0 &&
    checker.getIndexInfosOfType(type).length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0
  );
}

/** The nodes of a program, made when they are first asked for. */
export class ObjectNodes {
  readonly any: ObjectNode;
  readonly #checker: ts.TypeChecker;
  readonly #isRecordLiteral: (literal: ts.ObjectLiteralExpression) => boolean;
  readonly #nodes = new Map<ts.Type | ts.Symbol, ObjectNode>();
  /** What generic code makes of a type parameter itself: `{} as T`. */
  readonly #made = new Map<ts.Symbol, ObjectNode>();

  constructor(
    checker: ts.TypeChecker,
    isRecordLiteral: (literal: ts.ObjectLiteralExpression) => boolean,
  ) {
    this.#checker = checker;
    this.#isRecordLiteral = isRecordLiteral;
    this.any = newNode("any", checker.getAnyType());
  }

  get all(): Iterable<ObjectNode> {
    return this.#nodes.values();
  }

  /** The node of one object type, no union; undefined for arrays, functions, built-in classes, primitives. */
  of(anyType: ts.Type): ObjectNode | undefined {
    const type = this.withoutThis(anyType);
    if (isOpaque(this.#checker, type)) return this.any;
    if (type.flags & ts.TypeFlags.TypeParameter) return this.#parameter(type);
    const key = this.#key(type);
    if (key === undefined) return undefined;
    const known = this.#nodes.get(key);
    if (known) {
      if (known.kind === "literal") known.types.add(type);
      return known;
    }
    const node = this.#make(type);
    this.#nodes.set(key, node);
    return node;
  }

  /** `this` as a type stands for the class that it is in. */
  withoutThis(type: ts.Type): ts.Type {
    const isThis =
      (type.flags & ts.TypeFlags.TypeParameter) !== 0 &&
      (type.symbol?.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
    return isThis ? (this.#checker.getBaseConstraintOfType(type) ?? type) : type;
  }

  /** What flows out of generic code under its parameter's name, as opposed to what flows in. */
  madeBy(parameter: ts.Type): ObjectNode {
    const known = this.#made.get(parameter.symbol);
    if (known) return known;
    const node = newNode("parameter", parameter);
    this.#made.set(parameter.symbol, node);
    connect(node, this.#parameter(parameter));
    return node;
  }

  #parameter(type: ts.Type): ObjectNode {
    const known = this.#nodes.get(type.symbol);
    if (known) return known;
    const node = newNode("parameter", type);
    this.#nodes.set(type.symbol, node);
    return node;
  }

  #key(type: ts.Type): ts.Type | ts.Symbol | undefined {
    if (type.isIntersection()) return type;
    if ((type.flags & ts.TypeFlags.Object) === 0) return undefined;
    if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type)) return undefined;
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) {
      return undefined;
    }
    const { symbol } = type;
    if (!symbol) return type;
    if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) {
      return isLibrarySymbol(symbol) ? undefined : symbol;
    }
    if (symbol.flags & (ts.SymbolFlags.Enum | ts.SymbolFlags.Module)) return undefined;
    const declaration = symbol.declarations?.[0];
    return declaration && ts.isMappedTypeNode(declaration) ? type : symbol;
  }

  #make(type: ts.Type): ObjectNode {
    const declaration = type.symbol?.valueDeclaration ?? type.symbol?.declarations?.[0];
    if (declaration && ts.isClassLike(declaration)) return newNode("class", type);
    if (declaration && ts.isObjectLiteralExpression(declaration)) {
      const kind = this.#isRecordLiteral(declaration) ? "record" : "literal";
      return newNode(kind, type, declaration);
    }
    return newNode(isRecordType(this.#checker, type) ? "record" : "type", type);
  }
}

function newNode(
  kind: ObjectNode["kind"],
  type: ts.Type,
  literal?: ts.ObjectLiteralExpression,
): ObjectNode {
  const types = new Set([type]);
  return { kind, type, types, literal, sources: new Set(), targets: new Set() };
}

export function connect(source: ObjectNode | undefined, target: ObjectNode | undefined): void {
  if (!source || !target || source === target) return;
  source.targets.add(target);
  target.sources.add(source);
}

/** Everything that can be reached from a node, itself included. */
export function reachable(node: ObjectNode, direction: "sources" | "targets"): Set<ObjectNode> {
  const found = new Set([node]);
  for (const current of found) for (const next of current[direction]) found.add(next);
  return found;
}

import { ts } from "ts-morph";
import { isForeign } from "../syntax.ts";
import { givenThrough, isLibraryInterface, isPlain } from "./givenThrough.ts";
import { connect, isOpaque, type ObjectNode, type ObjectNodes, reachable } from "./objectNode.ts";

/** Generic types may grow without end when they are taken apart. */
export const deepest = 12;

/**
 * Where types meet: inside one piece of code, or at a call of generic code, where a type parameter
 * stands for what the caller gives and gets.
 */
export type Meeting = "inside" | "call";

/**
 * Draws edges for "a value of type S is also seen as type T": between the objects themselves, and
 * between all that they hold. What is held can be replaced through either name, so there the edges
 * run both ways.
 */
export class TypeFlows {
  readonly #checker: ts.TypeChecker;
  readonly #nodes: ObjectNodes;
  readonly #done = {
    inside: new Map<ts.Type, Set<ts.Type>>(),
    call: new Map<ts.Type, Set<ts.Type>>(),
  };
  readonly #lost = new Set<ts.Type>();
  readonly #found = new Set<ts.Type>();
  /** The type parameters that null and undefined flow to. */
  readonly #nonesInto = { null: new Set<ObjectNode>(), undefined: new Set<ObjectNode>() };
  #depth = 0;
  /** Do null and undefined flow to where the type does not tell what they are? */
  readonly lostNones = { null: false, undefined: false };

  readonly #namesUsedThroughAny: ReadonlySet<string>;

  constructor(
    checker: ts.TypeChecker,
    nodes: ObjectNodes,
    namesUsedThroughAny: ReadonlySet<string>,
  ) {
    this.#checker = checker;
    this.#namesUsedThroughAny = namesUsedThroughAny;
    this.#nodes = nodes;
  }

  relate(from: ts.Type, to: ts.Type, meeting: Meeting = "inside"): void {
    const source = this.#nodes.withoutThis(from);
    const target = this.#nodes.withoutThis(to);
    if (isOpaque(this.#checker, target)) this.#noteNones(source);
    else if (target.flags & ts.TypeFlags.TypeParameter) this.#noteNonesInto(source, target);
    if (source === target || isPlain(source) || isPlain(target) || this.#depth > deepest) return;
    const memo = this.#done[meeting];
    const done = memo.get(source) ?? new Set();
    memo.set(source, done);
    if (done.has(target)) return;
    done.add(target);
    this.#depth++;
    this.#relateNew(source, target, meeting);
    this.#depth--;
  }

  #relateNew(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    if (source.isUnion()) {
      for (const member of source.types) this.relate(member, target, meeting);
    } else if (target.isUnion()) this.#relateToUnion(source, target, meeting);
    else if (isOpaque(this.#checker, target)) this.#intoAny(source);
    else if (isOpaque(this.#checker, source)) this.#outOfAny(target);
    else if (target.flags & ts.TypeFlags.Instantiable) this.#intoGeneric(source, target, meeting);
    else if (source.flags & ts.TypeFlags.Instantiable) this.#outOfGeneric(source, target, meeting);
    else this.#relateObjects(source, target, meeting);
  }

  #noteNones(type: ts.Type): void {
    for (const member of type.isUnion() ? type.types : [type]) {
      if (member.flags & ts.TypeFlags.Null) this.lostNones.null = true;
      if (member.flags & ts.TypeFlags.Undefined) this.lostNones.undefined = true;
    }
  }

  /** Those in the value itself, and in the arrays that it is or holds. */
  #noteNonesInto(source: ts.Type, parameter: ts.Type): void {
    const node = this.#nodes.of(parameter);
    let held: ts.Type | undefined = source;
    for (let depth = 0; held && node && depth < deepest; depth++) {
      const members: readonly ts.Type[] = held.isUnion() ? held.types : [held];
      if (members.some(({ flags }) => flags & ts.TypeFlags.Null)) this.#nonesInto.null.add(node);
      if (members.some(({ flags }) => flags & ts.TypeFlags.Undefined)) {
        this.#nonesInto.undefined.add(node);
      }
      held = isPlain(held) ? undefined : held.getNumberIndexType();
    }
  }

  /**
   * What gets lost under the name of a type parameter takes along what it holds, as what gets lost
   * under its own name does; so does what comes out again. To be called when all flows are known.
   */
  settle(): void {
    const { any } = this.#nodes;
    let known = -1;
    while (known !== this.#lost.size + this.#found.size) {
      known = this.#lost.size + this.#found.size;
      for (const node of reachable(any, "sources")) {
        if (isOfObjects(node)) for (const type of [...node.types]) this.#intoAny(type);
      }
      for (const node of reachable(any, "targets")) {
        if (isOfObjects(node)) for (const type of [...node.types]) this.#outOfAny(type);
      }
    }
    for (const node of reachable(any, "sources")) {
      if (this.#nonesInto.null.has(node)) this.lostNones.null = true;
      if (this.#nonesInto.undefined.has(node)) this.lostNones.undefined = true;
    }
  }

  #relateToUnion(source: ts.Type, target: ts.UnionType, meeting: Meeting): void {
    if (target.types.includes(source)) return;
    const fitsAll =
      isOpaque(this.#checker, source) || (source.flags & ts.TypeFlags.Instantiable) !== 0;
    for (const member of target.types) {
      if (isPlain(member)) continue;
      const fits =
        fitsAll ||
        (member.flags & ts.TypeFlags.Instantiable) !== 0 ||
        this.#checker.isTypeAssignableTo(source, member);
      if (fits) this.relate(source, member, meeting);
    }
  }

  /** The objects of a type get lost in `any`, and what they hold with them. */
  #intoAny(type: ts.Type): void {
    if (this.#lost.has(type) || this.#depth > deepest) return;
    this.#lost.add(type);
    const element = type.getNumberIndexType();
    if (element) this.#noteNones(element);
    connect(this.#nodes.of(type), this.#nodes.any);
    this.#depth++;
    for (const part of this.#looseParts(type)) this.#intoAny(part);
    for (const taken of this.#takenBy(type)) this.#outOfAny(taken);
    this.#depth--;
  }

  /** What a function of the program is given by those who know nothing of it. */
  #takenBy(type: ts.Type): readonly ts.Type[] {
    return type
      .getCallSignatures()
      .flatMap((signature) => (isForeign(signature.getDeclaration()) ? [] : signature.parameters))
      .map((parameter) => this.#checker.getTypeOfSymbol(parameter))
      .filter((taken) => !isPlain(taken));
  }

  /** What was `any` is seen as objects of a type, and what it holds accordingly. */
  #outOfAny(type: ts.Type): void {
    if (this.#found.has(type) || this.#depth > deepest) return;
    this.#found.add(type);
    connect(this.#nodes.any, this.#nodes.of(type));
    this.#depth++;
    for (const part of this.#looseParts(type)) this.#outOfAny(part);
    for (const argument of givenThrough(this.#checker, type)) this.#intoAny(argument);
    this.#depth--;
  }

  #looseParts(type: ts.Type): readonly ts.Type[] {
    const parts = type.isUnion() ? type.types : this.partsOf(type);
    return parts.filter((part) => !isPlain(part));
  }

  #intoGeneric(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    if (target.flags & ts.TypeFlags.TypeParameter) {
      const node = meeting === "call" ? this.#nodes.of(target) : this.#nodes.madeBy(target);
      for (const held of this.heldNodes(source)) connect(held, node);
    }
    const constraint = this.#checker.getBaseConstraintOfType(target);
    if (constraint && constraint !== target) this.relate(source, constraint);
  }

  #outOfGeneric(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    if (source.flags & ts.TypeFlags.TypeParameter) {
      const node = meeting === "call" ? this.#nodes.madeBy(source) : this.#nodes.of(source);
      for (const held of this.heldNodes(target)) connect(node, held);
    }
    const constraint = this.#checker.getBaseConstraintOfType(source);
    if (constraint && constraint !== source && meeting === "inside") {
      this.relate(constraint, target);
    }
  }

  /** The objects of a type; of an array or a map those that it holds. */
  heldNodes(
    type: ts.Type,
    found = new Set<ObjectNode>(),
    seen = new Set<ts.Type>(),
  ): ReadonlySet<ObjectNode> {
    if (seen.has(type) || seen.size > 50 || isPlain(type)) return found;
    seen.add(type);
    const node = type.isUnion() ? undefined : this.#nodes.of(type);
    if (node) found.add(node);
    else for (const part of this.#looseParts(type)) this.heldNodes(part, found, seen);
    return found;
  }

  #relateObjects(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    const from = this.#nodes.of(source);
    const to = this.#nodes.of(target);
    connect(from, to);
    const isSameDeclaration = source.symbol !== undefined && source.symbol === target.symbol;
    if (isSameDeclaration || !from || !to) this.#relateArguments(source, target, meeting);
    this.#relateSignatures(source, target, meeting);
    if ((from && to) || (hasMembers(source) && hasMembers(target))) {
      this.#relateMembers(source, target, meeting);
    }
  }

  /** `Map<K, V>` and `Iterable<[K, V]>`: what fits between the arguments flows. */
  #relateArguments(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    const from = this.#argumentsOf(source);
    const to = this.#argumentsOf(target);
    if (from.length === to.length) {
      for (const [index, type] of from.entries()) this.#relateHeld(type, to[index]!, meeting);
    } else for (const a of from) for (const b of to) this.#relateHeld(a, b, meeting);
  }

  #argumentsOf(type: ts.Type): readonly ts.Type[] {
    if ((type.flags & ts.TypeFlags.Object) === 0) return [];
    const isReference = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
    return isReference ? this.#checker.getTypeArguments(type as ts.TypeReference) : [];
  }

  #relateHeld(a: ts.Type, b: ts.Type, meeting: Meeting): void {
    this.relate(a, b, meeting);
    this.relate(b, a, meeting);
  }

  /** Any overload may stand for any other. */
  #relateSignatures(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    for (const from of source.getCallSignatures()) {
      for (const to of target.getCallSignatures()) this.#relateSignature(from, to, meeting);
    }
  }

  #relateSignature(from: ts.Signature, to: ts.Signature, meeting: Meeting): void {
    const typeOf = (symbol: ts.Symbol) => this.#checker.getTypeOfSymbol(symbol);
    to.parameters.forEach((parameter, index) => {
      const other = from.parameters[index];
      if (other) this.relate(typeOf(parameter), typeOf(other), meeting);
    });
    this.relate(from.getReturnType(), to.getReturnType(), meeting);
  }

  #relateMembers(source: ts.Type, target: ts.Type, meeting: Meeting): void {
    const checker = this.#checker;
    const index = checker.getIndexInfosOfType(target)[0]?.type;
    const from = checker.getIndexInfosOfType(source)[0]?.type;
    for (const property of checker.getPropertiesOfType(target)) {
      const other = checker.getPropertyOfType(source, property.name);
      if (other === property) continue;
      const type = other ? checker.getTypeOfSymbol(other) : from;
      if (type) this.#relateHeld(type, checker.getTypeOfSymbol(property), meeting);
    }
    if (!index) return;
    if (from) this.#relateHeld(from, index, meeting);
    for (const property of checker.getPropertiesOfType(source)) {
      this.#relateHeld(checker.getTypeOfSymbol(property), index, meeting);
    }
  }

  /** The types of what an object, array, map or function of a type holds or gives. */
  partsOf(type: ts.Type): readonly ts.Type[] {
    const parts = [...this.#argumentsOf(type)];
    for (const signature of type.getCallSignatures()) parts.push(signature.getReturnType());
    if (isLibraryInterface(type)) return parts;
    for (const info of this.#checker.getIndexInfosOfType(type)) parts.push(info.type);
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const value = this.#checker.getTypeOfSymbol(property);
      if ((property.flags & ts.SymbolFlags.Method) === 0) parts.push(value);
      else if (this.#namesUsedThroughAny.has(property.name)) parts.push(value);
      else if (property.name === "toJSON") {
        for (const signature of value.getCallSignatures()) parts.push(signature.getReturnType());
      }
    }
    return parts;
  }
}

/** A function that has properties as well. */
function hasMembers(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0 && type.getProperties().length > 0;
}

function isOfObjects(node: ObjectNode): boolean {
  return node.kind !== "any" && node.kind !== "parameter";
}

import { ts } from "ts-morph";
import { propertyNames } from "./literalShape.ts";
import type { ObjectNode } from "./objectNode.ts";
import { libraryMappedType } from "./recordType.ts";

const fewestFields = 2;
const mostFields = 4;

/**
 * Small records that nobody changes, tells apart or looks at as a whole: Python's tuples serve for
 * them, at a fifth of the time and half of the memory of an instance. All types with the same names
 * are decided on together, and with them all types that they flow to.
 *
 *     { distance, node }    (distance, node)
 */
export class TupleRecords {
  /** The group of each type, as a tree that points to its root. */
  readonly #parents = new Map<ObjectNode, ObjectNode>();
  readonly #byNames = new Map<string, ObjectNode>();
  readonly #seen = new Set<ObjectNode>();
  readonly #refused = new Set<ObjectNode>();
  /** Properties that are read of types whose own names do not say what there is: parameters. */
  readonly #readNames = new Map<ObjectNode, Set<string>>();
  readonly #literals: ObjectNode[] = [];
  #fields: Map<ObjectNode, readonly string[]> | undefined;

  /** Takes a type into account, together with the types that its objects flow to. */
  add(node: ObjectNode): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    if (node.literal) this.#literals.push(node);
    for (const target of node.targets) this.unite(node, target);
    if (node.kind === "parameter") return;
    if (isOfPattern(node)) {
      for (const { name } of node.type.getProperties()) this.noteRead(node, name);
      return;
    }
    const names = node.kind === "literal" || node.kind === "type" ? namesOf(node) : undefined;
    if (!names || isDeclaredElsewhere(node)) this.refuse(node);
    const key = names && keyOf(names);
    if (key === undefined) return;
    const other = this.#byNames.get(key);
    if (other) this.unite(node, other);
    else this.#byNames.set(key, node);
  }

  /** Two types are seen as one. */
  unite(a: ObjectNode, b: ObjectNode): void {
    const one = this.#rootOf(a);
    const other = this.#rootOf(b);
    if (one !== other) this.#parents.set(one, other);
  }

  /** Objects of this type are used as no tuple can be. */
  refuse(node: ObjectNode): void {
    this.#refused.add(node);
  }

  noteRead(node: ObjectNode, name: string): void {
    const names = this.#readNames.get(node) ?? new Set();
    this.#readNames.set(node, names.add(name));
  }

  /** The names of the fields in their order, if the objects of a type are tuples. */
  fieldsOf(node: ObjectNode): readonly string[] | undefined {
    this.#fields ??= this.#decide();
    const known = this.#seen.has(node) ? node : this.#byNames.get(keyOf(namesOf(node) ?? []));
    return known && this.#fields.get(this.#rootOf(known));
  }

  #decide(): Map<ObjectNode, readonly string[]> {
    const found = new Map<ObjectNode, readonly string[]>();
    const refused = new Set([...this.#refused].map((node) => this.#rootOf(node)));
    const made = new Set<ObjectNode>();
    for (const node of this.#literals) {
      const root = this.#rootOf(node);
      const names = propertyNames(node.literal!) ?? [];
      const known = found.get(root);
      if (known && known.join() !== names.join()) refused.add(root);
      if (isMadeOften(node.literal!)) made.add(root);
      found.set(root, names);
    }
    for (const [node, names] of this.#readNames) {
      const fields = found.get(this.#rootOf(node));
      if (fields && ![...names].every((name) => fields.includes(name))) {
        refused.add(this.#rootOf(node));
      }
    }
    for (const root of [...found.keys()]) {
      if (refused.has(root) || !made.has(root)) found.delete(root);
    }
    return found;
  }

  #rootOf(node: ObjectNode): ObjectNode {
    let root = node;
    for (let next = this.#parents.get(root); next; next = this.#parents.get(root)) root = next;
    if (root !== node) this.#parents.set(node, root);
    return root;
  }
}

/** The names of the properties of a small object, as far as all its types agree on them. */
function namesOf({ literal, type, types }: ObjectNode): readonly string[] | undefined {
  const names = literal ? propertyNames(literal) : type.getProperties().map(({ name }) => name);
  if (!names || names.length < fewestFields || names.length > mostFields) return undefined;
  const agrees = (other: ts.Type) => {
    const own = other.getProperties();
    return own.length === names.length && own.every(({ name }) => names.includes(name));
  };
  return [...types].every(agrees) ? names : undefined;
}

function keyOf(names: readonly string[]): string {
  return [...names].sort().join();
}

/** What a pattern takes apart has the type that the pattern implies, which nothing declares. */
function isOfPattern({ kind, type }: ObjectNode): boolean {
  return kind === "type" && type.symbol === undefined;
}

/** Python knows the objects of its own types by the names of their attributes; JSON makes dicts. */
function isDeclaredElsewhere({ type }: ObjectNode): boolean {
  if (libraryMappedType(type) === "Readonly") return false;
  const file = type.symbol?.declarations?.[0]?.getSourceFile();
  return file === undefined || file.isDeclarationFile || file.fileName.endsWith(".json");
}

/** An object that there is once keeps its names: `const pins = { led: 25, button: 14 }`. */
function isMadeOften(literal: ts.ObjectLiteralExpression): boolean {
  let node: ts.Node = literal;
  while (node.parent) {
    node = node.parent;
    if (ts.isFunctionLike(node) || ts.isArrayLiteralExpression(node)) return true;
    if (ts.isIterationStatement(node, false)) return true;
  }
  return false;
}

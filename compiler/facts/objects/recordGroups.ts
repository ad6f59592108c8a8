import { ts } from "ts-morph";
import { isLibrarySymbol } from "../typeFacts.ts";
import { type ObjectNode, type ObjectNodes, reachable } from "./objectNode.ts";
import type { ObservedKeys } from "./observedKeys.ts";
import { libraryMappedType } from "./recordType.ts";

/**
 * Records that flow into each other must be made alike. A group is mixed where other objects come
 * in, or where its records are seen as types with fixed properties.
 */
export class RecordGroups {
  readonly #checker: ts.TypeChecker;
  readonly #observed: ObservedKeys;
  readonly #groups = new Map<ObjectNode, RecordGroup>();

  constructor(
    checker: ts.TypeChecker,
    nodes: ObjectNodes,
    observed: ObservedKeys,
    receivesAny: boolean,
  ) {
    this.#checker = checker;
    this.#observed = observed;
    const records = [...nodes.all].filter((node) => node.kind === "record");
    for (const node of records) {
      this.#groups.set(node, { members: [node], isMixed: false, isLost: false });
    }
    for (const node of records) this.#place(node, receivesAny);
  }

  #place(node: ObjectNode, receivesAny: boolean): void {
    const group = () => this.#groups.get(node)!;
    if (node.type.isIntersection() || isMadeByLibrary(node)) group().isMixed = true;
    for (const target of reachable(node, "targets")) {
      if (target.kind === "record") this.#unite(node, target);
      else if (target.kind === "any" || target.kind === "parameter") group().isLost = true;
      else group().isMixed = true;
    }
    for (const source of reachable(node, "sources")) {
      const isOther = source.kind === "any" ? receivesAny : isMaker(source);
      if (isOther) group().isMixed = true;
    }
  }

  isMixed(node: ObjectNode): boolean {
    return this.#groups.get(node)?.isMixed ?? false;
  }

  /** Can the order of the keys of some record be observed? */
  isOrdered(node: ObjectNode): boolean {
    return this.#members(node).some((member) => this.#observed.has(member));
  }

  /**
   * Are the keys numbers that nobody sees as text? Then they need not be made text: such records are
   * only read and written by number.
   */
  hasNumberKeys(node: ObjectNode): boolean {
    const group = this.#groups.get(node);
    if (!group || group.isMixed || group.isLost) return false;
    group.hasNumberKeys ??= group.members.every(
      (member) =>
        this.#isNumbered(member) && !this.#observed.has(member) && !this.#observed.isCopied(member),
    );
    return group.hasNumberKeys;
  }

  #isNumbered(node: ObjectNode): boolean {
    if (node.literal)
      return node.literal.properties.length === 0 || this.#hasNumberIndex(node.type);
    return this.#hasNumberIndex(node.type) && node.type.getProperties().length === 0;
  }

  #hasNumberIndex(type: ts.Type): boolean {
    const infos = this.#checker.getIndexInfosOfType(type);
    return (
      infos.length > 0 && infos.every((info) => (info.keyType.flags & ts.TypeFlags.Number) !== 0)
    );
  }

  #members(node: ObjectNode): readonly ObjectNode[] {
    return this.#groups.get(node)?.members ?? [node];
  }

  #unite(a: ObjectNode, b: ObjectNode): void {
    const one = this.#groups.get(a)!;
    const other = this.#groups.get(b)!;
    if (one === other) return;
    one.members.push(...other.members);
    one.isMixed ||= other.isMixed;
    one.isLost ||= other.isLost;
    for (const member of other.members) this.#groups.set(member, one);
  }
}

interface RecordGroup {
  readonly members: ObjectNode[];
  isMixed: boolean;
  /** Are they seen as values without type somewhere? */
  isLost: boolean;
  hasNumberKeys?: boolean;
}

/** The named groups of a match are objects that the runtime makes; `Record<K, V>` is but a name. */
function isMadeByLibrary({ type }: ObjectNode): boolean {
  const { symbol } = type;
  return symbol && isLibrarySymbol(symbol) ? libraryMappedType(type) === undefined : false;
}

function isMaker(node: ObjectNode): boolean {
  return node.kind === "literal" || node.kind === "class";
}

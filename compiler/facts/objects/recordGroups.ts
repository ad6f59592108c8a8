import { type ObjectNode, type ObjectNodes, reachable } from "./objectNode.ts";

/**
 * Records that flow into each other must be made alike. A group is mixed where other objects come
 * in, or where its records are seen as types with fixed properties.
 */
export class RecordGroups {
  readonly #groups = new Map<ObjectNode, RecordGroup>();

  constructor(nodes: ObjectNodes, receivesAny: boolean) {
    const records = [...nodes.all].filter((node) => node.kind === "record");
    for (const node of records) this.#groups.set(node, { members: [node], isMixed: false });
    for (const node of records) {
      if (node.type.isIntersection()) this.#groups.get(node)!.isMixed = true;
      for (const target of reachable(node, "targets")) {
        if (target.kind === "record") this.#unite(node, target);
        else if (target.kind !== "any" && target.kind !== "parameter") {
          this.#groups.get(node)!.isMixed = true;
        }
      }
      for (const source of reachable(node, "sources")) {
        const isOther = source.kind === "any" ? receivesAny : isMaker(source);
        if (isOther) this.#groups.get(node)!.isMixed = true;
      }
    }
  }

  isMixed(node: ObjectNode): boolean {
    return this.#groups.get(node)?.isMixed ?? false;
  }

  members(node: ObjectNode): readonly ObjectNode[] {
    return this.#groups.get(node)?.members ?? [node];
  }

  #unite(a: ObjectNode, b: ObjectNode): void {
    const one = this.#groups.get(a)!;
    const other = this.#groups.get(b)!;
    if (one === other) return;
    one.members.push(...other.members);
    one.isMixed ||= other.isMixed;
    for (const member of other.members) this.#groups.set(member, one);
  }
}

interface RecordGroup {
  readonly members: ObjectNode[];
  isMixed: boolean;
}

function isMaker(node: ObjectNode): boolean {
  return node.kind === "literal" || node.kind === "class";
}

import { ts } from "ts-morph";
import type { PropertyAccess } from "../objectFacts.ts";
import { namesUsedThroughAny } from "./anyCalls.ts";
import { collectFlows, type FlowCollection } from "./collectFlows.ts";
import { FrozenObjects } from "./frozenObjects.ts";
import { madeAs } from "./madeAs.ts";
import { isOpaque, type ObjectNode, ObjectNodes, reachable } from "./objectNode.ts";
import { ObservedKeys } from "./observedKeys.ts";
import { RecordGroups } from "./recordGroups.ts";
import { isRecordType } from "./recordType.ts";
import { RecordUses } from "./recordUses.ts";
import { TupleRecords } from "./tupleRecords.ts";
import { TypeFlows } from "./typeFlows.ts";

/** The flow of the objects of one program, and what follows from it. */
export class ObjectGraph {
  readonly #checker: ts.TypeChecker;
  readonly #nodes: ObjectNodes;
  readonly #flows: TypeFlows;
  readonly #observed: ObservedKeys;
  readonly #records: RecordGroups;
  readonly #tuples: TupleRecords;
  readonly receivesAny: boolean;
  readonly #frozen: FrozenObjects;
  readonly #lacking = new Map<ObjectNode, Map<string, boolean>>();
  readonly #undefinedNames: ReadonlySet<string>;

  constructor(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#nodes = new ObjectNodes(checker, (literal) =>
      isRecordType(checker, madeAs(checker, literal)),
    );
    this.#flows = new TypeFlows(checker, this.#nodes, namesUsedThroughAny(checker, sourceFiles));
    const collection: FlowCollection = {
      checker,
      nodes: this.#nodes,
      flows: this.#flows,
      undefinedNames: new Set(),
      receivesAny: false,
    };
    for (const file of sourceFiles) collectFlows(collection, file);
    this.#flows.settle();
    this.receivesAny = collection.receivesAny;
    this.#undefinedNames = collection.undefinedNames;
    this.#frozen = new FrozenObjects(checker, this.#nodes);
    this.#frozen.collect(sourceFiles);
    this.#observed = new ObservedKeys(checker, this.#nodes, this.#flows);
    for (const file of sourceFiles) this.#observed.collect(file);
    this.#records = new RecordGroups(checker, this.#nodes, this.#observed, this.receivesAny);
    this.#tuples = new TupleRecords();
    this.#findTuples(sourceFiles);
  }

  #findTuples(sourceFiles: readonly ts.SourceFile[]): void {
    const tuples = this.#tuples;
    for (const node of this.#nodes.all) tuples.add(node);
    const uses = new RecordUses(this.#checker, this.#nodes, this.#flows, tuples);
    for (const file of sourceFiles) uses.collect(file);
    for (const node of this.#nodes.all) {
      const isSeen = this.#observed.has(node) || this.#observed.isCopied(node);
      if (isSeen || this.#observed.isShown(node)) tuples.refuse(node);
    }
  }

  tupleFields(type: ts.Type): readonly string[] | undefined {
    const found = new Set(this.#nodesOf(type).map((node) => this.#tuples.fieldsOf(node)));
    return found.size === 1 ? [...found][0] : undefined;
  }

  isKeyed(type: ts.Type): boolean {
    return this.#nodesOf(type).some((node) => this.#observed.has(node));
  }

  isShown(type: ts.Type): boolean {
    return this.#nodesOf(type).some((node) => this.#observed.isShown(node));
  }

  isClassShown(symbol: ts.Symbol): boolean {
    return this.#observed.isClassShown(symbol);
  }

  get lostNones(): { readonly null: boolean; readonly undefined: boolean } {
    return this.#flows.lostNones;
  }

  isKnownToAny(name: string): boolean {
    return [...reachable(this.#nodes.any, "sources")].some((node) =>
      [...node.types].some((type) => this.#checker.getPropertyOfType(type, name)),
    );
  }

  isGivenUndefined(name: string): boolean {
    return this.#undefinedNames.has(name) || this.#undefinedNames.has("*");
  }

  access(type: ts.Type): PropertyAccess {
    const found = new Set(this.#nodesOf(type).map((node) => this.#accessOf(node)));
    if (found.size === 1) return [...found][0]!;
    return found.size === 0 ? "attribute" : "dynamic";
  }

  #accessOf(node: ObjectNode): PropertyAccess {
    if (node.kind === "any") return "dynamic";
    if (node.kind === "parameter") {
      if ((node.type.symbol?.flags ?? 0) & ts.SymbolFlags.Class) return "attribute"; // `this`
      const constraint = this.#checker.getBaseConstraintOfType(node.type);
      const isKnown =
        constraint &&
        constraint !== node.type &&
        !isOpaque(this.#checker, constraint) &&
        !this.#nodesOf(constraint).includes(node);
      return isKnown ? this.access(constraint) : "dynamic";
    }
    if (node.kind !== "record") return "attribute";
    if (this.#records.isMixed(node)) return "dynamic";
    return this.#records.isOrdered(node) ? "obj" : "dict";
  }

  hasNumberKeys(type: ts.Type): boolean {
    const nodes = this.#nodesOf(type);
    return nodes.length > 0 && nodes.every((node) => this.#records.hasNumberKeys(node));
  }

  literalsOf(type: ts.Type): readonly ts.ObjectLiteralExpression[] {
    const found = new Set<ts.ObjectLiteralExpression>();
    for (const node of this.#nodesOf(type)) {
      for (const source of reachable(node, "sources"))
        if (source.literal) found.add(source.literal);
    }
    return [...found];
  }

  absentNames(type: ts.Type, own: ReadonlySet<string>): readonly string[] {
    const found = new Set<string>();
    for (const node of this.#nodesOf(type)) {
      for (const target of reachable(node, "targets")) {
        if (target.kind === "any" || target.kind === "parameter" || target.kind === "record")
          continue;
        for (const seen of target.types) {
          for (const property of this.#checker.getPropertiesOfType(seen)) {
            if (!own.has(property.name) && isData(property)) found.add(property.name);
          }
        }
      }
    }
    return [...found];
  }

  mayLack(type: ts.Type, name: string): boolean {
    return this.#nodesOf(type).some((node) => {
      const known = this.#lacking.get(node)?.get(name);
      if (known !== undefined) return known;
      const answer = [...reachable(node, "sources")].some((s) => this.#isMadeWithout(s, name));
      const answers = this.#lacking.get(node) ?? new Map<string, boolean>();
      this.#lacking.set(node, answers.set(name, answer));
      return answer;
    });
  }

  mayGain(type: ts.Type, name: string | undefined): boolean {
    const names =
      name === undefined ? this.#checker.getPropertiesOfType(type).map((p) => p.name) : [name];
    return this.#nodesOf(type).some((node) => {
      for (const source of reachable(node, "sources")) {
        if (source.kind === "any" || !this.#observed.has(source)) continue;
        if (names.some((one) => this.#isMadeWithout(source, one))) return true;
      }
      return false;
    });
  }

  #isMadeWithout(node: ObjectNode, name: string): boolean {
    if (this.#observed.isDeleted(name)) return true;
    if (node.kind === "any") return this.receivesAny;
    if (node.kind === "class") return !this.#checker.getPropertyOfType(node.type, name);
    if (node.kind !== "literal") return false;
    const property = this.#checker.getPropertyOfType(node.type, name);
    return !property || (property.flags & ts.SymbolFlags.Optional) !== 0;
  }

  isFreezingSeen(): boolean {
    return this.#frozen.isSeen;
  }

  mayBeFrozen(type: ts.Type): boolean {
    return this.#frozen.has(type);
  }

  mayBeObj(type: ts.Type): boolean {
    return this.#nodesOf(type).some((node) => {
      for (const source of reachable(node, "sources")) {
        if (source.kind === "any" ? this.receivesAny : source.kind === "record") return true;
      }
      return false;
    });
  }

  #nodesOf(type: ts.Type): readonly ObjectNode[] {
    const present = this.#checker.getNonNullableType(type);
    const members = present.isUnion() ? present.types : [present];
    return members.map((member) => this.#nodes.of(member)).filter((node) => node !== undefined);
  }
}

/** Methods that a type requires are there; all else may be read as undefined. */
function isData(property: ts.Symbol): boolean {
  if (property.name.startsWith("__@") || property.name.startsWith("__#")) return false;
  const isMethod = property.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor);
  return !isMethod || (property.flags & ts.SymbolFlags.Optional) !== 0;
}

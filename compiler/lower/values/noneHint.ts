import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * What a None stands for in a value that is shown: words for the value itself, a pair where what it
 * holds differs, a map where properties of generic objects do. See `runtime-py/tsmp/inspect.py`.
 */
type Hint = string | readonly [Hint, Hint] | ReadonlyMap<string, Hint>;

/** The hint for a value of a type as Python, undefined where None stands for undefined throughout. */
export function noneHint(ctx: Lowering, node: ts.Node, type: ts.Type): py.Expression | undefined {
  return hintOf(ctx, node, type, new HintReader(ctx));
}

/** The same for text, where the bigint 5n is `5` as well. */
export function noneHintOfText(
  ctx: Lowering,
  node: ts.Node,
  type: ts.Type,
): py.Expression | undefined {
  return hintOf(ctx, node, type, new HintReader(ctx, true));
}

function hintOf(
  ctx: Lowering,
  node: ts.Node,
  type: ts.Type,
  reader: HintReader,
): py.Expression | undefined {
  const hint = withoutDefault(reader.of(type));
  if (reader.isMixed) ctx.report(node, nullOrUndefined("The text of this value"));
  return hint === "" ? undefined : toPython(hint);
}

/** The hints of the properties of a class, by name; those left out are undefined. */
export function propertyHints(
  ctx: Lowering,
  node: ts.Node,
  properties: Iterable<ts.Symbol>,
): py.Expression | undefined {
  const reader = new HintReader(ctx);
  const hints = new Map<string, Hint>();
  for (const property of properties) {
    const hint = withoutDefault(reader.ofProperty(property));
    if (hint !== "") hints.set(property.name, hint);
  }
  if (reader.isMixed) ctx.report(node, nullOrUndefined("The text of a property"));
  return hints.size === 0 ? undefined : toPython(hints);
}

/** Undefined is what a None stands for where nothing is said. */
function withoutDefault(hint: Hint): Hint {
  if (typeof hint === "string") return hint === "undefined" ? "" : hint.replace("undefined ", "");
  if (!isPair(hint)) {
    const inner = [...hint].map(([name, value]) => [name, withoutDefault(value)] as const);
    const said = new Map(inner.filter(([, value]) => value !== ""));
    return said.size === 0 ? "" : said;
  }
  const [own, inner] = hint.map(withoutDefault) as [Hint, Hint];
  return own === "" && inner === "" ? "" : [own, inner];
}

function toPython(hint: Hint): py.Expression {
  if (typeof hint === "string") return py.str(hint);
  if (isPair(hint)) return py.tuple(hint.map(toPython));
  return py.dict([...hint].map(([name, value]) => ({ key: py.str(name), value: toPython(value) })));
}

function isPair(hint: Hint): hint is readonly [Hint, Hint] {
  return Array.isArray(hint);
}

class HintReader {
  readonly #ctx: Lowering;
  readonly #open = new Set<ts.Type>();
  readonly #isText: boolean;
  /** Could some None stand for both? */
  isMixed = false;

  constructor(ctx: Lowering, isText = false) {
    this.#ctx = ctx;
    this.#isText = isText;
  }

  of(type: ts.Type, isNeverUndefined = false): Hint {
    if (this.#open.has(type)) return "";
    this.#open.add(type);
    const own = this.#ownWords(type, isNeverUndefined);
    const inner = this.#innerOf(type);
    this.#open.delete(type);
    if (inner === undefined || own.endsWith("any")) return own;
    return sameHint(own, inner) ? own : [own, inner];
  }

  /** A property that is only left out, never given undefined, can be nothing but null as a None. */
  ofProperty(property: ts.Symbol): Hint {
    const type = this.#ctx.checker.getTypeOfSymbol(property);
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    return this.of(type, isOptional && !this.#ctx.facts.objects.isGivenUndefined(property.name));
  }

  #ownWords(type: ts.Type, isNeverUndefined: boolean): string {
    const kinds = this.#ctx.facts.types.kinds(type);
    if (kinds.has("unknown")) return this.#unknownWord();
    const { areObjects } = this.#ctx.facts.nulls;
    const isEither = kinds.has("null") && kinds.has("undefined") && !isNeverUndefined;
    if (isEither && !areObjects) this.isMixed = true;
    if (kinds.has("bigint") && kinds.has("number") && !this.#isText) this.isMixed = true;
    const isNull = kinds.has("null") && !areObjects;
    const none = isNull ? ["null"] : kinds.has("undefined") ? ["undefined"] : [];
    return [...none, ...(kinds.has("bigint") ? ["bigint"] : [])].join(" ");
  }

  /** A value without type: null, undefined, or either, as the program goes. */
  #unknownWord(): string {
    if (this.#ctx.facts.nulls.areObjects) return "";
    const lost = this.#ctx.facts.objects.lostNones();
    const isWritten = this.#ctx.facts.nulls.canBeObjects && this.#ctx.facts.objects.writesNull();
    if ((lost.null && lost.undefined) || isWritten) this.isMixed = true;
    if (!lost.null && !this.#ctx.facts.objects.mayLoseNull()) return "";
    return lost.null ? "null any" : "any";
  }

  /** The hint of what arrays, maps, records and generic objects of the type hold. */
  #innerOf(type: ts.Type): Hint | undefined {
    const { types } = this.#ctx.facts;
    const present = types.constrained(types.present(type));
    let found: Hint | undefined;
    for (const member of types.members(present)) {
      const hint = this.#heldBy(member);
      if (hint !== undefined) found = found === undefined ? hint : this.#merge(found, hint);
    }
    return found;
  }

  /** One hint for what may be either. */
  #merge(a: Hint, b: Hint): Hint {
    if (a === "" || b === "" || sameHint(a, b)) return a === "" ? b : a;
    if (typeof a === "string" || typeof b === "string") {
      const [text, other] = typeof a === "string" ? [a, b] : [b as string, a];
      if (typeof other !== "string" && isPair(other) && other[0] === "") return [text, other[1]];
      this.isMixed = true;
      return a;
    }
    if (isPair(a) && isPair(b)) return [this.#merge(a[0], b[0]), this.#merge(a[1], b[1])];
    this.isMixed = true;
    return a;
  }

  #heldBy(type: ts.Type): Hint | undefined {
    const { checker } = this.#ctx;
    if ((type.flags & ts.TypeFlags.Object) === 0) return undefined;
    const args = this.#typeArguments(type);
    if (this.#ctx.facts.types.isArray(type)) return this.of(type.getNumberIndexType() ?? args[0]!);
    switch (this.#ctx.facts.types.libraryClass(type)) {
      case "Map": {
        const pair = [this.of(args[0]!), this.of(args[1]!)] as const;
        return sameHint(pair[0], pair[1]) && typeof pair[0] === "string" ? pair[0] : pair;
      }
      case "Set":
      case "Promise":
        return this.of(args[0]!);
      default:
    }
    const index = checker.getIndexInfosOfType(type)[0]?.type;
    return index ? this.of(index) : this.#ofProperties(type, args);
  }

  /**
   * The properties of objects that cannot say themselves what None is in them: those of
   * `Box<string | null>`, which `Box` knows nothing of, and those of JSON.
   */
  #ofProperties(type: ts.Type, args: readonly ts.Type[]): Hint | undefined {
    const { checker, facts } = this.#ctx;
    // What an iterator of unknown return type returns is nothing.
    const isEnd = facts.types.libraryClass(type) === "IteratorReturnResult";
    if (isEnd && args[0]! === checker.getAnyType()) return undefined;
    const isGeneric = args.length > 0 || type.aliasTypeArguments !== undefined;
    if (!isGeneric && !facts.objects.mayBeObj(type)) return undefined;
    const hints = new Map<string, Hint>();
    for (const property of checker.getPropertiesOfType(type)) {
      if (property.flags & ts.SymbolFlags.Method) continue;
      const hint = withoutDefault(this.ofProperty(property));
      if (hint !== "") hints.set(property.name, hint);
    }
    return hints.size === 0 ? undefined : hints;
  }

  #typeArguments(type: ts.Type): readonly ts.Type[] {
    const isReference = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference;
    return isReference ? this.#ctx.checker.getTypeArguments(type as ts.TypeReference) : [];
  }
}

function sameHint(a: Hint, b: Hint): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (isPair(a) && isPair(b)) return sameHint(a[0], b[0]) && sameHint(a[1], b[1]);
  if (isPair(a) || isPair(b) || a.size !== b.size) return false;
  return [...a].every(([name, hint]) => b.has(name) && sameHint(hint, b.get(name)!));
}

import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

function usesMap(source: string): boolean {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.filter((d) => d.category === "error")).toEqual([]);
  return files.some((file) => /tsmp\/(Map|Set)\.py$/.test(file.path));
}

/** Programs in which nobody sees an order: Python's own dict and set do. */
const plain: Readonly<Record<string, string>> = {
  "a table that is looked up": `
    const codes = new Map<string, number>([["a", 1], ["b", 2]]);
    codes.set("c", 3);
    codes.delete("a");
    console.log(codes.get("b"), codes.get("z"), codes.has("a"), codes.has("c"), codes.size);
    codes.clear();
    console.log(codes.size);`,
  "numbers as keys": `
    const squares = new Map<number, number>();
    for (let i = -3; i < 4; i++) squares.set(i, i * i);
    console.log(squares.get(-3), squares.get(2.0), squares.get(0.5), squares.get(NaN), squares.get(-0), squares.size);`,
  "words that are counted, then sorted by count and word": `
    const counts = new Map<string, number>();
    for (const word of "b a c a b a d".split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
    const top = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([w, n]) => w + n).join(" ");
    let letters = 0, most = 0;
    for (const [word, count] of counts) { letters += word.length * count; if (count > most) most = count; }
    console.log(top, letters, most, [...counts.keys()].sort().join());`,
  "a cache of a generic class": `
    class Cache<K, V> {
      private readonly entries = new Map<K, V>();
      get(key: K, make: (key: K) => V): V {
        const known = this.entries.get(key);
        if (known !== undefined) return known;
        const made = make(key);
        this.entries.set(key, made);
        return made;
      }
      get size(): number { return this.entries.size; }
    }
    const texts = new Cache<number, string>();
    console.log(texts.get(1, (k) => "n" + k), texts.get(2, (k) => "n" + k), texts.get(1, () => "again"), texts.size);`,
  "maps in maps": `
    const graph = new Map<string, Map<string, number>>();
    const link = (a: string, b: string, d: number): void => {
      if (!graph.has(a)) graph.set(a, new Map());
      graph.get(a)!.set(b, d);
    };
    link("x", "y", 3); link("x", "z", 4); link("y", "z", 5);
    console.log(graph.get("x")?.get("z"), graph.get("y")!.size, graph.get("q")?.size);`,
  "a set of what was seen": `
    const seen = new Set<string>();
    let twice = 0;
    for (const ch of "mississippi") { if (seen.has(ch)) twice++; else seen.add(ch); }
    seen.delete("m"); seen.delete("q");
    console.log(twice, seen.size, [...seen].sort().join(""));`,
  "key and value are evaluated in order": `
    const log: string[] = [];
    const say = (text: string): string => { log.push(text); return text; };
    const m = new Map<string, string>();
    let key = "k";
    m.set(say("a"), say("b"));
    m.set(key, (key = "l"));
    console.log(log.join(), m.get("a"), m.get("k"), m.get("l"));`,
  "a map that may be missing": `
    const make = (wanted: boolean): Map<string, number> | undefined => (wanted ? new Map<string, number>() : undefined);
    const none = make(false), some = make(true);
    if (some) console.log("empty, but there");
    if (!none) console.log("not there");
    console.log(some === undefined, (none ?? some)!.size);`,
};

/** Programs that show the order of entries, or keys that Python tells apart in another way. */
const ordered: Readonly<Record<string, string>> = {
  "keys in order": `const m = new Map([["b", 1], ["a", 2]]); console.log([...m.keys()].join());`,
  "a loop that joins": `const m = new Map([["b", 1], ["a", 2]]); let s = ""; for (const [k] of m) s += k; console.log(s);`,
  "a loop that adds fractions": `const m = new Map([["b", 1e16], ["a", 0.5], ["c", -1e16]]); let s = 0; for (const [, v] of m) s += v; console.log(s);`,
  "a sum and a greatest of one variable": `const m = new Map([["b", 3], ["a", 2]]); let s = 0; for (const [, v] of m) { s += 1; if (v > s) s = v; } console.log(s);`,
  "sorted by value only": `const m = new Map([["b", 1], ["c", 1], ["a", 1]]); console.log([...m].sort(([, x], [, y]) => x - y).map(([k]) => k).join());`,
  "objects as keys": `class P { constructor(readonly x: number) {} } const a = new P(1), m = new Map<P, number>(); m.set(a, 5); console.log(m.get(a), m.get(new P(1)));`,
  "numbers that are not whole": `const m = new Map<number, string>(); for (const x of [0.5, NaN, 1]) m.set(x / 1, "v"); console.log(m.size, m.get(NaN), m.has(0.5));`,
  "true is not 1": `const m = new Map<number | boolean, string>(); m.set(1, "one"); m.set(true, "true"); console.log(m.size, m.get(1));`,
  "one that is printed": `const o = { m: new Map([["k", 1]]) }; console.log(o);`,
  "taken apart by a pattern": `const s = new Set([9, 8, 7, 6, 5]); const [a, b] = s; const f = ([c]: Set<number>): number => c!; console.log(a, b, f(s));`,
  "taken apart by an assignment": `const s = new Set([9, 8, 7]); let a = 0; [a] = s; console.log(a);`,
  "distinct values": `console.log([...new Set([3, 1, 3, 2])].join());`,
  "an order of reversed tests": `const m = new Map([["b", 1], ["a", 1]]); const r = [...m].sort(([a, x], [b, y]) => x - y || (a.length < b.length ? -1 : 0)); console.log(r.map(([k]) => k).join());`,
  "passed to a generic function": `const same = <T>(x: T): T => x; const m = same(new Map([["b", 1], ["a", 2]])); for (const k of m.keys()) console.log(k);`,
};

test.each(Object.entries(plain))("plain: %s", async (_, source) => {
  expect(usesMap(source)).toBe(false);
  await sameAsNode(source);
});

test.each(Object.entries(ordered))("ordered: %s", async (_, source) => {
  expect(usesMap(source)).toBe(true);
  await sameAsNode(source);
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Small programs with records", () => {
  test("numeric separators of keys in loops", () =>
    sameAsNode(`
      const grid: Record<string, number> = {};
      for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) grid[\`\${x},\${y}\`] = x + y;
      console.log(grid["1,1"], Object.keys(grid).join(" "));
    `));

  test("counting characters", () =>
    sameAsNode(`
      const freq: Record<string, number> = {};
      for (const ch of "mississippi") freq[ch] = (freq[ch] ?? 0) + 1;
      const top = Object.entries(freq).sort(([, a], [, b]) => b - a).map(([k, v]) => k + v).join("");
      console.log(top, freq);
    `));

  test("anagrams", () =>
    sameAsNode(`
      const groups: Record<string, string[]> = {};
      for (const w of ["eat", "tea", "tan", "ate", "nat", "bat"]) { const k = w.split("").sort().join(""); (groups[k] = groups[k] || []).push(w); }
      console.log(Object.values(groups));
    `));

  test("roman numerals", () =>
    sameAsNode(`
      const vals: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
      function roman(s: string) { let t = 0; for (let i = 0; i < s.length; i++) { const v = vals[s[i]!]!; const n = vals[s[i + 1]!] ?? 0; t += v < n ? -v : v; } return t; }
      console.log(roman("MCMXCIV"), roman("III"));
    `));

  test("two sum", () =>
    sameAsNode(`
      function twoSum(xs: number[], t: number): [number, number] | null { const seen: Record<number, number> = {}; for (let i = 0; i < xs.length; i++) { const j = seen[t - xs[i]!]; if (j !== undefined) return [j, i]; seen[xs[i]!] = i; } return null; }
      console.log(twoSum([2, 7, 11, 15], 9), twoSum([1], 5));
    `));

  test("LRU with a Map", () =>
    sameAsNode(`
      class LRU { private m = new Map<string, number>(); constructor(private cap: number) {} get(k: string) { const v = this.m.get(k); if (v === undefined) return -1; this.m.delete(k); this.m.set(k, v); return v; } put(k: string, v: number) { this.m.delete(k); this.m.set(k, v); if (this.m.size > this.cap) this.m.delete(this.m.keys().next().value!); } }
      const lru = new LRU(2);
      lru.put("a", 1); lru.put("b", 2); lru.get("a"); lru.put("c", 3);
      console.log(lru.get("b"), lru.get("a"), lru);
    `));

  test("unused shapes do not matter", () =>
    sameAsNode(`
      interface A { x: number }
      function f(): A | undefined { return undefined; }
      console.log(f(), f()?.x);
    `));

  test("object in string keys", () =>
    sameAsNode(`
      const seen = new Set<string>();
      for (const p of [{ x: 1, y: 2 }, { x: 1, y: 2 }, { x: 2, y: 1 }]) seen.add(\`\${p.x}:\${p.y}\`);
      console.log(seen.size, seen);
    `));

  test("class with a record field spread into constructor", () =>
    sameAsNode(`
      class Cfg { opts: Record<string, boolean>; constructor(o: Record<string, boolean> = {}) { this.opts = { debug: false, ...o }; } }
      console.log(new Cfg().opts, new Cfg({ debug: true, x: true }));
    `));

  test("null prototype style checks", () =>
    sameAsNode(`
      const dict: { [k: string]: number } = {};
      console.log("toString" in dict, Object.hasOwn(dict, "toString"), "x" in dict);
    `));
});

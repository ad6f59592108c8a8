import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Records in use", () => {
  test("count words", () =>
    sameAsNode(`
      const text = "the quick the lazy the dog quick";
      const counts: { [word: string]: number } = {};
      for (const w of text.split(" ")) counts[w] = (counts[w] || 0) + 1;
      console.log(counts);
      console.log(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]);
    `));

  test("group items", () =>
    sameAsNode(`
      const groups: Record<string, number[]> = {};
      for (const n of [1, 2, 3, 4, 5]) { const k = n % 2 ? "odd" : "even"; (groups[k] ??= []).push(n); }
      console.log(groups);
    `));

  test("group items the long way", () =>
    sameAsNode(`
      const groups: Record<string, string[]> = {};
      for (const w of ["apple", "avocado", "bean"]) {
        const k = w.charAt(0);
        if (!groups[k]) groups[k] = [];
        groups[k]!.push(w);
      }
      for (const k of Object.keys(groups)) console.log(k, groups[k]);
    `));

  test("memo", () =>
    sameAsNode(`
      const memo: Record<number, number> = {};
      function fib(n: number): number {
        if (n < 2) return n;
        const known = memo[n];
        if (known !== undefined) return known;
        return (memo[n] = fib(n - 1) + fib(n - 2));
      }
      console.log(fib(50));
    `));

  test("memo with in", () =>
    sameAsNode(`
      const memo: { [n: number]: number } = {};
      function f(n: number): number { if (n in memo) return memo[n]!; const r = n <= 1 ? 1 : n * f(n - 1); memo[n] = r; return r; }
      console.log(f(10), Object.keys(memo).length);
    `));

  test("numeric keys", () =>
    sameAsNode(`
      const r: Record<number, string> = { 1: "one", 2: "two" };
      r[3] = "three";
      r[10] = "ten";
      r[4.5] = "x";
      console.log(r[1], r[3], r[7], r);
      for (const k in r) console.log(typeof k, k);
    `));

  test("enum keys", () =>
    sameAsNode(`
      enum Level { Low, Mid, High }
      const names: Record<Level, string> = { [Level.Low]: "low", [Level.Mid]: "mid", [Level.High]: "high" };
      console.log(names[Level.Mid], names, Object.keys(names));
    `));

  test("string enum keys", () =>
    sameAsNode(`
      enum Color { Red = "red", Blue = "blue" }
      const hex: Record<Color, number> = { [Color.Red]: 0xff0000, [Color.Blue]: 255 };
      for (const c of [Color.Blue, Color.Red]) console.log(c, hex[c]);
      console.log(hex);
    `));

  test("union keys", () =>
    sameAsNode(`
      type Day = "mon" | "tue";
      const hours: Record<Day, number> = { mon: 8, tue: 6 };
      hours.mon += 2;
      const d: Day = "tue";
      hours[d]--;
      console.log(hours.mon, hours);
    `));

  test("partial record", () =>
    sameAsNode(`
      type K = "a" | "b" | "c";
      const p: Partial<Record<K, number>> = { b: 2 };
      p.a = 1;
      console.log(p, p.c, p["b"]);
    `));

  test("spread records", () =>
    sameAsNode(`
      const a: Record<string, number> = { x: 1, y: 2 };
      const b: Record<string, number> = { ...a, z: 3, x: 9 };
      console.log(b, a, { ...b, ...a });
    `));

  test("spread a record with only look ups", () =>
    sameAsNode(`
      const a: Record<string, number> = { x: 1 };
      const b: Record<string, number> = { ...a, y: 2 };
      b["x"] = 5;
      console.log(a["x"], b["x"], b["y"]);
    `));

  test("rest of a record", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1, b: 2, c: 3 };
      const { a, ...rest } = r;
      console.log(a, rest);
    `));

  test("destructuring of a record", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1 };
      const { a, b = 5 } = r;
      console.log(a, b);
    `));

  test("record of records", () =>
    sameAsNode(`
      const table: Record<string, Record<string, number>> = {};
      function put(r: string, c: string, v: number) { (table[r] ??= {})[c] = v; }
      put("a", "x", 1); put("a", "y", 2); put("b", "x", 3);
      console.log(table, table["a"]?.["y"], table["q"]?.["y"]);
    `));

  test("record of functions", () =>
    sameAsNode(`
      const commands: Record<string, (x: number) => number> = { double: (x) => x * 2, neg: (x) => -x };
      for (const name of ["double", "neg", "none"]) { const f = commands[name]; console.log(name, f ? f(4) : "unknown"); }
    `));

  test("record of objects", () =>
    sameAsNode(`
      interface Item { qty: number; price: number }
      const stock: Record<string, Item> = { pen: { qty: 1, price: 2 }, ink: { qty: 5, price: 9 } };
      stock["pen"]!.qty += 10;
      console.log(stock, Object.values(stock).reduce((s, i) => s + i.qty * i.price, 0));
    `));
});

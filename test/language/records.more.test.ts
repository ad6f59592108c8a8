import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Records in larger programs", () => {
  test("record in a class", () =>
    sameAsNode(`
      class Registry { private items: Record<string, number> = {}; add(k: string) { this.items[k] = (this.items[k] ?? 0) + 1; return this; } get(k: string) { return this.items[k]; } }
      const reg = new Registry().add("a").add("a").add("b");
      console.log(reg.get("a"), reg.get("z"), reg);
    `));

  test("keys with odd names", () =>
    sameAsNode(`
      const r: Record<string, number> = {};
      for (const k of ["__proto__x", "constructor", "toString", "get", "keys", "items", "length", "class", ""]) r[k] = k.length;
      console.log(r, r["get"], r["items"], r["constructor"]);
    `));

  test("text keys from numbers and booleans", () =>
    sameAsNode(`
      const r: Record<string, string> = {};
      r[1 + 1] = "two";
      r[String(true)] = "yes";
      r[\`\${1.5}\`] = "x";
      console.log(r["2"], r["true"], r["1.5"]);
    `));

  test("Readonly record", () =>
    sameAsNode(`
      const r: Readonly<Record<string, number>> = { a: 1, b: 2 };
      let s = 0;
      for (const [, v] of Object.entries(r)) s += v;
      console.log(s, r["a"]);
    `));

  test("a record from a Map", () =>
    sameAsNode(`
      const m = new Map([["a", 1], ["b", 2]]);
      const r: Record<string, number> = {};
      m.forEach((v, k) => { r[k] = v; });
      console.log(r);
    `));

  test("record through a generic", () =>
    sameAsNode(`
      function keysOf<T extends Record<string, unknown>>(o: T): string[] { return Object.keys(o); }
      console.log(keysOf({ a: 1, b: "x" }), keysOf({}));
    `));

  test("generic value lookup", () =>
    sameAsNode(`
      function lookup<V>(r: Record<string, V>, k: string, d: V): V { return r[k] ?? d; }
      console.log(lookup({ a: 1 }, "a", 0), lookup({ a: 1 }, "b", 0), lookup<string>({}, "x", "d"));
    `));

  test("group by helper", () =>
    sameAsNode(`
      function groupBy<T>(xs: T[], f: (x: T) => string): Record<string, T[]> { const g: Record<string, T[]> = {}; for (const x of xs) { const k = f(x); const l = g[k]; if (l) l.push(x); else g[k] = [x]; } return g; }
      console.log(groupBy([{ t: "a", n: 1 }, { t: "b", n: 2 }, { t: "a", n: 3 }], (x) => x.t));
    `));

  test("adjacency list", () =>
    sameAsNode(`
      const graph: Record<string, string[]> = { a: ["b", "c"], b: ["d"], c: ["d"], d: [] };
      const seen: Record<string, boolean> = {};
      const order: string[] = [];
      function walk(n: string) { if (seen[n]) return; seen[n] = true; for (const m of graph[n]!) walk(m); order.push(n); }
      walk("a");
      console.log(order, Object.keys(seen));
    `));

  test("inventory with classes as values", () =>
    sameAsNode(`
      class Counter { n = 0; hit() { this.n++; return this; } }
      const cs: Record<string, Counter> = {};
      for (const k of ["x", "y", "x"]) (cs[k] ??= new Counter()).hit();
      console.log(cs, cs["x"]!.n);
    `));

  test("object literal with index type in array", () =>
    sameAsNode(`
      const rows: { [k: string]: number }[] = [{ a: 1 }, { b: 2 }];
      console.log(rows, rows.map((r) => Object.keys(r)[0]));
    `));

  test("records compared by identity", () =>
    sameAsNode(`
      const a: Record<string, number> = {};
      const b = a;
      console.log(a === b, a === ({} as Record<string, number>));
    `));

  test("copy by assign", () =>
    sameAsNode(`
      const a: Record<string, number> = { x: 1 };
      const b = Object.assign({}, a, { y: 2 });
      b["x"] = 9;
      console.log(a, b, b.y);
    `));

  test("length of text keys", () =>
    sameAsNode(`
      const r: Record<string, number> = { é: 1, "日本": 2, "😀": 3 };
      console.log(r, r["日本"]);
    `));

  test("iterate and delete all", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1, b: 2 };
      for (const k in r) delete r[k];
      console.log(r, Object.keys(r).length);
    `));

  test("switch on found value", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1 };
      switch (r["b"]) { case undefined: console.log("none"); break; default: console.log("some"); }
    `));

  test("lookup table with default", () =>
    sameAsNode(`
      const COLORS: Record<string, [number, number, number]> = { red: [255, 0, 0] };
      function color(n: string) { return COLORS[n] ?? [0, 0, 0]; }
      console.log(color("red"), color("blue"));
    `));

  test("bool record toggling", () =>
    sameAsNode(`
      const on: Record<string, boolean> = {};
      for (const k of ["a", "b", "a"]) on[k] = !on[k];
      console.log(on);
    `));

  test("record passed as any", () =>
    sameAsNode(`
      function show(x: any) { console.log(x.a, x["b"], Object.keys(x)); }
      const r: Record<string, number> = { b: 2, a: 1 };
      show(r);
      show({ a: 1, b: 2 });
    `));
});

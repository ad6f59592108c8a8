import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Loops over records", () => {
  test("mutation while iterating", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1, b: 2, c: 3 };
      for (const k in r) { if (k === "a") { delete r["b"]; r["d"] = 4; } console.log(k); }
      console.log(r);
    `));

  test("Object.keys snapshot", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1, b: 2 };
      for (const k of Object.keys(r)) { r[k + k] = 1; delete r[k]; }
      console.log(r);
    `));

  test("invert", () =>
    sameAsNode(`
      function invert(r: Record<string, string>): Record<string, string> { const out: Record<string, string> = {}; for (const [k, v] of Object.entries(r)) out[v] = k; return out; }
      console.log(invert({ a: "x", b: "y", c: "x" }));
    `));

  test("reduce into a record", () =>
    sameAsNode(`
      const r = ["a", "b", "a"].reduce<Record<string, number>>((acc, k) => { acc[k] = (acc[k] ?? 0) + 1; return acc; }, {});
      console.log(r);
    `));

  test("reduce with a spread", () =>
    sameAsNode(`
      const r = ["x", "y"].reduce((acc, k, i) => ({ ...acc, [k]: i }), {} as Record<string, number>);
      console.log(r);
    `));

  test("map over entries and back", () =>
    sameAsNode(`
      const prices: Record<string, number> = { a: 1.5, b: 2 };
      const doubled = Object.fromEntries(Object.entries(prices).map(([k, v]): [string, number] => [k.toUpperCase(), v * 2]));
      console.log(doubled, doubled["A"]);
    `));

  test("number of keys", () =>
    sameAsNode(`
      const r: Record<string, boolean> = {};
      r["a"] = true; r["b"] = false; r["a"] = false;
      console.log(Object.keys(r).length, Object.values(r).every((v) => !v));
    `));

  test("missing keys in text", () =>
    sameAsNode(`
      const r: Record<string, string> = { a: "x" };
      console.log(r["a"], r["b"], \`\${r["c"]}\`, "v: " + r["d"]);
      const v = r["e"];
      console.log(v, v === undefined, typeof v);
    `));

  test("missing numbers in tests", () =>
    sameAsNode(`
      const r: Record<string, number> = { zero: 0 };
      for (const k of ["zero", "none"]) { if (r[k]) console.log("true"); else console.log("false", r[k] === undefined, r[k] ?? "n"); }
    `));

  test("truth of what is found", () =>
    sameAsNode(`
      const r: Record<string, number[]> = { a: [] };
      console.log(r["a"] ? "there" : "not", r["b"] ? "there" : "not", !r["b"]);
    `));

  test("increments", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1 };
      r["a"]!++;
      r["a"] += 5;
      r.a *= 2;
      console.log(r["a"], r.a++, ++r.a, r);
    `));

  test("as parameter and result", () =>
    sameAsNode(`
      function tally(words: string[]): Record<string, number> { const t: Record<string, number> = {}; words.forEach((w) => { t[w] = (t[w] ?? 0) + 1; }); return t; }
      const t = tally(["b", "a", "b"]);
      console.log(t["b"], Object.keys(t).sort());
    `));
});

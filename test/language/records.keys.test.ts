import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Keys of records", () => {
  test("a record that is only looked up", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1, b: 2 };
      r["c"] = 3;
      console.log(r["a"], r.b, r["c"], r["d"]);
    `));

  test("insertion order", () =>
    sameAsNode(`
      const r: Record<string, number> = {};
      for (const k of ["zebra", "apple", "mango"]) r[k] = k.length;
      r["apple"] = 9;
      console.log(r, Object.keys(r), Object.values(r));
    `));

  test("keys like indices come first", () =>
    sameAsNode(`
      const r: Record<string, string> = { b: "b", "10": "ten", a: "a", "9": "nine", "01": "x", "-1": "y", "1.5": "z", "4294967295": "big", "4294967294": "last" };
      console.log(r);
      for (const k in r) console.log(k);
    `));

  test("delete and insert again moves to the end", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1, b: 2, c: 3 };
      delete r["a"];
      r["a"] = 4;
      console.log(r, Object.entries(r));
    `));

  test("in, delete, has", () =>
    sameAsNode(`
      const r: Record<string, number> = { a: 1 };
      console.log("a" in r, "b" in r, delete r["a"], "a" in r, delete r["zzz"], Object.hasOwn(r, "a"));
    `));
});

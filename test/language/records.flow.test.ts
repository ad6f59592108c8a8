import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Records and other objects", () => {
  test("a literal used as a record", () =>
    sameAsNode(`
      const defaults = { a: 1, b: 2 };
      const r: Record<string, number> = defaults;
      r["c"] = 3;
      console.log(r, defaults.a, r["a"], r["zz"]);
      defaults.b = 7;
      console.log(r["b"], Object.keys(defaults));
    `));

  test("a record function with a literal", () =>
    sameAsNode(`
      function sum(r: Record<string, number>): number { let t = 0; for (const k in r) t += r[k]!; return t; }
      const o = { x: 1, y: 2 };
      console.log(sum(o), sum({ z: 5 }), o.x);
    `));

  test("a type with index signature and known properties", () =>
    sameAsNode(`
      interface Headers { host: string; [name: string]: string }
      const h: Headers = { host: "h", accept: "a" };
      h["x"] = "y";
      console.log(h.host, h["accept"], h["nope"], h);
    `));

  test("dictionary type with null", () =>
    sameAsNode(`
      const r: Record<string, string | null> = { a: null, b: "x" };
      console.log(r, r["a"] === null, r["b"]);
    `));

  test("record with undefined values", () =>
    sameAsNode(`
      const r: Record<string, number | undefined> = { a: undefined, b: 1 };
      console.log(r, "a" in r, r["a"] ?? "none");
    `));
});

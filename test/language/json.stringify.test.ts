import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("JSON.stringify", () => {
  test("stringify primitives", () =>
    sameAsNode(`
      console.log(JSON.stringify(1), JSON.stringify(-0), JSON.stringify(1.5), JSON.stringify(NaN), JSON.stringify(Infinity), JSON.stringify("a\\"b\\n"), JSON.stringify(true), JSON.stringify(null));
    `));

  test("stringify undefined gives undefined", () =>
    sameAsNode(`
      console.log(JSON.stringify(undefined));
      const u: number | undefined = [1].find((x) => x > 5);
      console.log(JSON.stringify(u));
    `));

  test("stringify a literal", () =>
    sameAsNode(`
      console.log(JSON.stringify({ b: 1, a: [1, "x", undefined, true], c: undefined, d: { e: {} }, f: [] }));
    `));

  test("indentation", () =>
    sameAsNode(`
      const o = { a: 1, b: [1, 2], c: { d: "x" }, e: [], f: {} };
      console.log(JSON.stringify(o, null, 2));
      console.log(JSON.stringify(o, null, "\\t"));
      console.log(JSON.stringify([], null, 2), JSON.stringify({}, null, 2), JSON.stringify([[]], undefined, 1));
    `));

  test("indentation is at most ten", () =>
    sameAsNode(`
      console.log(JSON.stringify({ a: 1 }, null, 20), JSON.stringify({ a: 1 }, null, "abcdefghijklmnop"));
    `));

  test("replacer list", () =>
    sameAsNode(`
      const o = { a: 1, b: { a: 2, c: 3 }, c: 4 };
      console.log(JSON.stringify(o, ["a", "b"]), JSON.stringify(o, ["c"]), JSON.stringify([o], ["b", "c"], 1));
    `));

  test("replacer function", () =>
    sameAsNode(`
      const o = { n: 1, s: "x", list: [1, 2], nested: { n: 5 } };
      console.log(JSON.stringify(o, (key, value) => (typeof value === "number" ? value * 10 : value)));
      console.log(JSON.stringify(o, (key, value) => (key === "n" ? undefined : value)));
    `));

  test("replacer sees keys", () =>
    sameAsNode(`
      const seen: string[] = [];
      JSON.stringify({ a: [1, { b: 2 }] }, (key, value) => { seen.push(key); return value; });
      console.log(seen);
    `));

  test("toJSON", () =>
    sameAsNode(`
      class Money { constructor(private cents: number) {} toJSON() { return \`$\${this.cents / 100}\`; } }
      console.log(JSON.stringify({ price: new Money(250), list: [new Money(100)] }), JSON.stringify(new Money(5)));
    `));

  test("toJSON gives an object", () =>
    sameAsNode(`
      class P { constructor(private x: number) {} toJSON() { return { x: this.x, kind: "P" }; } }
      console.log(JSON.stringify([new P(1)]));
    `));

  test("class instances", () =>
    sameAsNode(`
      class A { a = 1; private b = "x"; #c = 3; d?: number; m() {} get g() { return 1; } }
      class B extends A { e = [new A()]; }
      console.log(JSON.stringify(new B()));
    `));

  test("functions are skipped", () =>
    sameAsNode(`
      console.log(JSON.stringify({ f() {}, g: () => 1, h: 2 }), JSON.stringify([() => 1, 2]));
    `));

  test("Map and Set are empty objects", () =>
    sameAsNode(`
      console.log(JSON.stringify({ m: new Map([[1, 2]]), s: new Set([1]) }));
    `));

  test("records in order", () =>
    sameAsNode(`
      const r: Record<string, number> = { b: 1, a: 2 };
      r["10"] = 3; r["9"] = 4;
      console.log(JSON.stringify(r));
    `));

  test("null and undefined told apart by type", () =>
    sameAsNode(`
      interface T { a: number | null; b?: number; c: string | undefined }
      const list: T[] = [{ a: null, c: undefined }, { a: 1, b: 2, c: "x" }];
      console.log(JSON.stringify(list));
    `));

  test("arrays of null", () =>
    sameAsNode(`
      const xs: (number | null)[] = [1, null];
      const ys: (number | undefined)[] = [1, undefined];
      console.log(JSON.stringify(xs), JSON.stringify(ys), JSON.stringify({ xs, ys }));
    `));

  test("escapes", () =>
    sameAsNode(`
      console.log(JSON.stringify("\\u0000\\u001f\\b\\f\\n\\r\\t\\"\\\\/é😀\\u2028"));
      console.log(JSON.stringify({ "a\\"b": 1, "é": 2 }));
    `));

  test("a circle throws", () =>
    sameAsNode(`
      interface N { self?: N; v: number }
      const n: N = { v: 1 };
      n.self = n;
      try { JSON.stringify(n); } catch (e) { console.log(e instanceof TypeError, (e as Error).message.split("\\n")[0]); }
    `));

  test("bigint throws", () =>
    sameAsNode(`
      try { JSON.stringify({ a: 10n }); } catch (e) { console.log(e instanceof TypeError, (e as Error).message); }
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("JSON in use", () => {
  test("round trip", () =>
    sameAsNode(`
      const o = { a: [1, { b: "x", c: [true, null] }], d: { e: 1.25 } };
      const copy = JSON.parse(JSON.stringify(o)) as typeof o;
      console.log(copy, copy.d.e === o.d.e, copy === o, (copy.a[1] as { b: string }).b);
    `));

  test("round trip of class data", () =>
    sameAsNode(`
      class P { constructor(public x: number, public y: number) {} len() { return this.x + this.y; } static from(s: string): P { const d = JSON.parse(s) as { x: number; y: number }; return new P(d.x, d.y); } }
      const p = P.from(JSON.stringify(new P(3, 4)));
      console.log(p.len(), p);
    `));

  test("keys like Python words and methods", () =>
    sameAsNode(`
      interface K { from: string; class: number; items: number[]; get: string; keys: string; missing?: string; in?: number }
      const k = JSON.parse('{"from":"a","class":1,"items":[1],"get":"g","keys":"k"}') as K;
      console.log(k.from, k.class, k.items, k.get, k.keys, k.missing, k.in);
      k.from = "b";
      k.in = 5;
      console.log(k, JSON.stringify(k));
    `));

  test("duplicate and odd keys", () =>
    sameAsNode(`
      const d = JSON.parse('{"a":1,"b":2,"a":3,"":4,"x y":5}') as Record<string, number>;
      console.log(d, d[""], d["x y"]);
    `));

  test("numbers", () =>
    sameAsNode(`
      console.log(JSON.parse("[0, -0, 1e3, 1E-2, 123456789012, 0.1, 1e21]"));
    `));

  test("unicode", () =>
    sameAsNode(`
      console.log(JSON.parse('"\\\\u00e9\\\\ud83d\\\\ude00 é 😀"'), JSON.parse('["\\\\/","\\\\b"]'));
    `));

  test("deep", () =>
    sameAsNode(`
      let text = "1";
      for (let i = 0; i < 30; i++) text = \`[\${text}]\`;
      console.log(JSON.stringify(JSON.parse(text)) === text);
    `));

  test("compare by JSON", () =>
    sameAsNode(`
      const a = { x: 1, y: [1, 2] };
      const b = { x: 1, y: [1, 2] };
      console.log(JSON.stringify(a) === JSON.stringify(b), a === (b as object));
    `));

  test("spread of parsed", () =>
    sameAsNode(`
      interface O { a: number; b: number }
      const o = JSON.parse('{"a":1,"b":2}') as O;
      const p = { ...o, b: 3 };
      const { a, ...rest } = o;
      console.log(p, a, rest, p.b);
    `));

  test("passing parsed on", () =>
    sameAsNode(`
      interface Msg { type: string; payload: { v: number }[] }
      function handle(m: Msg) { return m.payload.map((p) => p.v * 2); }
      console.log(handle(JSON.parse('{"type":"t","payload":[{"v":1},{"v":2}]}')), handle({ type: "u", payload: [{ v: 5 }] }));
    `));

  test("sorting parsed", () =>
    sameAsNode(`
      const xs = JSON.parse('[{"n":3},{"n":1},{"n":2}]') as { n: number }[];
      xs.sort((a, b) => a.n - b.n);
      console.log(xs.map((x) => x.n), xs);
    `));

  test("JSON in a template", () =>
    sameAsNode(`
      const o = { a: 1 };
      console.log(\`data: \${JSON.stringify(o)}\`, "x" + JSON.stringify([1]));
    `));

  test("parse without a matching type", () =>
    sameAsNode(`
      const v = JSON.parse("[1,2,3]") as number[];
      console.log(v.length, v.reduce((a, b) => a + b, 0), Array.isArray(v));
    `));

  test("Date like values", () =>
    sameAsNode(`
      const o = { at: "2020-01-01T00:00:00.000Z", n: null };
      console.log(JSON.stringify(o), JSON.stringify([o, o]));
    `));

  test("stringify of nested records and maps of arrays", () =>
    sameAsNode(`
      const db: Record<string, { tags: string[]; meta: Record<string, number> }> = { x: { tags: ["a"], meta: { z: 1, y: 2 } } };
      db["w"] = { tags: [], meta: {} };
      console.log(JSON.stringify(db), JSON.stringify(Object.entries(db)));
    `));

  test("errors keep their properties", () =>
    sameAsNode(`
      class E extends Error { code = 5; }
      console.log(JSON.stringify(new E("x")), JSON.stringify({ e: new Error("y") }));
    `));

  test("accessors of literals", () =>
    sameAsNode(`
      const o = { a: 1, get b() { return this.a + 1; } };
      console.log(JSON.stringify(o));
    `));

  test("optional and null is refused elsewhere", () =>
    sameAsNode(`
      interface A { v: number | null }
      console.log(JSON.stringify({ v: null } as A), JSON.stringify([{ v: 1 }, { v: null }] as A[]));
    `));
});

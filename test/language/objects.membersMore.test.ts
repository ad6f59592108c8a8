import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Members of classes and literals", () => {
  test("getter overriding and super in printing", () =>
    sameAsNode(`
      class A { protected _v = 1; get v() { return this._v; } set v(n: number) { this._v = n; } }
      class B extends A { override get v() { return super.v * 10; } override set v(n: number) { super.v = n; } }
      const b = new B();
      b.v = 3;
      console.log(b.v, b);
    `));

  test("symbol free iterables in objects", () =>
    sameAsNode(`
      class Range2 { constructor(private a: number, private b: number) {} *[Symbol.iterator]() { for (let i = this.a; i < this.b; i++) yield i; } }
      console.log([...new Range2(1, 4)], Math.max(...new Range2(0, 3)));
    `));

  test("spread of getters", () =>
    sameAsNode(`
      const g = { get now() { return 5; }, n: 1 };
      const s = { ...g };
      console.log(s, s.now);
    `));

  test("Object.entries of a class instance", () =>
    sameAsNode(`
      class V { x = 1; y = 2; private z = 3; len() { return this.x + this.z; } }
      for (const [k, v] of Object.entries(new V())) console.log(k, v);
      console.log(Object.keys(new V()).length);
    `));

  test("instance passed where a literal type is wanted", () =>
    sameAsNode(`
      class V { constructor(public x: number, public y: number) {} }
      function len(p: { x: number; y: number; z?: number }) { return p.x + p.y + (p.z ?? 0); }
      console.log(len(new V(1, 2)), len({ x: 1, y: 2, z: 3 }));
    `));

  test("late property on an instance through an interface", () =>
    sameAsNode(`
      interface Tagged { tag?: string }
      interface Tagged { x: number }
      class V implements Tagged { x = 1; }
      const v: Tagged = new V();
      v.tag = "t";
      const w: Tagged = new V();
      console.log(v, v.tag, w.tag, w);
    `));

  test("optional methods", () =>
    sameAsNode(`
      interface Plugin { name: string; init?(): string; stop?: () => string }
      const ps: Plugin[] = [{ name: "a" }, { name: "b", init() { return "init " + this.name; }, stop: () => "stopped" }];
      for (const p of ps) console.log(p.name, p.init?.() ?? "no init", p.stop ? p.stop() : "no stop");
    `));

  test("recursion in types", () =>
    sameAsNode(`
      type Json = null | boolean | number | string | Json[] | { [k: string]: Json };
      function count(j: Json): number { if (j === null || typeof j !== "object") return 1; if (Array.isArray(j)) return j.reduce((s: number, x) => s + count(x), 0); return Object.values(j).reduce((s: number, x) => s + count(x), 0); }
      console.log(count({ a: [1, 2, { b: null }], c: "x" }));
    `));
});

import { test } from "vitest";
import { sameValues } from "./programs/sameValues.ts";

test("classes and objects by what they return", () =>
  sameValues({
    "same private name in base and derived class": `
      class A { #x = 1; a() { return this.#x; } has(o: object) { return #x in o; } }
      class B extends A { #x = 2; b() { return this.#x; } inc() { this.#x++; return this.#x; } is(o: object) { return #x in o; } }
      const b = new B();
      return [b.a(), b.b(), b.inc(), b.a(), b.has(new A()), b.is(new A())];
    `,
    "private and underscore": `
      class A { #x = 1; _x = 2; x = 3; sum() { return this.#x * 100 + this._x * 10 + this.x; } }
      return new A().sum();
    `,
    "private methods of both": `
      class A { #m() { return "A"; } m() { return this.#m(); } static #s = 1; static s() { return A.#s; } }
      class B extends A { #m() { return "B"; } n() { return this.#m() + this.m(); } static #s = 2; static t() { return B.#s; } }
      return [new B().n(), A.s(), B.t()];
    `,
    "private accessors of both": `
      class A { #v = 1; get #p() { return this.#v; } set #p(n) { this.#v = n; } up() { this.#p += 1; return this.#p; } }
      class B extends A { #v = 10; get #p() { return this.#v; } set #p(n) { this.#v = n; } down() { this.#p -= 1; return this.#p; } }
      const b = new B();
      return [b.up(), b.down(), b.up()];
    `,
    "setter before getter": `
      const o = { _v: 0, set v(x: number) { this._v = x * 2; }, get v() { return this._v; } };
      o.v = 4;
      class P { n = 1; set q(x: number) { this.n = x; } get q() { return this.n * 2; } }
      class Q { q = 3; }
      const both = (x: { q: number }) => { x.q += 1; return x.q; };
      return [o.v, both(new P()), both(new Q())];
    `,
    "computed names of fields": `
      const k = "foo";
      class A { [k] = 3; static [k] = 4; ["b" + 1]() { return 1; } }
      return [new A()[k], A[k], new A().foo, A.foo];
    `,
    "names of enums": `
      enum E { A = "a", B = "b" }
      enum N { X, Y }
      return ["A" in E, "a" in E, "X" in N, "1" in N, 1 in N, "Z" in N];
    `,
    "keys of what may be an array": `
      const get = <T, K extends keyof T>(o: T, k: K): T[K] => o[k];
      function put<T, K extends keyof T>(o: T, k: K, v: T[K]) { o[k] = v; return o; }
      return [get({ a: 1, b: "x" }, "b"), get([1, 2], 0), get("hey", "length"), put([1, 2], 1, 5), put({ z: 1 }, "z", 2)];
    `,
    "targets of a loop": `
      let a = 0; let s = "";
      const o = { s: 0 };
      for ({ x: a, y: o.s } of [{ x: 1, y: 2 }]) s += a + o.s;
      for ({ length: a } of ["abc", "de"]) s += a;
      return s;
    `,
    "thrown objects taken apart": `
      try { throw { code: 5, msg: "x" }; } catch ({ code, msg }: any) { return [code, msg]; }
    `,
    "defaults of defaults": `
      function f({ p: { q = 1 } = {} }: { p?: { q?: number } }) { return q; }
      const { r: { t = 7, u: { w } = { w: 5 } } = {} } = {} as { r?: { t?: number; u?: { w: number } } };
      return [f({}), f({ p: {} }), f({ p: { q: 3 } }), t, w];
    `,
    "what is missing in a record of anything": `
      const o: { [k: string]: any } = { a: 1, b: "s" };
      return [o.a + 1, o.b.length, o.zz, o["yy"]];
    `,
    "parts of a template": `
      const o = { p: "x", t(s: TemplateStringsArray, ...v: number[]) { return this.p + s[0] + s[1] + s.length + v.length; } };
      return o.t\`hi\${1}yo\`;
    `,
  }));

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("What small test harnesses do with values of any type", () => {
  test("object literals given to functions that came out of any keep their keys", () =>
    sameAsNode(`
      function assigned() {
        interface Api { (name: string): void; each<A>(cases: readonly A[]): string }
        function each(cases: any): string { return cases.map((c: any) => Object.keys(c).join()).join(";"); }
        const api: Api = Object.assign((n: string) => {}, { each });
        console.log(api.each([{ a: 1, b: 2 }]));
        const cast = { each } as unknown as Api;
        console.log(cast.each([{ c: 1, d: 2 }]));
      }
      function untyped() {
        interface Show { show<T>(x: T): string }
        const handlers: Record<string, any> = {};
        handlers.show = (x: any) => JSON.stringify(x);
        console.log((handlers as unknown as Show).show({ e: 1, f: 2 }));
        type F = <T>(x: T) => string;
        const fs: any[] = [(x: any) => JSON.stringify(x)];
        console.log((fs[0] as F)({ g: 1, h: 2 }));
      }
      function each<A extends unknown[]>(cases: readonly (readonly [...A])[]): (body: (...args: A) => void) => void;
      function each<A>(cases: readonly A[]): (body: (arg: A) => void) => void;
      function each(cases: any) {
        return (body: (...args: any[]) => void): void => {
          for (const e of cases) { console.log(JSON.stringify(e)); if (Array.isArray(e)) body(...e); else body(e); }
        };
      }
      assigned();
      untyped();
      each([[1, "x"]])((n, s) => { console.log(n, s); });
      each([{ k: 1, s: "z" }])(({ k, s }) => { console.log(k, s); });
    `));

  test("constructor, Array.from, length, raw and index of any", () =>
    sameAsNode(`
      class A {}
      class B extends A {}
      const alike = (a: any, b: any) => a.constructor === b.constructor;
      console.log(alike(new A(), new A()), alike(new A(), new B()), alike({ a: 1 }, { b: 1 }), alike([], [1]), alike(new A(), {}));
      console.log(alike("a", "b"), alike("a", 1), alike(1, 2.5), alike(new Map(), new Set()), alike(new Error("x"), new TypeError("x")));
      const asked = (a: any) => [a.constructor === Object, a.constructor === Array, a.constructor === String, a.constructor == Number, a.constructor !== Map, a.constructor.name];
      for (const x of [{}, { a: 1 }, [1], "x", 4, 2.5, new Map(), new Error("x"), new B()]) console.log(...asked(x));
      const list = (x: any) => Array.from(x);
      console.log(list([1, 2]), list("abc"), list(new Set([1])), list(new Map([["a", 1]])), list({ length: 2, 0: "x", 1: "y" }), list(5), list({ a: 1 }));
      const like: ArrayLike<number> = { length: 2, 0: 5, 1: 6 };
      console.log(Array.from(like), Array.from(like, (x) => x * 2));
      const pairs = (x: any) => Array.from(x, (v: any, i: number) => [v, i]);
      console.log(pairs([1, 2]), pairs("abc"), pairs({ length: 1, 0: "x" }));
      function* bad() { yield 1; throw new TypeError("in gen"); }
      try { list(bad()); } catch (e) { console.log((e as Error).message); }
      const length = (x: unknown) => (x as ArrayLike<unknown>).length;
      console.log(length([1, 2]), length("abc"), length({ length: 7 }), length(new Uint8Array(4)));
      function tag(table: any, ...rest: any[]) { console.log(Array.isArray(table), "raw" in table, table.raw[0], Object.hasOwn(table, "raw"), "length" in table, "foo" in table); }
      tag\`a\${1}b\`;
      const m: any = /b(c)/.exec("abc");
      console.log(m.index, "index" in m, m.input, "groups" in m);
      const plain: any = [1];
      console.log("raw" in plain, plain.raw, plain.index);
    `));

  test("properties of built-in objects taken by a pattern", () =>
    sameAsNode(`
      function show(e: unknown) { const { message, name } = e as Error; console.log(name, message); }
      try { throw new TypeError("hey"); } catch (e) { show(e); }
      class My extends Error { code = 5; name = "My"; }
      const { message, code, name } = new My("my");
      console.log(message, code, name);
      (({ message, name }: Error) => console.log(message, name))(new RangeError("r"));
      const { index, groups, input } = /b(?<x>c)/.exec("abc")!;
      console.log(index, input, groups!.x);
      const { source, flags } = /a+/gi;
      console.log(source, flags);
      const { byteLength, length } = new Uint8Array(3);
      console.log(byteLength, length);
    `));

  test("methods that leave out what their interface allows, and built-ins for its functions", () =>
    sameAsNode(`
      interface M { has(key: string, value?: unknown): void; ask(): void }
      const m: M = { has(key, value) { console.log(key, value); }, ask() { this.has("z"); } };
      m.has("a"); m.has("b", 4); m.ask();
      class Fold<T> { constructor(private merge: (a: T, b: T) => T) {} of(a: T, b: T) { return this.merge(a, b); } }
      const max = new Fold<number>(Math.max), min = new Fold<number>(Math.min);
      console.log(\`\${max.of(1, 2)} \${max.of(1, 2.5)} \${min.of(NaN, 2.5)}\`, max.of(2, 1) / 2);
      const text = (x: number | bigint) => \`\${x}\`;
      console.log(text(5), text(5n), text(2.5), text(2n ** 80n));
    `));
});

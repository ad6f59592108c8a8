import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("console.log in programs", () => {
  test("expressions as arguments", () =>
    sameAsNode(`
      let i = 0;
      console.log(i++, i++, [i++], i);
    `));

  test("evaluation order with statements", () =>
    sameAsNode(`
      const a: number[] = [];
      function g(n: number) { a.push(n); return n; }
      console.log(g(1), a.length, (a.length = 0), g(2), a);
    `));

  test("value of console.log", () =>
    sameAsNode(`
      const r = console.log("x");
      console.log(r);
    `));

  test("nested generics", () =>
    sameAsNode(`
      class Pair<A, B> { constructor(public a: A, public b: B) {} }
      console.log(new Pair<number | null, string | undefined>(null, undefined), new Pair(1n, [2n]));
    `));

  test("interface with null through generic type alias", () =>
    sameAsNode(`
      type Box<T> = { value: T };
      const b: Box<null | number> = { value: null };
      console.log(b, [b]);
    `));

  test("printing parts of a tuple", () =>
    sameAsNode(`
      const t: [number, string, boolean?] = [1, "a"];
      console.log(t, t[0], t[1], t.length);
    `));

  test("deep structure", () =>
    sameAsNode(`
      console.log({ users: [{ id: 1, profile: { tags: ["a", "b"], address: { city: "X" } } }], total: 1 });
    `));

  test("long object in array", () =>
    sameAsNode(`
      console.log([{ id: 1, title: "first article", author: { name: "Ann", mail: "ann@example.org" }, tags: ["a", "b", "c"] }]);
    `));

  test("multi line strings inside", () =>
    sameAsNode(`
      console.log({ text: "line one\\nline two", list: ["a\\nb"] });
      console.log(["this is a long line number one\\nthis is a long line number two\\nand three"]);
    `));

  test("getters on classes are not shown", () =>
    sameAsNode(`
      class C { #v = 1; get v() { return this.#v; } static make() { return new C(); } }
      console.log(C.make(), C.make().v);
    `));

  test("hidden names", () =>
    sameAsNode(`
      class P { private a = 1; protected b = 2; #c = 3; public d = 4; sum() { return this.a + this.#c; } }
      console.log(new P(), new P().sum());
    `));
});

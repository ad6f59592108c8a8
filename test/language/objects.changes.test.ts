import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Changes of objects", () => {
  test("optional chaining", () =>
    sameAsNode(`
      interface A { b?: { c?: { d: number }; f?: () => number } }
      const list: A[] = [{}, { b: {} }, { b: { c: { d: 5 }, f: () => 6 } }];
      for (const a of list) console.log(a.b?.c?.d, a.b?.f?.(), a?.b?.c?.d ?? "x");
    `));

  test("optional chaining with assignment before", () =>
    sameAsNode(`
      interface S { v?: { n: number } }
      const s: S = {};
      console.log(s.v?.n);
      s.v = { n: 1 };
      console.log(s.v?.n, s);
    `));

  test("class with index signature free fields, private and protected", () =>
    sameAsNode(`
      class A { private p = 1; protected q = 2; readonly r = 3; static s = 4; }
      console.log(new A(), A.s);
    `));

  test("abstract class and subclass printing", () =>
    sameAsNode(`
      abstract class Animal { abstract sound: string; legs = 4; speak() { return this.sound; } }
      class Cow extends Animal { sound = "muh"; }
      console.log(new Cow(), new Cow().speak());
    `));

  test("printing class with empty fields", () =>
    sameAsNode(`
      class Empty {}
      class Sub extends Empty {}
      console.log(new Empty(), new Sub(), {}, [new Empty()]);
    `));

  test("errors inside objects", () =>
    sameAsNode(`
      const o = { e: new Error("bad").message, list: [new TypeError("t").name] };
      console.log(o);
    `));

  test("readonly and generics", () =>
    sameAsNode(`
      interface Pair<A, B> { readonly first: A; readonly second: B }
      const p: Pair<number, string[]> = { first: 1, second: ["a"] };
      const q: Pair<string, Pair<number, null>> = { first: "x", second: { first: 2, second: null } };
      console.log(p, q);
    `));

  test("null and undefined in properties", () =>
    sameAsNode(`
      interface N { a: number | null; b?: string; c: undefined }
      const n: N = { a: null, c: undefined };
      console.log(n, [n.a], { a: n.a, b: n.b });
    `));

  test("mutation through another name", () =>
    sameAsNode(`
      interface A { list: { v: number }[] }
      const a: A = { list: [{ v: 1 }] };
      const l = a.list;
      l[0]!.v = 5;
      l.push({ v: 6 });
      console.log(a);
    `));

  test("swap properties", () =>
    sameAsNode(`
      const o = { a: 1, b: 2 };
      [o.a, o.b] = [o.b, o.a];
      console.log(o);
      ({ a: o.b, b: o.a } = { a: 10, b: 20 });
      console.log(o);
    `));

  test("compound assignment on properties", () =>
    sameAsNode(`
      const o = { n: 5, s: "a", x: undefined as number | undefined };
      o.n += 2; o.n *= 3; o.n--; o.s += "b"; o.x ??= 7; o.x ||= 8;
      console.log(o);
    `));

  test("deep depth", () =>
    sameAsNode(`
      const deep = { a: { b: { c: { d: { e: 1 } } } }, l: [[[[1]]]] };
      console.log(deep);
    `));

  test("many properties break the line", () =>
    sameAsNode(`
      const big = { alpha: 1, beta: "two", gamma: [1, 2, 3], delta: { x: 1 }, epsilon: null, zeta: undefined, eta: true, theta: "a longer text here" };
      console.log(big);
    `));

  test("Object.entries sorted", () =>
    sameAsNode(`
      const ages = { zed: 3, amy: 9, bob: 1 };
      const sorted = Object.entries(ages).sort((a, b) => a[1] - b[1]);
      console.log(sorted, Object.keys(ages).sort());
    `));

  test("namespace like objects", () =>
    sameAsNode(`
      const MathUtil = { square: (x: number) => x * x, PI: 3, nested: { twice: (x: number) => x * 2 } };
      console.log(MathUtil.square(4) + MathUtil.PI, MathUtil.nested.twice(4));
    `));

  test("returning different shapes", () =>
    sameAsNode(`
      function parse(s: string) { if (s === "") return { ok: false as const, error: "empty" }; return { ok: true as const, value: s.length }; }
      for (const s of ["", "abc"]) { const r = parse(s); console.log(r.ok ? r.value : r.error, r); }
    `));

  test("array of unions normalised", () =>
    sameAsNode(`
      const xs = [{ a: 1 }, { b: "s" }, { a: 2, b: "t" }];
      for (const x of xs) console.log(x.a, x.b, x);
    `));

  test("constructor property and instanceof", () =>
    sameAsNode(`
      class A {} class B extends A {}
      const x: A = new B();
      console.log(x instanceof B, x instanceof A, x.constructor === B, x.constructor === A);
    `));
});

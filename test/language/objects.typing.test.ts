import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects under several types", () => {
  test("structural typing", () =>
    sameAsNode(`
      interface Named { name: string }
      class Person { constructor(public name: string, public age: number) {} }
      const things: Named[] = [new Person("Ann", 5), { name: "box" }, { name: "long", extra: 1 } as Named];
      for (const t of things) console.log(t.name, t);
    `));

  test("an interface with an optional property that a class lacks", () =>
    sameAsNode(`
      interface Shape { area(): number; label?: string }
      class Square { constructor(private side: number) {} area() { return this.side * this.side; } }
      const shapes: Shape[] = [new Square(2), { area: () => 5, label: "five" }];
      for (const s of shapes) console.log(s.area(), s.label ?? "(none)");
    `));

  test("a wider literal through a variable", () =>
    sameAsNode(`
      interface P { x: number; y?: number }
      const wide = { x: 1, z: 5 };
      const p: P = wide;
      console.log(p.x, p.y, p);
    `));

  test("keyof access", () =>
    sameAsNode(`
      interface Row { id: number; name: string }
      function get<K extends keyof Row>(row: Row, key: K): Row[K] { return row[key]; }
      const row: Row = { id: 7, name: "seven" };
      console.log(get(row, "id"), get(row, "name"));
      const keys: (keyof Row)[] = ["name", "id"];
      for (const k of keys) console.log(k, row[k]);
    `));

  test("writing through keyof", () =>
    sameAsNode(`
      interface Row { a: number; b: number }
      const row: Row = { a: 1, b: 2 };
      for (const k of Object.keys(row) as (keyof Row)[]) row[k] = row[k] * 10;
      console.log(row);
    `));

  test("pluck", () =>
    sameAsNode(`
      function pluck<T, K extends keyof T>(items: T[], key: K): T[K][] { return items.map((item) => item[key]); }
      console.log(pluck([{ n: "a", v: 1 }, { n: "b", v: 2 }], "n"));
    `));

  test("in and hasOwn", () =>
    sameAsNode(`
      interface Cat { meow(): string }
      interface Dog { bark(): string; tail?: number }
      class RealCat { meow() { return "miau"; } }
      class RealDog { tail = 1; bark() { return "wuff"; } }
      function speak(x: Cat | Dog) { return "meow" in x ? x.meow() : x.bark(); }
      console.log(speak(new RealCat()), speak(new RealDog()), speak({ meow: () => "m" }), speak({ bark: () => "b" }));
      console.log(Object.hasOwn(new RealDog(), "tail"), Object.hasOwn(new RealDog(), "bark"), "bark" in new RealDog());
    `));

  test("hasOwnProperty", () =>
    sameAsNode(`
      const o: { a: number; b?: number } = { a: 1 };
      console.log(o.hasOwnProperty("a"), o.hasOwnProperty("b"), o.hasOwnProperty("toString"), "toString" in o);
    `));

  test("discriminated union", () =>
    sameAsNode(`
      type Shape = { kind: "circle"; r: number } | { kind: "rect"; w: number; h: number };
      function area(s: Shape) { switch (s.kind) { case "circle": return s.r * s.r * 3; case "rect": return s.w * s.h; } }
      const shapes: Shape[] = [{ kind: "circle", r: 2 }, { kind: "rect", w: 2, h: 3 }];
      console.log(shapes.map(area), shapes);
    `));

  test("union of shapes by in", () =>
    sameAsNode(`
      type A = { a: number } | { b: string };
      function f(x: A) { return "a" in x ? x.a + 1 : x.b + "!"; }
      console.log(f({ a: 1 }), f({ b: "z" }));
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects that flow between types", () => {
  test("a literal, a record and a class under one interface", () =>
    sameAsNode(`
      interface Bag { size: number }
      class Box { size = 1; kind = "box"; }
      const lit = { size: 2, color: "red" };
      const bags: Bag[] = [new Box(), lit, { size: 3 }];
      for (const b of bags) console.log(b.size, b);
    `));

  test("record that is also read as an interface", () =>
    sameAsNode(`
      interface Conf { host?: string; port?: string }
      function show(c: Conf) { console.log(c.host ?? "-", c.port ?? "-"); }
      const env: Record<string, string> = { host: "h" };
      env["port"] = "80";
      show(env as Conf);
      show({ host: "x" });
      for (const k in env) console.log(k, env[k]);
    `));

  test("type parameter with a constraint that has an optional property", () =>
    sameAsNode(`
      function label<T extends { name?: string }>(x: T): string { return x.name ?? "unnamed"; }
      console.log(label({ name: "a" }), label({} as { name?: string }), label({ id: 1 } as { id: number; name?: string }));
    `));

  test("unknown to a type by a guard", () =>
    sameAsNode(`
      interface Circle { r: number }
      interface Square { side: number }
      function isCircle(x: unknown): x is Circle { return typeof x === "object" && x !== null && "r" in x; }
      const things: unknown[] = [{ r: 1 }, { side: 2 }, 5, null, "s"];
      for (const t of things) console.log(isCircle(t) ? t.r : "no circle");
    `));

  test("any holds anything", () =>
    sameAsNode(`
      let a: any = { x: 1, list: [1, 2] };
      console.log(a.x, a.y, a.list.length, a["x"], a.list[0], a.list[9]);
      a.y = 5;
      a["z"] = 6;
      console.log(a);
      a = [1, 2];
      console.log(a[0], a.length);
      a = "text";
      console.log(a.length);
    `));

  test("any from a class", () =>
    sameAsNode(`
      class P { constructor(public x: number) {} double() { return this.x * 2; } }
      const p: any = new P(4);
      console.log(p.x, p.double(), p.nope);
      p.x = 5;
      console.log(p.double(), p);
    `));

  test("object parameter", () =>
    sameAsNode(`
      function keys(o: object): string[] { return Object.keys(o); }
      console.log(keys({ a: 1, b: 2 }), keys([1, 2]), keys(new Map()), keys(new Date()));
    `));

  test("generic identity keeps the object", () =>
    sameAsNode(`
      function id<T>(x: T): T { return x; }
      interface O { a: number; b?: number }
      const o: O = id({ a: 1 });
      console.log(o.b, o);
      const q = id<O>({ a: 2 });
      console.log(q.b, q);
    `));

  test("generic factory", () =>
    sameAsNode(`
      function make<T>(props: T): { props: T; created: boolean } { return { props, created: true }; }
      console.log(make({ a: 1 }), make("x").props, make([1]).created);
    `));

  test("inferred union of returns", () =>
    sameAsNode(`
      function pick(n: number) { return n > 0 ? { pos: n } : { neg: -n, extra: true }; }
      for (const n of [1, -1]) { const r = pick(n); console.log(r, "pos" in r ? r.pos : r.neg); }
    `));

  test("subclass objects through a base array", () =>
    sameAsNode(`
      class Animal { constructor(public name: string) {} }
      class Dog extends Animal { tricks: string[] = []; }
      const zoo = [new Dog("rex"), new Animal("cat")];
      (zoo[0] as Dog).tricks.push("sit");
      console.log(zoo);
    `));
});

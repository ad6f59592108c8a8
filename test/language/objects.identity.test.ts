import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Identity, copies, freezing", () => {
  test("objects as values of a Map", () =>
    sameAsNode(`
      interface User { name: string; tags: string[] }
      const users = new Map<string, User>();
      users.set("a", { name: "Ann", tags: ["x"] });
      users.get("a")!.tags.push("y");
      console.log(users, users.get("b"));
    `));

  test("identity and copies", () =>
    sameAsNode(`
      const a = { v: 1 };
      const b = a;
      const c = { ...a };
      b.v = 2;
      console.log(a === b, a.v, (a as object) === c, c.v);
    `));

  test("structuredClone", () =>
    sameAsNode(`
      const original = { a: 1, list: [1, { deep: true }], when: new Map([["k", { v: 1 }]]) };
      const copy = structuredClone(original);
      copy.list.push(5);
      copy.when.get("k")!.v = 9;
      console.log(original, copy, copy.list === original.list);
    `));

  test("structuredClone of a circle", () =>
    sameAsNode(`
      interface Node2 { name: string; next?: Node2 }
      const n: Node2 = { name: "a" };
      n.next = { name: "b", next: n };
      const c = structuredClone(n);
      console.log(c, c.next!.next === c, c === n);
    `));

  test("circular printing", () =>
    sameAsNode(`
      interface N { name: string; self?: N; list: N[] }
      const n: N = { name: "n", list: [] };
      n.self = n;
      n.list.push(n);
      console.log(n);
    `));

  test("Object.freeze", () =>
    sameAsNode(`
      const config = Object.freeze({ a: 1, b: { c: 2 } });
      config.b.c = 3;
      console.log(config, Object.isFrozen(config), Object.isFrozen(config.b));
    `));

  test("writing to a frozen object throws", () =>
    sameAsNode(`
      interface P { x: number }
      const p: P = { x: 1 };
      Object.freeze(p);
      try { p.x = 2; } catch (e) { console.log(e instanceof TypeError, (e as Error).message); }
      console.log(p.x, Object.isFrozen(p), Object.isFrozen({}), Object.isFrozen(5));
    `));

  test("Object.is", () =>
    sameAsNode(`
      console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is("a", "a"), Object.is(1, 1), Object.is({}, {}), Object.is(null, null));
    `));

  test("for in over an object", () =>
    sameAsNode(`
      const o = { b: 1, a: 2, 1: 3 };
      for (const k in o) console.log(k, o[k as unknown as keyof typeof o]);
    `));

  test("for in over a class instance", () =>
    sameAsNode(`
      class A { x = 1; m() {} static s = 2; }
      class B extends A { y = 2; }
      for (const k in new B()) console.log(k);
    `));
});

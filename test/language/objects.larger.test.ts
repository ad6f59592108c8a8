import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects in larger programs", () => {
  test("objects as keys of a Map", () =>
    sameAsNode(`
      const ids = new Map<object, number>();
      const a = {}, b = {};
      ids.set(a, 1).set(b, 2);
      console.log(ids.get(a), ids.get(b), ids.get({}), ids.size);
    `));

  test("weak map keyed by instance", () =>
    sameAsNode(`
      class Node2 { constructor(public n: string) {} }
      const meta = new WeakMap<Node2, { visits: number }>();
      const n1 = new Node2("a");
      meta.set(n1, { visits: 1 });
      meta.get(n1)!.visits++;
      console.log(meta.get(n1), meta.has(new Node2("a")));
    `));

  test("nested optional updates", () =>
    sameAsNode(`
      interface Cfg { net?: { ip?: string; port?: number }; tags?: string[] }
      const c: Cfg = {};
      c.net ??= {};
      c.net.port = 80;
      (c.tags ??= []).push("a");
      c.net = { ...c.net, ip: "1.1.1.1" };
      console.log(c, c.net?.ip, c.tags?.length);
    `));

  test("delete in a class", () =>
    sameAsNode(`
      class Cache { items: { [k: string]: number } = { a: 1, b: 2 }; drop(k: string) { delete this.items[k]; } }
      const c = new Cache();
      c.drop("a");
      console.log(c, Object.keys(c.items));
    `));

  test("class implementing a record like interface", () =>
    sameAsNode(`
      interface Dict { [k: string]: unknown }
      function size(d: Dict) { return Object.keys(d).length; }
      console.log(size({ a: 1, b: [1] }), size({}));
    `));

  test("array with properties in records", () =>
    sameAsNode(`
      const byLen: Record<number, string[]> = {};
      for (const w of ["a", "bb", "cc", "d"]) (byLen[w.length] ||= []).push(w);
      console.log(byLen, byLen[2]);
    `));

  test("method shorthand names that are Python words", () =>
    sameAsNode(`
      const o = { print() { return "p"; }, del() { return "d"; }, None() { return "n"; }, list: 1, str: "s", len: 5 };
      console.log(o.print(), o.del(), o.None(), o.list, o.str, o.len);
    `));

  test("class members that are Python words", () =>
    sameAsNode(`
      class A { pass = 1; from = "f"; is() { return this.pass; } static in = 3; get not() { return this.from; } }
      const a = new A();
      console.log(a.pass, a.from, a.is(), A.in, a.not, a);
    `));

  test("object printed while being built", () =>
    sameAsNode(`
      const log: unknown[] = [];
      const o = { a: log.push("a"), b: log.push("b"), c: [log.length] };
      console.log(o, log);
    `));

  test("prototype methods do not collide with properties", () =>
    sameAsNode(`
      class T { items = [1]; keys = ["k"]; values() { return this.items; } get(i: number) { return this.items[i]; } }
      console.log(new T(), new T().values(), new T().get(0));
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects listed and looked up", () => {
  test("sort objects by several keys", () =>
    sameAsNode(`
      const ps = [{ n: "b", a: 2 }, { n: "a", a: 2 }, { n: "c", a: 1 }];
      ps.sort((x, y) => x.a - y.a || x.n.localeCompare(y.n));
      console.log(ps.map((p) => p.n).join(""), ps[0]);
    `));

  test("index by id", () =>
    sameAsNode(`
      interface Row { id: string; v: number }
      const rows: Row[] = [{ id: "x", v: 1 }, { id: "y", v: 2 }];
      const byId = Object.fromEntries(rows.map((r): [string, Row] => [r.id, r]));
      byId["x"]!.v = 10;
      console.log(byId, rows[0]!.v, byId["zz"]?.v);
    `));

  test("static registry on a class", () =>
    sameAsNode(`
      class Shape { static all: Record<string, number> = {}; static add(n: string) { Shape.all[n] = (Shape.all[n] ?? 0) + 1; } }
      Shape.add("a"); Shape.add("b"); Shape.add("a");
      console.log(Shape.all, Shape.all["a"]);
    `));

  test("enum like objects", () =>
    sameAsNode(`
      const Dir = { Up: "up", Down: "down" } as const;
      type Dir = (typeof Dir)[keyof typeof Dir];
      function turn(d: Dir): Dir { return d === Dir.Up ? Dir.Down : Dir.Up; }
      console.log(turn("up"), Object.keys(Dir), Object.entries(Dir));
    `));

  test("enum objects listed", () =>
    sameAsNode(`
      enum Num { A, B = 5, C }
      enum Str { X = "x", Y = "y" }
      console.log(Object.keys(Num), Object.values(Num), Object.keys(Str), Object.values(Str), Object.entries(Str));
      for (const k in Str) console.log(k);
    `));

  test("private fields and printing of subclasses of generic classes", () =>
    sameAsNode(`
      class Store<T> { private items: T[] = []; add(x: T) { this.items.push(x); return this; } }
      class NumStore extends Store<number> { total = 0; }
      console.log(new Store<string>().add("a"), new NumStore().add(1));
    `));
});

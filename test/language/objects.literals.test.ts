import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Object literals", () => {
  test("literal of an interface", () =>
    sameAsNode(`
      interface Point { x: number; y: number }
      const p: Point = { x: 1, y: 2 };
      console.log(p.x + p.y, p);
    `));

  test("literals of one type in different orders", () =>
    sameAsNode(`
      interface Point { x: number; y: number }
      const a: Point = { y: 2, x: 1 };
      const b: Point = { x: 3, y: 4 };
      console.log(a, b, Object.keys(a), Object.keys(b));
    `));

  test("order of evaluation when names are in another order", () =>
    sameAsNode(`
      interface Point { x: number; y: number }
      function log(n: number): number { console.log("eval", n); return n; }
      function area(p: Point): number { return p.x * 10 + p.y; }
      console.log(area({ y: log(1), x: log(2) }));
    `));

  test("optional property left out, given, given as undefined", () =>
    sameAsNode(`
      interface Options { name: string; size?: number }
      const list: Options[] = [{ name: "a" }, { name: "b", size: 2 }, { name: "c", size: undefined }];
      for (const o of list) console.log(o, o.size ?? "none", "size" in o);
    `));

  test("optional property set later comes last", () =>
    sameAsNode(`
      interface Options { name: string; size?: number; color?: string }
      const o: Options = { name: "a" };
      o.color = "red";
      o.size = 3;
      console.log(o, Object.keys(o));
      o.color = "blue";
      console.log(o);
    `));

  test("delete removes from the keys", () =>
    sameAsNode(`
      interface Options { name: string; size?: number }
      const o: Options = { name: "a", size: 2 };
      delete o.size;
      console.log(o, o.size, "size" in o);
      o.size = 5;
      console.log(o);
    `));

  test("nested objects and arrays of objects", () =>
    sameAsNode(`
      const tree = { value: 1, children: [{ value: 2, children: [] as unknown[] }, { value: 3, children: [] as unknown[] }] };
      console.log(tree);
      console.log(tree.children[1]!.value);
    `));

  test("shorthand and computed names", () =>
    sameAsNode(`
      const x = 1;
      const y = "two";
      const key = "z" + x;
      const o = { x, y, [key]: 3, ["lit"]: 4 };
      console.log(o.x, o.y, o.lit, o);
    `));

  test("computed name of a literal type", () =>
    sameAsNode(`
      const KEY = "id" as const;
      const o = { [KEY]: 5, other: 6 };
      console.log(o.id, o.other, o);
    `));

  test("numeric keys come first", () =>
    sameAsNode(`
      const o = { b: 1, 2: "two", a: 3, 1: "one" };
      console.log(o[1], o[2], o.b, o, Object.keys(o));
    `));

  test("names that are no identifiers", () =>
    sameAsNode(`
      const headers = { "content-type": "text", "x y": 1, "": 2 };
      console.log(headers["content-type"], headers["x y"], headers[""], headers);
    `));

  test("names that are Python words", () =>
    sameAsNode(`
      const o = { class: 1, from: 2, in: 3, None: 4, def: 5, self: 6, lambda: 7 };
      console.log(o.class + o.from + o.in + o.None + o.def + o.self + o.lambda, o);
      o.from = 9;
      console.log(o, Object.entries(o));
    `));
});

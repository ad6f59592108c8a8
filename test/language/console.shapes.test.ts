import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("console.log of nested values", () => {
  test("nested arrays", () =>
    sameAsNode(`
      console.log([[1, 2], [3, [4, [5, [6]]]]]);
      console.log([[[[[]]]]], [[[[1]]]]);
    `));

  test("matrix", () =>
    sameAsNode(`
      console.log([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
      console.log(Array.from({ length: 8 }, (_, i) => [i, i * 2]));
    `));

  test("objects in arrays", () =>
    sameAsNode(`
      console.log([{ a: 1, b: 2 }, { a: 3, b: 4 }]);
      console.log([{ name: "Alice", age: 30, tags: ["x", "y"] }, { name: "Bob", age: 25, tags: [] }]);
    `));

  test("lines of 72 and more", () =>
    sameAsNode(`
      console.log({ aaaaaaaaaa: 1111111111, bbbbbbbbbb: 2222222222, cccccccccc: 3333333333 });
      console.log({ aaaaaaaaaa: 1111111111, bbbbbbbbbb: 2222222222, cccccccccc: 3333333333, d: 4 });
      console.log({ aaaaaaaaaaa: 1111111111, bbbbbbbbbbb: 2222222222, ccccccccccc: 33333333333 });
    `));

  test("depth of objects", () =>
    sameAsNode(`
      console.log({ a: { b: { c: {} } } }, { a: { b: { c: { d: 1 } } } }, { a: { b: { c: [] } } }, { a: { b: { c: [1] } } });
    `));

  test("classes", () =>
    sameAsNode(`
      class Point { constructor(public x: number, public y: number) {} }
      class Named extends Point { name = "n"; }
      console.log(new Point(1, 2), [new Point(3, 4)], { p: new Named(5, 6) });
      console.log({ a: { b: { p: new Point(1, 2) } } });
    `));

  test("maps", () =>
    sameAsNode(`
      const m = new Map<string, unknown>([["a", 1], ["b", [1, 2]], ["c", { d: 1 }]]);
      console.log(m, [m], new Map([[1, "x"]]), new Map([[{ k: 1 }, new Map([["in", "ner"]])]]));
    `));

  test("sets", () =>
    sameAsNode(`
      console.log(new Set([1, 2, 3]), new Set(["a"]), [new Set([[1]])], new Set([{ a: 1 }]));
    `));

  test("long maps and sets", () =>
    sameAsNode(`
      console.log(new Set(Array.from({ length: 10 }, (_, i) => i)));
      console.log(new Map(Array.from({ length: 4 }, (_, i) => [\`key\${i}\`, \`some longer value \${i}\`] as const)));
    `));

  test("functions and classes", () =>
    sameAsNode(`
      function named() {}
      class A {}
      class B extends A { static s = 1; }
      const arrow = () => 1;
      console.log(named, [named], { named }, A, [A], arrow);
    `));
});

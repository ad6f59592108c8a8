import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("functions", () => {
  test("a declaration is called before its place", () =>
    sameAsNode(`
      console.log(twice(2));
      function twice(x: number): number { return x * 2; }
    `));

  test("defaults are evaluated per call", () =>
    sameAsNode(`
      function add(x: number, list: number[] = []): number { list.push(x); return list.length; }
      console.log(add(1), add(2), add(3, [1, 2]));
    `));

  test("a missing argument is undefined", () =>
    sameAsNode(`
      function f(a: number, b?: number): string { return b === undefined ? "none" : "some"; }
      console.log(f(1), f(1, 2));
    `));

  test("closures count on their own", () =>
    sameAsNode(`
      function counter(): () => number { let n = 0; return () => { n += 1; return n; }; }
      const a = counter();
      const b = counter();
      console.log(a(), a(), b());
    `));

  test("closures of a loop keep the value of their turn", () =>
    sameAsNode(`
      const fs: (() => number)[] = [];
      for (let i = 0; i < 3; i++) fs.push(() => i);
      for (const f of fs) console.log(f());
    `));

  test("finally overrides return", () =>
    sameAsNode(`
      function f(): number { try { return 1; } finally { return 2; } }
      console.log(f());
    `));
});

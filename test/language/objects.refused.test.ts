import { describe, test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";

describe("null and undefined told apart", () => {
  test("a comparison with null of what may be undefined", () =>
    refusedWith(
      `
        import "machine";
        function f(x: string | null | undefined): boolean { return x === null; }
        console.log(f("a"));
      `,
      "TSMP2009",
    ));

  test("a print of what may be either", () =>
    refusedWith(
      `
        import "machine";
        function f(x: string | null | undefined): void { console.log(x); }
        f("a");
      `,
      "TSMP2009",
    ));

  test("JSON of a property that may be either", () =>
    refusedWith(
      `
        import "machine";
        interface A { v: number | null | undefined }
        const a: A = { v: 1 };
        console.log(JSON.stringify(a));
      `,
      "TSMP2009",
    ));

  test("typeof compared with object", () =>
    refusedWith(
      `
        import "machine";
        function f(x: { a: number } | null | undefined): boolean { return typeof x === "object"; }
        console.log(f({ a: 1 }));
      `,
      "TSMP2009",
    ));

  test("arrays of null beside arrays of undefined", () =>
    refusedWith(
      `
        import "machine";
        const a: (number | null)[] = [null];
        const b: (number | undefined)[] = [undefined];
        console.log([a, b]);
      `,
      "TSMP2009",
    ));

  test("a comparison with both is fine", () =>
    sameAsNode(`
      function f(x: string | null | undefined): boolean { return x == null; }
      console.log(f("a"), f(null), f(undefined));
    `));

  test("an optional property that is null or left out is fine", () =>
    sameAsNode(`
      interface User { name: string; mail?: string | null }
      const users: User[] = [{ name: "a" }, { name: "b", mail: null }, { name: "c", mail: "m" }];
      console.log(users, JSON.stringify(users));
    `));
});

describe("objects that are refused", () => {
  test("a copy of a method with this", () =>
    refusedWith(
      `
        const counter = { n: 0, next() { return ++this.n; } };
        const copy = { ...counter };
        console.log(copy.n);
      `,
      "TSMP2050",
    ));

  test("assigning a method with this to another object", () =>
    refusedWith(
      `
        const counter = { n: 0, next() { return ++this.n; } };
        const copy = Object.assign({ m: 1 }, counter);
        console.log(copy.m);
      `,
      "TSMP2050",
    ));

  test("freezing an array that has other names", () =>
    refusedWith(
      `
        const xs = [1, 2];
        Object.freeze(xs);
        console.log(xs.length);
      `,
      "TSMP2051",
    ));

  test("what functions have, of any", () =>
    refusedWith(
      `
        function f(x: any): unknown { return x.apply(undefined, [1]); }
        console.log(f((y: number) => y) === 1);
      `,
      "TSMP2052",
    ));

  test("two names that are one in Python", () =>
    refusedWith(
      `
        const o = { $x: 1, _x: 2 };
        console.log(o.$x);
      `,
      "TSMP2053",
    ));

  test("the properties of a class", () =>
    refusedWith(
      `
        class A { static count = 1; }
        console.log(Object.keys(A));
      `,
      "TSMP2007",
    ));

  test("%o of an object", () => refusedWith(`console.log("%o", { a: 1 });`, "TSMP2001"));

  test("a default of a parameter that may be null", () =>
    refusedWith(
      `
        import "machine";
        function f(n: number | null = 5) { return n; }
        console.log(f(null));
      `,
      "TSMP2009",
    ));

  test("a default of a property that may be null", () =>
    refusedWith(
      `
        import "machine";
        const { a = 5 }: { a?: number | null } = { a: null };
        console.log(a);
      `,
      "TSMP2009",
    ));
});

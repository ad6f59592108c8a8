import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("typeof of a value without type", () => {
  test("null is an object where no undefined gets there", () =>
    sameAsNode(`
      const values: any = [1, "a", true, null, [], {}];
      for (const value of values) print(typeof value);
    `));

  test("undefined is undefined where no null gets there", () =>
    sameAsNode(`
      function nameOf(value: any): string { return typeof value; }
      print(nameOf(undefined), nameOf(1), nameOf({ a: 1 }));
    `));

  test("the name does not matter where null is asked for beside it", () =>
    sameAsNode(`
      const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
      const isPlain = (value: unknown): boolean => !(typeof value !== "object" || value === null);
      for (const value of [1, "a", null, undefined, {}, []]) print(isObject(value), isPlain(value));
    `));

  test("a name that neither has does not matter", () =>
    sameAsNode(`
      const next = (value: unknown): number => (typeof value === "number" ? value + 1 : 0);
      print(next(null), next(undefined), next(2));
    `));

  test("both get there, and the name tells which", () =>
    sameAsNode(`
      const values: any = [null, undefined];
      for (const value of values) print(typeof value === "undefined");
    `));

  test("TSMP2009: the same in a program for Python's modules", () => {
    const source = `import "machine"; const values: any = [null, undefined];
for (const value of values) print(typeof value === "undefined");`;
    const { diagnostics } = compile({ files: { "main.ts": source } });
    expect(diagnostics).toMatchObject([{ code: "TSMP2009", line: 2 }]);
  });
});

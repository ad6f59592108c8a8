import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Names of properties and classes", () => {
  test("unicode names", () =>
    sameAsNode(`
      const o = { é: 1, ñame: "n", 日本: 2 };
      console.log(o.é, o.ñame, o.日本, o);
    `));

  test("class static printing", () =>
    sameAsNode(`
      class A { static count = 1; static names = ["x"]; static m() {} }
      class B extends A { static own = true; }
      console.log(A, B, [A], A.count, B.count);
    `));
});

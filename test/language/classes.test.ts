import { describe, test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("classes", () => {
  test.each(Object.entries(declarationPrograms["classes"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

describe("private names that would be one attribute", () => {
  test("of a base class", () =>
    refusedWith(
      `class A { #x = 1; a(): number { return this.#x; } } class B extends A { #x = 2; b(): number { return this.#x; } } print(new B().a(), new B().b());`,
      "TSMP2001",
    ));

  test("and a member with an underscore", () =>
    refusedWith(
      `class A { #x = 1; _x = 2; sum(): number { return this.#x + this._x; } } print(new A().sum());`,
      "TSMP2001",
    ));
});

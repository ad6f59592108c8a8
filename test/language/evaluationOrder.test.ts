import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { sameCases } from "../support/differential/sameCases.ts";
import {
  evaluationOrderCases,
  evaluationOrderPrelude,
} from "../support/generated/evaluationOrder.ts";

/** Statements whose operands say when they are evaluated: 5 seeds of 110. */
describe("generated statements", () => {
  test.each([1, 2, 3, 4, 5])("seed %i", (seed) =>
    sameCases(evaluationOrderCases(seed, 110), evaluationOrderPrelude),
  );
});

const log = `
  class Box { x = 1; list = [1, 2]; #g = 0; get g(): number { print("get"); return this.#g; } set g(v: number) { print("set", v); this.#g = v; } }
  const box = new Box();
  function o(): Box { print("object"); return box; }
  function n(value: number): number { print("value", value); return value; }
`;

describe("assignments", () => {
  test("the object of a property is evaluated before the value", () =>
    sameAsNode(`${log} o().x = n(2); print(box.x);`));

  test("the object is evaluated before the value where the assignment is a value", () =>
    sameAsNode(`${log} const r = (o().x = n(2)); print(r, box.x);`));

  test("array and index are evaluated before the value", () =>
    sameAsNode(`${log} o().list[n(1)] = n(5); print(box.list);`));

  test("an index that the value assigns is the old one", () =>
    sameAsNode(`${log} let i = 0; const xs = [1, 2, 3]; xs[i] = ++i; print(xs, i);`));

  test("an array that the value replaces is the old one", () =>
    sameAsNode(`
      let xs = [1, 2];
      const old = xs;
      function replace(): number { xs = [7, 8]; return 5; }
      xs[0] = replace();
      print(old, xs);
    `));

  test("a property chain that the value replaces is the old one", () =>
    sameAsNode(`
      class Node { value = 0; next: Node | undefined = undefined; }
      class List {
        head = new Node();
        grow(): number { const old = this.head; this.head = new Node(); this.head.next = old; return 1; }
        run(): void { this.head.value = this.grow(); print(this.head.value, this.head.next?.value); }
      }
      new List().run();
    `));

  test("the object of a destructuring target is evaluated before the source is read", () =>
    sameAsNode(`${log} ({ g: o().x } = o()); print(box.x);`));

  test("a logical assignment reads an accessor once", () =>
    sameAsNode(
      `${log} print((o().g ||= n(3))); print((o().g &&= n(4))); print((o().g ||= n(5)));`,
    ));

  test("a compound assignment used as a value reads once", () =>
    sameAsNode(`${log} print((o().g += n(3)), o().g++, --o().g);`));
});

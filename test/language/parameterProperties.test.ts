import { test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

test("a parameter property keeps the default that is made at the call", () =>
  sameAsNode(`
    class Tree {
      readonly depth: number;
      constructor(
        private readonly combine: (a: number, b: number) => number = (a, b) => a + b,
        private readonly base = [1, 2].length,
      ) {
        this.depth = this.combine(this.base, 1);
      }
    }
    print(new Tree().depth, new Tree((a, b) => a * b, 5).depth, new Tree(undefined, 7).depth);
  `));

test("so does one of a derived class", () =>
  sameAsNode(`
    class Shape { constructor(readonly name: string, readonly tags: string[] = [name]) {} }
    class Square extends Shape {
      constructor(readonly sides: number[] = [1, 2, 3]) { super("square"); }
    }
    print(new Square().sides.length, new Square([9]).sides, new Square().tags.join());
  `));

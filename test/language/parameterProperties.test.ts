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

test("in the constructor its name means the parameter, whatever Python calls it", () =>
  sameAsNode(`
    class Limit {
      readonly last: () => string;
      constructor(private from: string, private is: number, public readonly max = from + is) {
        print(from, is, max, Math.max(1, is));
        is++;
        for (let i = 0; i < 2; i++) { const is = i * 10; print(is); }
        print(is, this.is);
        this.last = () => from + is;
      }
      get() { return this.from + this.is + this.max; }
    }
    const limit = new Limit("a", 1);
    print(limit.get(), limit.last());
    class Named extends Limit {
      constructor(private len: number, readonly range: number[]) {
        super("x", len);
        print(len, range.length, "abc".length);
      }
      sum() { return this.range.length + this.len; }
    }
    print(new Named(2, [5, 6]).sum());
  `));

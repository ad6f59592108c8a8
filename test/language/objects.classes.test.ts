import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Class instances", () => {
  test("generic box", () =>
    sameAsNode(`
      class Box<T> { constructor(public value: T) {} map<U>(f: (v: T) => U): Box<U> { return new Box(f(this.value)); } }
      console.log(new Box({ n: 1 }).map((o) => ({ m: o.n + 1 })), new Box("s"));
    `));

  test("generic function over objects", () =>
    sameAsNode(`
      function merge<A extends object, B extends object>(a: A, b: B): A & B { return { ...a, ...b }; }
      const m = merge({ x: 1 }, { y: "s" });
      console.log(m.x, m.y, m);
    `));

  test("class field order", () =>
    sameAsNode(`
      class Base { a = 1; constructor(public p: number) {} }
      class Derived extends Base { b = 2; a = 3; #hidden = 1; private shown = this.#hidden; constructor(public q: string) { super(9); } }
      console.log(new Base(5), new Derived("q"));
    `));

  test("declared fields without a value", () =>
    sameAsNode(`
      class C { x?: number; y: string | undefined; z!: number; w = 1; }
      console.log(new C());
    `));

  test("a class with methods and arrows", () =>
    sameAsNode(`
      class Button { label = "ok"; onClick = () => this.label; press() { return this.onClick(); } }
      const b = new Button();
      console.log(b.press(), b);
    `));
});

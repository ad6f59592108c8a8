import { describe, test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";

const scale = `
  class Scale {
    constructor(public factor: number) {}
    of(value: number): number { return value * this.factor; }
    twice(value: number): number { return value * 2; }
    show(): void { console.log(this.factor); }
    static make(): Scale { return new this(1); }
  }
  const scale = new Scale(3);
  const other = new Scale(10);
`;

describe("methods read without being called", () => {
  test.each([
    "const of = scale.of; console.log(of(1));",
    "console.log([1, 2].map(scale.of));",
    "other.of = scale.of; console.log(other.of(2));",
    "const { of } = scale; console.log(of(4));",
    "const { of: renamed } = scale; console.log(renamed(4));",
    "const make = Scale.make; console.log(make().factor);",
    "queueMicrotask(scale.show);",
    "const moved = { factor: 1, of: scale.of }; console.log(moved.of(1));",
    "interface Of { of(value: number): number } const known: Of = scale; const of = known.of; console.log(of(1));",
    "console.log((scale.factor > 1 ? scale.of : scale.twice)(2));",
  ])("is refused where it uses this: %s", (use) => refusedWith(scale + use, "TSMP2054"));

  test("keeps working where nothing is lost", () =>
    sameAsNode(
      `${scale}
        const { twice } = scale;
        console.log(twice(4), [1, 2].map(other.twice));
        console.log([1, 2].map(scale.of, scale), (scale.of)(2), scale.of?.(3));
        const bound = scale.of.bind(scale);
        console.log(bound(5), scale.of.call(other, 2), typeof scale.of, scale.of.name);
        if (scale.of) console.log("there", scale.of === scale.of);
      `,
    ));
});

describe("fields that a method reads while the object is made", () => {
  test.each([
    "class A { y: number; constructor() { this.show(); this.y = 3; } show() { console.log(this.y); } } new A();",
    "class A { a = this.calc(); b = 2; calc() { return this.b; } } console.log(new A().a);",
    "class A { a = [1].map((x) => this.calc(x)); b = 2; calc(x: number) { return this.b + x; } } console.log(new A().a);",
    "class A { a = this.half; b = 2; get half() { return this.b / 2; } } console.log(new A().a);",
    "class A { a = this.one(); b = 2; one() { return this.two(); } two() { return -this.b; } } console.log(new A().a);",
  ])("are refused before they are set: %s", (program) => refusedWith(program, "TSMP2060"));

  test("work once they are set", () =>
    sameAsNode(`
      class Lazy {
        private cache!: Map<string, number>;
        constructor() { this.reset(); }
        reset() { if (!this.cache) this.cache = new Map(); this.cache.set("a", this.cache.size); }
        get size() { return this.cache.size; }
      }
      class Filled {
        step = 2;
        items: number[];
        later = () => this.last;
        last: number;
        note?: string;
        constructor(count: number) { this.items = []; this.fill(count); this.last = this.items.length; }
        fill(count: number) { for (let i = 0; i < count * this.step; i++) this.items.push(i); console.log(this.note); }
      }
      const filled = new Filled(2);
      console.log(new Lazy().size, filled.items, filled.later());
    `));
});

import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

function pythonOf(source: string): string {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.filter((d) => d.category === "error")).toEqual([]);
  return files.find((file) => file.path === "main.py")!.text;
}

const inlined: Readonly<Record<string, readonly [source: string, ...absent: string[]]>> = {
  "an accessor of a field": [
    `class Queue { private items: number[] = []; get isEmpty(): boolean { return this.items.length === 0; } add(x: number): void { this.items.push(x); } }
     const q = new Queue(); console.log(q.isEmpty); q.add(1); console.log(q.isEmpty);`,
    "q.isEmpty()",
  ],
  "a method that only reads": [
    `class Box { constructor(private value: number) {} peek(): number { return this.value; } set(v: number): void { this.value = v; } }
     class Holder { readonly box = new Box(4); twice(): number { return this.box.peek() * 2; } }
     const h = new Holder(); console.log(h.twice(), h.box.peek()); h.box.set(5); console.log(h.twice());`,
    ".peek() * 2",
  ],
  "a receiver that is read more than once": [
    `class P { constructor(readonly x: number, readonly y: number) {} get length2(): number { return this.x * this.x + this.y * this.y; } }
     class Q { at = new P(3, 4); far(): boolean { return this.at.length2 > 20; } }
     const q = new Q(); console.log(q.far()); q.at = new P(1, 1); console.log(q.far(), q.at.length2);`,
    ".length2() > 20",
  ],
  "a function of its parameters": [
    `const isDigit = (ch: string): boolean => ch >= "0" && ch <= "9";
     let digits = 0; for (const ch of "a1b22") if (isDigit(ch)) digits++; console.log(digits);`,
    "if isDigit(ch)",
  ],
  "accessors of accessors": [
    `class A { n = 2; get half(): number { return this.n / 2; } get quarter(): number { return this.half / 2; } }
     const a = new A(); console.log(a.quarter, a.half);`,
    "a.quarter()",
  ],
};

test.each(Object.entries(inlined))("in place: %s", async (_, [source, ...absent]) => {
  const python = pythonOf(source);
  for (const text of absent) expect(python).not.toContain(text);
  await sameAsNode(source);
});

/** Where the function that runs, or the order in which things are read, is not the obvious one. */
const programs: Readonly<Record<string, string>> = {
  "an overridden accessor": `
    class Shape { get area(): number { return 0; } describe(): string { return "area " + this.area; } }
    class Square extends Shape { constructor(private side: number) { super(); } override get area(): number { return this.side * this.side; } }
    const shapes: Shape[] = [new Shape(), new Square(3)];
    for (const s of shapes) console.log(s.area, s.describe());`,
  "another object of the same shape": `
    class Named { constructor(readonly first: string) {} name(): string { return this.first; } }
    const other = { first: "x", name: (): string => "other" };
    const show = (n: { name(): string }): string => n.name();
    const greet = (n: Named): string => n.name();
    console.log(show(new Named("a")), show(other), greet(new Named("b")), greet(other));`,
  "a method that is replaced": `
    class Box { constructor(readonly v: number) {} get1(): number { return this.v; } }
    const b = new Box(1);
    b.get1 = () => 9;
    console.log(b.get1(), new Box(2).get1());`,
  "an argument with an effect": `
    let n = 0;
    const next = (): number => ++n;
    const square = (x: number): number => x * x;
    console.log(square(next()), square(next()), n);`,
  "arguments are read before the call": `
    let x = 1;
    const set = (): number => (x = 10);
    const pair = (a: number, b: number): number => a * 100 + b;
    console.log(pair(x, set()), x);`,
  "a parameter is named like a variable at the call": `
    const scale = (value: number, by: number): number => value * by + value;
    const by = 3; const value = 5;
    console.log(scale(by, value), scale(value, by));`,
  "a receiver that a call gives": `
    class C { constructor(readonly a: number, readonly b: number) {} get sum(): number { return this.a + this.b; } get first(): number { return this.a; } }
    let made = 0;
    const make = (): C => new C(++made, 2);
    console.log(make().sum, make().first, made);`,
  "a receiver that is null": `
    class N { next: N | null = null; v = 1; get value(): number { return this.v; } }
    const n = new N();
    try { console.log(n.next!.value); } catch (e) { console.log("caught"); }`,
  "a static method and a private one": `
    class S { static twice(x: number): number { return x * 2; } #k = 4; get k(): number { return this.#k; } }
    const two = 2; console.log(S.twice(two), new S().k);`,
  "undefined comes back": `
    class M { private xs: number[] = [1]; at(i: number): number | undefined { return this.xs[i]; } }
    const m = new M(); const one = 1; console.log(m.at(one) ?? "none", m.at(one) === undefined);`,
  "a function that a callback is": `
    const half = (x: number): number => x / 2;
    console.log([2, 4].map(half).join(), [6].map((x) => half(x))[0]);`,
};

test.each(Object.entries(programs))("%s", async (_, source) => {
  await sameAsNode(source);
});

import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/** The Python of a program that must compile. */
function pythonOf(source: string): string {
  const result = compile({ files: { "main.ts": source } });
  expect(result.diagnostics).toEqual([]);
  return result.files.find(({ path }) => path === "main.py")!.text;
}

describe("values taken apart", () => {
  test("a parameter is named after its type", () => {
    const source = `
      interface Point { x: number; y: number }
      const text = ({ x, y }: Point) => \`\${x},\${y}\`;
      console.log(text({ x: 1, y: 2 }));
    `;
    expect(pythonOf(source)).toContain("def text(point):");
    return sameAsNode(source);
  });

  test("two parameters of one type have two names", () =>
    sameAsNode(`
      interface P { x: number; y: number }
      const add = ({ x, y }: P, { x: u, y: v }: P) => {
        const f = ({ x: q }: P) => q + x + u;
        return f({ x: 100, y: 0 }) + y + v;
      };
      console.log(add({ x: 1, y: 2 }, { x: 3, y: 4 }));
    `));

  test("a name that a helper has is not taken", () =>
    sameAsNode(`
      interface Text { a: number | string; b: number }
      function show({ a, b }: Text) { return \`\${a} \${b / 2}\`; }
      console.log(show({ a: 1.5, b: 3 }), show({ a: "u", b: 4 }));
    `));

  test("the parts of a text", () => {
    const source = `
      const [method, path = "/", version = path + "!"] = "GET".split(" ");
      const [letter = "nothing"] = "".split("");
      const [key] = "a=b".split("=");
      console.log(method, path, version, letter, key);
    `;
    expect(pythonOf(source)).toContain('path = values[1] if len(values) > 1 else "/"');
    expect(pythonOf(source)).toContain('key = "a=b".split("=")[0]');
    return sameAsNode(source);
  });

  test("defaults that a closure keeps", () =>
    sameAsNode(`
      function f([a = 1, b = a + 1]: number[]) { return () => a + b; }
      console.log(f([])(), f([5])(), f([5, 7])());
      const [x = 10, [y = 3, z = 4] = [1]]: [number?, number[]?] = [];
      console.log(x, y, z);
      const fs: (() => string)[] = [];
      for (const [k, w = "none"] of ["a:b", "c"].map((s) => s.split(":"))) fs.push(() => k + w);
      console.log(fs.map((g) => g()).join());
    `));
});

describe("methods", () => {
  test("parameters that a method does not take are named as in its interface", () => {
    const source = `
      interface Shape { area(scale: number, label: string): string }
      class Square implements Shape { area() { return "square"; } }
      class Circle implements Shape { area(scale: number) { return "circle" + scale; } }
      const shapes: Shape[] = [new Square(), new Circle()];
      console.log(shapes.map((s) => s.area(2, "l")).join());
    `;
    expect(pythonOf(source).match(/def area\(self, scale, label\)/g)).toHaveLength(2);
    return sameAsNode(source);
  });

  test("a method that a stub's function calls is handed over as it is", () => {
    const python = pythonOf(`
      import { start_new_thread } from "_thread";
      class Worker {
        turns = 0;
        start() { start_new_thread(() => this.loop(), []); }
        loop() { this.turns++; }
      }
      new Worker().start();
    `);
    expect(python).toContain("start_new_thread(self.loop, ())");
  });

  test("a method that is replaced is looked up when it is called", () => {
    const python = pythonOf(`
      import { start_new_thread } from "_thread";
      class Worker {
        constructor(public loop: () => void) {}
        start() { start_new_thread(() => this.loop(), []); }
      }
      new Worker(() => print(1)).start();
    `);
    expect(python).toContain("lambda: self.loop()");
  });
});

describe("order", () => {
  test("a field that nothing assigns needs no variable", () => {
    const source = `
      class R {
        private readonly strip: number[];
        other: number[];
        constructor(a: number[]) { this.strip = a; this.other = a; this.strip[0] = this.f(); }
        f() { return 5; }
        g() { this.other = [9, 9]; return 7; }
        draw() {
          this.strip[1] = this.g();
          this.other[0] = this.g();
          return this.strip.join() + "|" + this.other.join();
        }
      }
      const a = [1, 2, 3];
      console.log(new R(a).draw(), a.join());
    `;
    expect(pythonOf(source)).toContain("self.strip[1] = self.g()");
    return sameAsNode(source);
  });

  test("what only computes is left out where all calls of it are replaced", () => {
    const source = `
      class Ring { private held = 0; get isEmpty(): boolean { return this.held === 0; } get size(): number { return this.held; }
        get twice(): number { return this.held * 2; } private half(): number { return this.held / 2; }
        add(): number { return this.isEmpty ? ++this.held : this.half(); } }
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 2;
      const far = (a: number, b: number): boolean => Math.abs(a - b) > 2;
      const ring = new Ring();
      const two = 2;
      interface Sized { readonly size: number }
      const sizes: Sized[] = [ring, { size: 3 }];
      console.log(ring.add(), ring.add(), sizes.map((s) => s.size).join(), ring.twice, near(two, 3), [1, 5].map((x) => far(x, 1)).join());
      console.log([far].map((f) => f(3, 9)).join());
    `;
    const python = pythonOf(source);
    for (const name of ["isEmpty", "half", "twice", "near"]) expect(python).not.toContain(name);
    expect(python).toContain("def far(");
    return sameAsNode(source);
  });

  test("the words of a state are taken apart at once", () => {
    const source = `
      function mix(state: Uint32Array): number {
        let [a, b, c] = state;
        for (let i = 0; i < 3; i++) { const t = (a + b) >>> 0; a = b; b = c; c = t; }
        return (a ^ b ^ c) >>> 0;
      }
      function first(bytes: Uint8Array): string { const [a, b] = bytes; return b === undefined ? "one " + a : "two " + a; }
      const [x, y = 7] = new Int16Array([5]);
      console.log(mix(new Uint32Array([1, 2, 3, 4])), first(new Uint8Array([3])), first(new Uint8Array([3, 4])), x, y);
    `;
    const python = pythonOf(source);
    expect(python).toContain("a, b, c = state[:3]");
    expect(python).not.toContain("first_items");
    return sameAsNode(source);
  });

  test("a table of numbers is written in full lines", () => {
    const source = `
      const TABLE = [${Array.from({ length: 40 }, (_, i) => i * 1237).join(", ")}];
      console.log(TABLE.length, TABLE[39]);
    `;
    expect(pythonOf(source).split("\n").length).toBeLessThan(10);
    return sameAsNode(source);
  });

  test("functions stay where they were written", () => {
    const source = `
      const LIMIT = 2;
      function first() { return second() + LIMIT; }
      export function second() { return 1; }
      console.log(first());
    `;
    const python = pythonOf(source);
    expect(python.indexOf("LIMIT = 2")).toBeLessThan(python.indexOf("def first"));
    expect(python.indexOf("def first")).toBeLessThan(python.indexOf("def second"));
    return sameAsNode(source);
  });

  test("functions that a value mentions come before it", () =>
    sameAsNode(`
      const A = [1, 2];
      const B = { x: 1, f: () => late(1) };
      console.log(early(2), B.f());
      const both = [one, two];
      function early(n: number): number { return late(n) + A.length; }
      function late(n: number): number { return n * 2; }
      console.log(both.map((f) => f()).join());
      function one() { return 1; }
      function two() { return 2; }
    `));
});

describe("long lines", () => {
  const source = `
    const table = [
      ["alpha", "beta (one)", "gamma, delta"], ['epsilon "quoted"', "zeta", "eta's theta"],
      ["iota", "kappa", "lambda x, y: z"],
    ];
    function combine(a: string, b: number[], c: (x: number, y: number) => number): string {
      return a + b.map((v, i) => c(v, i)).join(", ");
    }
    function choose(flag: boolean, name: string): string {
      return flag ? \`the first of two long alternatives \${name}\` : combine(name, [1, 2, 3], (x, y) => x + y);
    }
    console.log(combine("a long first argument for the call", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], (x, y) => x * y));
    console.log(table.map((row) => row.join("|")).join("; "), choose(true, "a"), choose(false, "b"));
  `;

  test("are broken", () => {
    for (const line of pythonOf(source).split("\n")) expect(line.length).toBeLessThan(100);
  });

  test("run as before", () => sameAsNode(source));
});

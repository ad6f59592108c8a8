import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects in use", () => {
  test("as const", () =>
    sameAsNode(`
      const ROUTES = { home: "/", user: "/u" } as const;
      type Route = (typeof ROUTES)[keyof typeof ROUTES];
      const r: Route = ROUTES.user;
      console.log(r, Object.values(ROUTES));
    `));

  test("satisfies", () =>
    sameAsNode(`
      const palette = { red: [255, 0, 0], green: "#0f0" } satisfies Record<string, string | number[]>;
      console.log(palette.red.length, palette.green.toUpperCase(), palette);
    `));

  test("a literal cast to its type is filled later", () =>
    sameAsNode(`
      interface Built { name: string; parts: number[] }
      const b = {} as Built;
      b.name = "x";
      b.parts = [1];
      console.log(b, b.name);
    `));

  test("undefined properties of a cast literal", () =>
    sameAsNode(`
      interface Built { name?: string; n: number }
      const b = {} as Built;
      console.log(b.name, b.n, b);
    `));

  test("toString of objects", () =>
    sameAsNode(`
      class P { constructor(private x: number) {} toString() { return \`P(\${this.x})\`; } }
      console.log(\`\${new P(1)}\`, String(new P(2)), "" + new P(3), String({ a: 1 }), \`\${[new P(4), new P(5)]}\`);
    `));

  test("toString of a literal", () =>
    sameAsNode(`
      const o = { n: 1, toString() { return "o" + this.n; } };
      console.log(\`\${o}\`, String(o));
    `));

  test("function properties", () =>
    sameAsNode(`
      const handlers = { add: (a: number, b: number) => a + b, sub(a: number, b: number) { return a - b; }, fn: function (x: number) { return x; } };
      console.log(handlers.add(1, 2), handlers.sub(5, 3), handlers.fn(4), handlers);
    `));

  test("dispatch by name", () =>
    sameAsNode(`
      const ops = { add: (a: number, b: number) => a + b, mul: (a: number, b: number) => a * b };
      for (const name of ["add", "mul"] as const) console.log(name, ops[name](3, 4));
    `));

  test("a method uses other methods", () =>
    sameAsNode(`
      const calc = { total: 0, add(n: number) { this.total += n; return this; }, double() { this.total *= 2; return this; } };
      console.log(calc.add(3).double().add(1).total);
    `));

  test("an interface with methods, implemented by a literal", () =>
    sameAsNode(`
      interface Logger { prefix: string; log(s: string): void }
      const logger: Logger = { prefix: "> ", log(s) { console.log(this.prefix + s); } };
      logger.log("hi");
      logger.prefix = "# ";
      logger.log("ho");
    `));

  test("assigning a method", () =>
    sameAsNode(`
      interface H { f?: (n: number) => number; g: () => string }
      const h: H = { g: () => "g" };
      h.f = (n) => n + 1;
      h.g = () => "new";
      console.log(h.f(1), h.g());
    `));

  test("object in a closure per turn", () =>
    sameAsNode(`
      const fs: (() => object)[] = [];
      for (let i = 0; i < 3; i++) { const o = { i }; fs.push(() => o); }
      console.log(fs.map((f) => f()));
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects as parameters and patterns", () => {
  test("callbacks get wider objects", () =>
    sameAsNode(`
      interface Ev { type: string; detail?: number }
      const handlers: ((e: Ev) => void)[] = [];
      handlers.push((e) => console.log(e.type, e.detail ?? "none"));
      function fire(e: Ev) { for (const h of handlers) h(e); }
      fire({ type: "a" });
      fire({ type: "b", detail: 5 });
      const wide = { type: "c", detail: 7, extra: [1] };
      fire(wide);
    `));

  test("a function type with a narrower parameter", () =>
    sameAsNode(`
      interface Named { name: string; nick?: string }
      const greet = (n: Named) => \`hi \${n.nick ?? n.name}\`;
      const people: { name: string }[] = [{ name: "ann" }];
      const f: (p: { name: string }) => string = greet;
      console.log(people.map(f), f({ name: "bob" }));
    `));

  test("promise free callbacks with objects", () =>
    sameAsNode(`
      function withOptions(o: { retries?: number; cb: (n: number) => void }) { for (let i = 0; i < (o.retries ?? 1); i++) o.cb(i); }
      withOptions({ cb: (n) => console.log("once", n) });
      withOptions({ retries: 2, cb(n) { console.log("twice", n); } });
    `));

  test("default parameter objects", () =>
    sameAsNode(`
      function draw({ x = 0, y = 0, color = "black" }: { x?: number; y?: number; color?: string } = {}) { return \`\${x},\${y},\${color}\`; }
      console.log(draw(), draw({ x: 5 }), draw({ color: "red", y: 2 }));
    `));

  test("default object value", () =>
    sameAsNode(`
      function area(size: { w: number; h: number } = { w: 2, h: 3 }) { return size.w * size.h; }
      console.log(area(), area({ h: 1, w: 10 }));
    `));

  test("nested destructuring with defaults and rest", () =>
    sameAsNode(`
      const { a: { b = 5, ...inner }, list: [first, ...others], ...rest } = { a: { c: 1, d: 2 } as { b?: number; c: number; d: number }, list: [1, 2, 3], x: "x", y: "y" };
      console.log(b, inner, first, others, rest);
    `));

  test("destructuring in loops", () =>
    sameAsNode(`
      const rows = [{ id: 1, tags: ["a"] }, { id: 2, tags: ["b", "c"] }];
      for (const { id, tags: [t, u = "-"] } of rows) console.log(id, t, u);
      for (const [i, { id }] of rows.entries()) console.log(i, id);
    `));

  test("computed destructuring", () =>
    sameAsNode(`
      const key = "b" as const;
      const { [key]: value, ...others } = { a: 1, b: 2, c: 3 };
      console.log(value, others);
    `));

  test("object assignment patterns", () =>
    sameAsNode(`
      let x = 1, y = 2;
      ({ x, y = 9 } = { x: 5 } as { x: number; y?: number });
      console.log(x, y);
      const target = { p: 0, q: [0] };
      ({ a: target.p, b: target.q[0] } = { a: 7, b: 8 });
      console.log(target);
    `));
});

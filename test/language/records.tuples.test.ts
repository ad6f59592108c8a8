import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/** Small records are tuples where nobody writes to them, tells them apart or looks at them as a whole. */
describe("records", () => {
  test.each([
    [
      "handed on, taken apart, sorted and found",
      `
      interface P { x: number; y: number }
      const mk = (x: number, y: number): P => ({ x, y });
      const ps = [mk(1, 2), mk(3, 4)];
      const m = new Map<string, P>();
      m.set("a", ps[0]!);
      for (const { x, y } of ps) console.log(x, y);
      for (const { y } of ps) console.log(y);
      console.log(m.get("a")?.x, m.get("b")?.y, ps.find((p) => p.x > 2)!.y, ps.map(({ x }) => x).join());
      const [first, { y: second }] = ps as [P, P];
      console.log(first.x, second);
      ps.sort((a, b) => b.x - a.x); console.log(ps[0]!.x);
      function far({ x, y = 5 }: P) { return x * y; }
      console.log(far(ps[0]!), far({ x: 2, y: 3 }));
      let best: P | undefined;
      for (const p of ps) if (!best || p.y < best.y) best = p;
      console.log(best?.y);
    `,
    ],
    [
      "the order of evaluation",
      `
      interface P { x: number; y: number }
      const log = (n: number) => { console.log("l", n); return n; };
      function f(): P { return { x: log(1), y: log(2) }; }
      function g(p: P): number { return p.x - p.y; }
      console.log(g(f()), g({ y: log(3), x: log(4) }));
    `,
    ],
    [
      "told apart",
      `
      interface P { x: number; y: number }
      const make = (): P => ({ x: 1, y: 2 });
      const a = make(), b = make();
      console.log(a === b, a === a, [a].includes(b), [a].indexOf(b), new Set([a, b]).size);
    `,
    ],
    [
      "written to",
      `
      interface P { x: number; y: number }
      const make = (): P => ({ x: 1, y: 2 });
      const a = make(); a.x++; console.log(a.x);
    `,
    ],
    [
      "shown, spread",
      `
      interface P { x: number; y: number }
      const make = (): P => ({ x: 1, y: 2 });
      console.log(make(), JSON.stringify([make()]), { ...make(), z: 1 });
    `,
    ],
    [
      "of two shapes",
      `
      type S = { kind: "c"; r: number } | { kind: "s"; side: number };
      const area = (s: S) => s.kind === "c" ? s.r * 2 : s.side * s.side;
      console.log([{ kind: "c", r: 2 }, { kind: "s", side: 3 }].map((s) => area(s as S)).join());
      const mk = (n: number): S => n > 1 ? { kind: "c", r: n } : { kind: "s", side: n };
      console.log(area(mk(1)), area(mk(2)));
    `,
    ],
    [
      "in generic code that compares",
      `
      class Stack<T> { items: T[] = []; push(x: T) { this.items.push(x); } pop(): T | undefined { return this.items.pop(); } has(x: T) { return this.items.includes(x); } }
      interface P { x: number; y: number }
      const s = new Stack<P>(); s.push({ x: 1, y: 2 });
      console.log(s.has({ x: 1, y: 2 }), s.pop()!.x);
    `,
    ],
    [
      "in generic code that reads",
      `
      class Box<T extends { id: number; w: number }> { constructor(readonly v: T) {} get id() { return this.v.id; } }
      console.log(new Box({ id: 4, w: 1 }).id, new Box({ id: 5, w: 2 }).v.w);
    `,
    ],
    [
      "seen as an interface of fewer names",
      `
      interface HasX { x: number; w: number }
      interface P extends HasX { y: number }
      const make = (x: number): P => ({ x, w: 2, y: 3 });
      function getX(h: HasX) { return h.x + h.w; }
      console.log(getX(make(4)), make(1).y);
    `,
    ],
    [
      "an iterator of object literals",
      `
      function range(n: number) { let i = 0; return { [Symbol.iterator]() { return { next: () => i < n ? { value: i++, done: false } : { value: 0, done: true } }; } }; }
      console.log([...range(3)]);
    `,
    ],
    [
      "as any",
      `
      const p: any = { x: 1, y: 2 }; console.log(p.x);
      function mk(): { x: number; y: number } { return { x: 5, y: 6 }; }
      const q = mk(); const u: unknown = q; console.log((u as { x: number; y: number }).x);
    `,
    ],
    [
      "together with what JSON.parse gives",
      `
      interface P { x: number; y: number }
      const p = JSON.parse('{"x":1,"y":2}') as P; const q: P[] = [p, { x: 3, y: 4 }];
      console.log(q.map((p) => p.x + p.y));
    `,
    ],
    [
      "together with instances of a class",
      `
      interface P { x: number; y: number }
      class Q implements P { constructor(public x: number, public y: number) {} }
      const ps: P[] = [new Q(1, 2), { x: 3, y: 4 }];
      for (const p of ps) console.log(p.x + p.y);
    `,
    ],
    [
      "holding functions",
      `
      interface Job { at: number; run: () => void }
      const jobs: Job[] = []; let n = 0;
      for (let i = 0; i < 3; i++) jobs.push({ at: i, run: () => { n += i; } });
      for (const j of jobs) j.run();
      jobs.forEach(({ run, at }) => { if (at > 0) run(); });
      console.log(n, jobs[0]?.run !== undefined);
    `,
    ],
    [
      "through promises",
      `
      interface R { ok: boolean; v: number }
      async function get(v: number): Promise<R> { return { ok: v > 1, v }; }
      async function main() { const { ok, v } = await get(2); console.log(ok, v); const all = await Promise.all([get(1), get(3)]); console.log(all.map((r) => r.v).join(), all.every((r) => r.ok)); }
      main();
    `,
    ],
    [
      "as keys of a map",
      `
      interface P { x: number; y: number }
      const seen = new Map<P, string>(); const a: P = { x: 1, y: 2 };
      for (let i = 0; i < 2; i++) { const b: P = { x: 1, y: 2 }; seen.set(b, "b" + i); }
      console.log(seen.size, seen.get(a));
    `,
    ],
    [
      "holding others",
      `
      interface E { p: P; n: number } interface P { x: number; y: number }
      const make = (n: number): E => ({ p: { x: n, y: n + 1 }, n });
      const { p: { x, y }, n } = make(3); console.log(x, y, n);
      console.log([1, 2].map(make).map(({ p: { y } }) => y));
    `,
    ],
    [
      "with names that may be missing",
      `
      function f({ a = 1, b = 2 }: { a?: number; b?: number } = {}) { return a + b; }
      console.log(f(), f({ a: 5 }), f({ a: 5, b: 6 }));
    `,
    ],
    [
      "or null",
      `
      interface N { v: number; left: N | null; right: N | null }
      const leaf = (v: number): N => ({ v, left: null, right: null });
      const t: N = { v: 1, left: leaf(2), right: leaf(3) };
      const sum = (n: N | null): number => (n ? n.v + sum(n.left) + sum(n.right) : 0);
      console.log(sum(t), t.left?.left?.v, t.right!.left === null);
    `,
    ],
    [
      "or a text",
      `
      interface P { x: number; y: number }
      const make = (): P | string => (Math.random() < 2 ? { x: 1, y: 2 } : "s");
      const v = make(); console.log(typeof v === "string" ? v : v.x);
    `,
    ],
    [
      "swapped, and assigned by a pattern",
      `
      interface P { x: number; y: number }
      let a: P = { x: 1, y: 2 }; let b: P = { x: 3, y: 4 };
      [a, b] = [b, a]; console.log(a.x, b.y);
      let x = 0, y = 0; ({ x, y } = a); console.log(x, y);
    `,
    ],
    [
      "grouped and reduced",
      `
      interface W { word: string; n: number }
      const ws: W[] = ["a", "bb", "c"].map((word, n) => ({ word, n }));
      console.log(ws.toSorted((a, b) => b.word.length - a.word.length || a.n - b.n).map((w) => w.word).join());
      console.log(ws.reduce((m, w) => (w.n > m.n ? w : m)).word, Math.max(...ws.map((w) => w.n)));
      console.log(Object.fromEntries(ws.map((w) => [w.word, w.n])));
      const byLen = new Map<number, W[]>(); for (const w of ws) { const l = byLen.get(w.word.length) ?? []; l.push(w); byLen.set(w.word.length, l); }
      for (const [k, v] of byLen) console.log(k, v.map(({ word }) => word).join());
    `,
    ],
    [
      "frozen",
      `
      interface P { x: number; y: number }
      const z = Object.freeze({ x: 0, y: 0 }); const mk = (): P => ({ x: 1, y: 1 });
      console.log(z.x + mk().y, Object.isFrozen(z), Object.keys(mk()).length);
    `,
    ],
    [
      "in a list that becomes text",
      `
      interface P { x: number; y: number }
      const ps: P[] = [1, 2].map((x) => ({ x, y: x }));
      console.log(\`\${ps}\`, ps + "!", ps[0]!.x);
    `,
    ],
    [
      "thrown",
      `
      interface P { code: number; text: string }
      function f(): never { throw { code: 1, text: "a" }; }
      try { f(); } catch (e) { console.log((e as P).code); }
    `,
    ],
  ])("%s", (_, source) => sameAsNode(source));

  test("a function that declares its this", () =>
    sameAsNode(`
      function show(this: { name: string; n: number }) { return this.name + this.n; }
      const make = (name: string, n: number) => ({ name, n, show });
      console.log(make("a", 1).show(), make("b", 2).show());
    `));

  test("are tuples in Python, taken apart where most of their names are read", () => {
    const source = `
      interface Edge { to: number; weight: number }
      const edges: Edge[] = [];
      export function connect(to: number, weight: number): void { edges.push({ to, weight }); }
      export function total(): number {
        let sum = 0;
        for (const { to, weight } of edges) sum += to * weight;
        return sum + edges[0]!.weight;
      }
    `;
    const { files } = compile({ files: { "main.ts": source } });
    const python = files.find(({ path }) => path === "main.py")!.text;
    expect(python).toContain("edges.append((to, weight))");
    expect(python).toContain("for to, weight in edges:");
    expect(python).toContain("edges[0][1]");
    expect(python).not.toContain("class ");
  });

  test("an object that there is once keeps its names", () => {
    const source = "const pins = { led: 25, button: 14 };\nprint(pins.led + pins.button);";
    const { files } = compile({ files: { "main.ts": source } });
    expect(files.find(({ path }) => path === "main.py")!.text).toContain("pins.led");
  });
});

import { test } from "vitest";
import { sameValues } from "./programs/sameValues.ts";

test("functions with properties", () =>
  sameValues({
    "expando decl": `
      function counter() { return ++counter.count; }
      counter.count = 0;
      counter(); counter();
      return counter.count;
    `,
    "expando arrow": `
      const f = (x: number) => x + f.offset;
      f.offset = 10;
      return [f(5), f.offset / 4];
    `,
    "expando method": `
      function f() { return 1; }
      f.helper = (x: number) => x * 2;
      f.version = "1.0";
      return [f(), f.helper(4), f.version, typeof f];
    `,
    "assign callable": `
      const f = Object.assign((x: number) => x + 1, { label: "inc", reset() { return 0; } });
      return [f(1), f.label, f.reset()];
    `,
    hybrid: `
      interface Counter { (start: number): string; interval: number; reset(): void; }
      function mk(): Counter { const c = ((s: number) => "s" + s) as Counter; c.interval = 123; c.reset = () => { c.interval = 0; }; return c; }
      const c = mk();
      const r = [c(1), c.interval];
      c.reset();
      return [...r, c.interval];
    `,
    memo: `
      function fib(n: number): number { return n in fib.cache ? fib.cache[n] : (fib.cache[n] = n < 2 ? n : fib(n - 1) + fib(n - 2)); }
      fib.cache = {} as Record<number, number>;
      return fib(30);
    `,
    any: `
      const f: any = () => 1;
      f.x = 2;
      return [f(), f.x];
    `,
    keys: `
      function f() {}
      f.a = 1; f.b = "x";
      return [Object.keys(f), Object.entries(f), "a" in f];
    `,
    json: `
      function f() {}
      f.a = 1;
      return { f, x: 1 };
    `,
    "optional prop": `
      interface F { (): number; tag?: string }
      const f: F = () => 1;
      const g: F = () => 2;
      g.tag = "t";
      return [f.tag === undefined, g.tag, f() + g()];
    `,
    passed: `
      interface F { (): number; tag: string }
      function use(f: F) { return f() + f.tag; }
      const f = () => 4; f.tag = "z";
      return use(f);
    `,
    "fn expr": `
      const f = function (n: number): number { f.calls++; return n <= 0 ? 0 : f(n - 1); };
      f.calls = 0;
      f(3);
      return f.calls;
    `,
    "static default": `
      function greet(name: string) { return greet.prefix + name; }
      greet.prefix = "hi ";
      const a = greet("x");
      greet.prefix = "yo ";
      return [a, greet("x")];
    `,
    "update ops": `
      function f() {}
      f.n = 1; f.n += 2; f.n++; f.s = ""; f.s += "a"; f.l = [] as number[]; f.l.push(f.n);
      return [f.n, f.s, f.l];
    `,
    element: `
      function f() {}
      f["p q"] = 3;
      f["x"] = 4;
      return [f["p q"], f.x];
    `,
    "expando in callback": `
      const h = (x: number) => x * 2;
      h.id = "h";
      return [1, 2].map(h).concat(h.id.length);
    `,
    nested: `
      function outer() { function inner() { return inner.v; } inner.v = 7; return inner; }
      const i = outer();
      return [i(), i.v];
    `,
    "array of": `
      const fs: { (): number; id: number }[] = [0, 1].map(n => Object.assign(() => n, { id: n * 10 }));
      return fs.map(f => f() + f.id);
    `,
    generator: `
      function* g() { yield g.a; yield 2; }
      g.a = 1;
      return [...g()];
    `,
    "method with this via function prop": `
      function f() {}
      f.obj = { v: 3, get() { return this.v; } };
      return f.obj.get();
    `,
  }));

test("functions that declare their this", () =>
  sameValues({
    show: `
      function show(this: { name: string }) { return "I am " + this.name; }
      const o = { name: "o", show };
      const p = { name: "p", show };
      return [o.show(), p.show()];
    `,
    "fn prop": `
      const o = { v: 1, m() { return this.v; }, n: function () { return this.v + 1; } };
      o.v = 5;
      return [o.m(), o.n()];
    `,
    "fn prop closure": `
      const k = 3;
      const o = { v: 1, n: function (x: number) { return this.v + k + x; }, w: function () { return this.n(1) * 2; } };
      o.v = 5;
      return o.w();
    `,
    unbound: `
      class A { x = 4; n(this: A) { return this.x; } }
      const a = new A();
      const f = a.n;
      return [f.call({ x: 9 } as A), a.n()];
    `,
    "this any": `
      function f(this: any) { return this === undefined; }
      return f();
    `,
    "assign prop": `
      interface T { v: number; f?: (this: T, x: number) => number }
      const t: T = { v: 2 };
      t.f = function (x) { return this.v + x; };
      return [t.f(3), t.f?.(4)];
    `,
    "callback with this": `
      type H = (this: { id: number }, e: string) => string;
      function fire(h: H) { return h.call({ id: 7 }, "ev"); }
      return [fire(function (e) { return e + this.id; }), fire(e => e + "!")];
    `,
    bind: `
      function f(this: { x: number }, y: number) { return this.x + y; }
      const g = f.bind({ x: 5 });
      return [g(6), [1, 2].map(f.bind({ x: 1 }))];
    `,
    "generator with this": `
      function* g(this: { n: number }) { yield this.n; yield this.n + 1; }
      return [...g.call({ n: 4 })];
    `,
    "getter uses": `
      const o = { v: 2, get d() { return this.v * 2; }, twice: function () { return this.d * 2; } };
      return o.twice();
    `,
    "arrow inside function prop": `
      const o = { v: 2, f: function () { return [1, 2].map(x => x * this.v); } };
      return o.f();
    `,
    "element call": `
      function f(this: { x: number }) { return this.x; }
      const o = { x: 3, f };
      return o["f"]();
    `,
    "in class field": `
      class A { v = 3; f = function (this: A, y: number) { return this.v + y; }; }
      const a = new A();
      return a.f(4);
    `,
  }));

test("arguments in any number", () =>
  sameValues({
    "a tuple taken apart is one argument": `
      const tests: [string, () => void][] = [["ok", () => {}], ["bad", () => { throw new TypeError("no"); }]];
      return tests.map(([n, f]) => { try { f(); return n + ":pass"; } catch (e) { return n + ":" + (e as Error).message; } });
    `,
    emitter: `
      class E { private h: Record<string, ((...a: any[]) => void)[]> = {}; on(e: string, f: (...a: any[]) => void) { (this.h[e] ||= []).push(f); return this; } emit(e: string, ...a: any[]) { (this.h[e] || []).forEach(f => f(...a)); } }
      const r: any[] = [];
      new E().on("x", (a, b) => r.push(a, b)).on("x", () => r.push("z")).emit("x", 1, 2);
      return r;
    `,
    emitter2: `
      type L = (...args: number[]) => void;
      const ls: L[] = [];
      let t = 0;
      ls.push((a) => { t += a; }); ls.push(() => { t += 100; }); ls.push((a, b, c) => { t += a * b * c; });
      for (const l of ls) l(1, 2, 3);
      return t;
    `,
    any: `
      const f: any = (a: number) => a;
      const g: any = (a: any, b: any) => [a, b];
      return [f(1, 2, 3), g(1)];
    `,
    "any obj": `
      const o: any = { f(x: number) { return x; }, g: (x: any, y: any) => [x, y] };
      return [o.f(1, 2), o.g(1), o.g(1, 2, 3)];
    `,
    "any class": `
      class A { m(a: any, b: any) { return [a, b]; } }
      const a: any = new A();
      return [a.m(1), a.m(1, 2, 3)];
    `,
    named: `
      function h(a: number, b: number) { return a + (b ?? 10); }
      const k: any = h;
      return [k(1), k(1, 2, 3), h(1, 1)];
    `,
    "Function type": `
      function call(f: Function) { return f(1, 2, 3); }
      return call((a: number) => a);
    `,
    "memo of any": `
      function memo(f: (...args: any[]) => any) { const c = new Map<string, any>(); return (...args: any[]) => { const k = JSON.stringify(args); if (!c.has(k)) c.set(k, f(...args)); return c.get(k); }; }
      const add = memo((a: number, b: number) => a + b);
      return [add(1, 2), add(1, 2), add(3, 4)];
    `,
    "compose any": `
      const compose = (...fns: ((...a: any[]) => any)[]) => (x: any) => fns.reduceRight((v, f) => f(v), x);
      return compose((x: number) => x + 1, (x: number) => x * 2, () => 5)(1);
    `,
    "bind in map": `
      function f(this: { x: number }, y: number) { return this.x + y; }
      return [1, 2].map(f.bind({ x: 1 }));
    `,
    "Array of any fns": `
      const fs: any[] = [(x: any) => x, () => 2];
      return fs.map(f => f(9));
    `,
    "params generic": `
      function apply<A extends any[]>(f: (...a: A) => number, ...a: A) { return f(...a); }
      return apply((a: number, b: number) => a + b, 1, 2);
    `,
  }));

test("generators without yield", () =>
  sameValues({
    throwing: `
      function* g(): Generator<number, void, unknown> { throw new Error("late"); }
      const it = g();
      try { it.next(); return "went on"; } catch (e) { return (e as Error).message; }
    `,
    returning: `
      const log: string[] = [];
      function* g(): Generator<number, number, unknown> { log.push("in"); return 5; }
      const it = g();
      log.push("made");
      const { done, value } = it.next();
      return [log, done, value];
    `,
    "in a class": `
      class A { *loop(): Generator<number, void, unknown> { throw new Error("bad"); } }
      const it = new A().loop();
      try { it.next(); return "went on"; } catch (e) { return (e as Error).message; }
    `,
  }));

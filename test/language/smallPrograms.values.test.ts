import { test } from "vitest";
import { sameValues } from "./programs/sameValues.ts";

test("small programs with classes and generators", () =>
  sameValues({
    "super in static arrow": `
      class A { static m(x: number) { return x; } }
      class B extends A { static m(x: number) { return [x].map(y => super.m(y) + 1)[0]; } }
      return B.m(4);
    `,
    "super call with spread and default": `
      class A { xs: number[]; constructor(...xs: number[]) { this.xs = xs; } }
      class B extends A { constructor(n: number) { super(...Array.from({ length: n }, (_, i) => i)); } }
      return new B(3).xs;
    `,
    "field arrow uses ctor param property": `
      class A { f = () => this.n; constructor(public n: number) {} }
      return new A(4).f();
    `,
    "override method called in base ctor": `
      class A { s: string; constructor() { this.s = this.name(); } name() { return "A"; } }
      class B extends A { name() { return "B"; } }
      return new B().s;
    `,
    "private in nested class": `
      class A { #x = 1; static Inner = class { peek(a: A) { return a.#x; } }; }
      return new A.Inner().peek(new A());
    `,
    "private optional": `
      class A { #n?: { v: number }; set() { this.#n = { v: 3 }; return this; } get() { return this.#n?.v; } }
      return [new A().get() === undefined, new A().set().get()];
    `,
    "private destructure assign": `
      class A { #a = 0; #b = 0; set(o: { a: number; b: number }) { ({ a: this.#a, b: this.#b } = o); return this.#a + this.#b; } }
      return new A().set({ a: 1, b: 2 });
    `,
    "static counters by subclass": `
      class A { static n = 0; constructor() { (this.constructor as typeof A).n++; } }
      class B extends A { static n = 10; }
      new A(); new B(); new B();
      return [A.n, B.n];
    `,
    "new this.constructor": `
      class A { v = 1; clone() { return new (this.constructor as any)(); } }
      class B extends A { v = 2; }
      return new B().clone().v;
    `,
    "getter and method same class chain": `
      class T { constructor(private xs: number[]) {} get first() { return this.xs[0]; } get rest() { return new T(this.xs.slice(1)); } sum(): number { return this.xs.length ? this.first + this.rest.sum() : 0; } }
      return new T([1, 2, 3]).sum();
    `,
    "linked list iterator": `
      class N<T> { constructor(public v: T, public next: N<T> | null = null) {} }
      class L<T> { head: N<T> | null = null; add(v: T) { this.head = new N(v, this.head); return this; } *[Symbol.iterator]() { for (let n = this.head; n; n = n.next) yield n.v; } }
      return [...new L<number>().add(1).add(2).add(3)];
    `,
    tree: `
      interface Tree { v: number; l?: Tree; r?: Tree }
      const ins = (t: Tree | undefined, v: number): Tree => !t ? { v } : v < t.v ? { ...t, l: ins(t.l, v) } : { ...t, r: ins(t.r, v) };
      const walk = (t?: Tree): number[] => t ? [...walk(t.l), t.v, ...walk(t.r)] : [];
      return walk([5, 2, 8, 1].reduce(ins, undefined as Tree | undefined));
    `,
    "class generic constraint": `
      class Repo<T extends { id: number }> { private m = new Map<number, T>(); add(t: T) { this.m.set(t.id, t); return this; } find(id: number) { return this.m.get(id); } }
      const r = new Repo<{ id: number; n: string }>().add({ id: 1, n: "a" });
      return [r.find(1), r.find(2) ?? "none"];
    `,
    "interface optional method": `
      interface P { name: string; hook?(x: number): number }
      const run = (p: P) => p.hook?.(2) ?? -1;
      return [run({ name: "a" }), run({ name: "b", hook: x => x * 3 }), run({ name: "c", hook(x) { return x + this.name.length; } })];
    `,
    "object method shorthand generator": `
      const o = { *items(n: number) { for (let i = 0; i < n; i++) yield i; } };
      return [...o.items(3)];
    `,
    "computed accessor in literal": `
      const k = "val";
      const o = { _v: 1, get [k]() { return this._v; }, set [k](x: number) { this._v = x; } };
      o.val = 5;
      return [o[k], o._v];
    `,
    "nested closures over loop objects": `
      const hs = [1, 2, 3].map(n => ({ n, get: () => n, inc() { this.n++; return this; } }));
      hs[0].inc().inc();
      return hs.map(h => [h.n, h.get()]);
    `,
    "object identity in map": `
      const a = {}, b = {};
      const m = new Map<object, number>([[a, 1], [b, 2]]);
      return [m.get(a), m.get(b), m.get({})];
    `,
    "array of tuples destruct": `
      const e: [string, number][] = [["a", 1], ["b", 2]];
      const o: Record<string, number> = {};
      for (const [k, v] of e) o[k] = v;
      return o;
    `,
    "default param object mutated": `
      const f = (o = { n: 0 }) => { o.n++; return o.n; };
      return [f(), f()];
    `,
    "rest object param": `
      const f = ({ a, ...o }: { a: number; b?: number; c?: number }) => ({ ...o, sum: a + Object.values(o).reduce((x: number, y) => x + (y ?? 0), 0) });
      return f({ a: 1, b: 2, c: 3 });
    `,
    "function returning tuple": `
      const minmax = (xs: number[]): [number, number] => [Math.min(...xs), Math.max(...xs)];
      const [lo, hi] = minmax([3, 1, 2]);
      return { lo, hi };
    `,
    "recursion object path": `
      const paths = (o: any, p = ""): string[] => Object.keys(o).flatMap(k => typeof o[k] === "object" && o[k] !== null ? paths(o[k], p + k + ".") : [p + k]);
      return paths({ a: { b: 1, c: { d: 2 } }, e: 3 });
    `,
    "state machine": `
      type S = "idle" | "run" | "done";
      const next: Record<S, S> = { idle: "run", run: "done", done: "idle" };
      let s: S = "idle"; const seen: S[] = [];
      for (let i = 0; i < 4; i++) { seen.push(s); s = next[s]; }
      return seen;
    `,
    "builder with this type": `
      class Q { parts: string[] = []; where(s: string): this { this.parts.push(s); return this; } }
      class UQ extends Q { limit(n: number): this { this.parts.push("L" + n); return this; } }
      return new UQ().where("a").limit(2).where("b").parts.join();
    `,
    "symbol iterator in literal manual": `
      const range = { from: 1, to: 3, [Symbol.iterator]() { let c = this.from; const t = this.to; return { next: () => c <= t ? { done: false, value: c++ } : { done: true, value: 0 } }; } };
      return [Math.max(...range), Array.from(range), [...range].length];
    `,
    "generator return value": `
      function* g() { const x: number = yield 1; return x * 2; }
      const it = g(); it.next();
      const r = it.next(21);
      return [r.value, r.done];
    `,
    "generator delegating with return": `
      function* inner() { yield "a"; return "res"; }
      function* outer(): Generator<string> { const r: string = yield* inner(); yield r; }
      return Array.from(outer());
    `,
    "iterator throw without handler": `
      function* g() { yield 1; }
      const it = g(); it.next();
      try { it.throw(new Error("x")); } catch (e) { return [(e as Error).message, it.next().done]; }
    `,
    "enum reverse & iterate": `
      enum Dir { Up, Down = 5, Left }
      return [Dir[0], Dir[5], Dir[6], Dir.Left, Object.keys(Dir).length];
    `,
    "enum as param": `
      enum Lv { A = "a", B = "b" }
      const f = (l: Lv) => { switch (l) { case Lv.A: return 1; case Lv.B: return 2; } };
      return [f(Lv.A), f(Lv.B), Object.values(Lv)];
    `,
    "namespaces-like object": `
      const util = { add: (a: number, b: number) => a + b, nested: { mul(a: number, b: number) { return a * b; } } };
      const { add, nested: { mul } } = util;
      return [add(1, 2), mul(3, 4)];
    `,
    "function property of class typed": `
      class B { constructor(public handler: (x: number) => number) {} run(x: number) { return this.handler(x); } }
      return [new B(x => x + 1).run(1), new B(Math.abs).run(-4)];
    `,
    "map of class instances json": `
      class P { constructor(public x: number, private y = 2) {} }
      return [new P(1), [new P(3)], { p: new P(4) }];
    `,
    "toString overrides in join": `
      class P { constructor(private n: string) {} toString() { return \`<\${this.n}>\`; } }
      return [[new P("a"), new P("b")].join(), \`\${[new P("c")]}\`, "x" + new P("d")];
    `,
    "instanceof narrow union": `
      class Cat { meow() { return "m"; } } class Dog { bark() { return "w"; } }
      const f = (a: Cat | Dog) => a instanceof Cat ? a.meow() : a.bark();
      return [f(new Cat()), f(new Dog())];
    `,
    "error subclass chain": `
      class E1 extends Error { constructor(m: string) { super("E1:" + m); this.name = "E1"; } }
      class E2 extends E1 { extra = 5; }
      try { throw new E2("x"); } catch (e) { if (e instanceof E1) return [e.message, e.name, e instanceof E2, (e as E2).extra, \`\${e}\`]; }
    `,
    "error cause": `
      try { try { throw new Error("in"); } catch (e) { throw new Error("out", { cause: e }); } } catch (e: any) { return [e.message, e.cause.message]; }
    `,
    "finally return order": `
      const log: string[] = [];
      const f = () => { try { log.push("t"); return "r"; } finally { log.push("f"); } };
      return [f(), log];
    `,
    "sparse object keys numeric strings": `
      const o: Record<string, number> = {};
      o["10"] = 1; o["9"] = 2; o["a"] = 3; o["1"] = 4;
      return Object.entries(o);
    `,
    "spread class into literal typed": `
      class C { a = 1; get b() { return 2; } m() { return 3; } }
      const s = { ...new C(), c: 5 };
      return [s, Object.keys(s)];
    `,
    "assign getters": `
      const src = { get x() { return 7; } };
      const t = Object.assign({}, src);
      return t;
    `,
    "typeof function check": `
      const call = (x: number | (() => number)) => typeof x === "function" ? x() : x;
      return [call(3), call(() => 4)];
    `,
    "nullish assignment chain on nested": `
      const cfg: { a?: { b?: { c?: number } } } = {};
      ((cfg.a ??= {}).b ??= {}).c ??= 5;
      cfg.a!.b!.c! += 1;
      return cfg;
    `,
    "optional index write guarded": `
      const xs: { v?: number[] } = {};
      (xs.v ??= []).push(1);
      xs.v?.push(2);
      return xs;
    `,
    "comma & chained ternary": `
      const g = (n: number) => n < 0 ? "neg" : n === 0 ? "zero" : n < 10 ? "small" : "big";
      return [-1, 0, 5, 50].map(g);
    `,
    "label loops w objects": `
      const grid = [[1, 2], [3, 4]]; let found: { r: number; c: number } | undefined;
      outer: for (let r = 0; r < 2; r++) for (let c = 0; c < 2; c++) if (grid[r][c] === 3) { found = { r, c }; break outer; }
      return found;
    `,
  }));

test("small programs with functions and values without type", () =>
  sameValues({
    "method passed as callback loses nothing (arrow)": `
      class A { k = 2; dbl = (x: number) => x * this.k; all(xs: number[]) { return xs.map(this.dbl); } }
      return new A().all([1, 2]);
    `,
    "method reference bind in ctor": `
      class B { n = 1; constructor() { this.inc = this.inc.bind(this); } inc() { return ++this.n; } }
      const b = new B(); const f = b.inc;
      return [f(), f(), b.n];
    `,
    "apply with array": `
      const o = { base: 10, add(this: { base: number }, a: number, b: number) { return this.base + a + b; } };
      return [o.add(1, 2), o.add.apply({ base: 100 }, [1, 2]), o.add.call({ base: 0 }, 5, 5)];
    `,
    "function factory with this obj": `
      function Counter() { let n = 0; return { inc() { n++; return this; }, get value() { return n; } }; }
      return Counter().inc().inc().value;
    `,
    "dynamic dispatch table of methods": `
      class Calc { add(a: number, b: number) { return a + b; } sub(a: number, b: number) { return a - b; } run(op: "add" | "sub", a: number, b: number) { return this[op](a, b); } }
      return [new Calc().run("add", 1, 2), new Calc().run("sub", 5, 2)];
    `,
    "any method by string": `
      class C { foo(x: number) { return x + 1; } }
      const c: any = new C();
      return [c["foo"](1), c["f" + "oo"](2)];
    `,
    "unknown record narrowing": `
      const isRec = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null && !Array.isArray(x);
      const get = (x: unknown, k: string) => isRec(x) ? x[k] : undefined;
      return [get({ a: 1 }, "a"), get([1], "0") === undefined, get("s", "x") === undefined];
    `,
    "any to string concat": `
      const xs: any[] = [1, "a", true, [1, 2], { toString() { return "T"; } }];
      return xs.reduce((s, x) => s + x, "");
    `,
    "sort any objects": `
      const data: any[] = [{ n: "b", v: 2 }, { n: "a", v: 1 }];
      return [...data].sort((x, y) => x.n < y.n ? -1 : 1).map(d => d.v);
    `,
    "generic sum by key": `
      const sumBy = <T>(xs: T[], k: keyof T) => xs.reduce((s, x) => s + (x[k] as unknown as number), 0);
      return sumBy([{ a: 1 }, { a: 2 }], "a");
    `,
    "any increments": `
      const m: any = {};
      for (const c of "hello") m[c] = (m[c] || 0) + 1;
      return m;
    `,
    "any nested update": `
      const s: any = { users: [{ n: "a", tags: [] }] };
      s.users[0].tags.push("x"); s.users.push({ n: "b", tags: ["q"] }); s.users[1].tags[0] += "!";
      return s;
    `,
    "any spread calls": `
      const f: any = (...xs: number[]) => xs.length;
      const xs: any = [1, 2];
      return [f(...xs), f(), Math.max(...xs)];
    `,
    "any class extends": `
      const Base: any = class { hi() { return "hi"; } };
      class D extends (Base as new () => { hi(): string }) { yo() { return this.hi() + "!"; } }
      return new D().yo();
    `,
    "expect chain": `
      function expect(v: any) { return { to: { equal(x: any) { return JSON.stringify(v) === JSON.stringify(x); }, be: { get true() { return v === true; } } } }; }
      return [expect([1]).to.equal([1]), expect(true).to.be.true, expect(1).to.be.true];
    `,
    "mini runner with before each": `
      class Suite { private cases: { n: string; f: (ctx: any) => void }[] = []; private setup: (() => any) | null = null; beforeEach(f: () => any) { this.setup = f; return this; } it(n: string, f: (ctx: any) => void) { this.cases.push({ n, f }); return this; } run() { return this.cases.map(({ n, f }) => { try { f(this.setup ? this.setup() : {}); return [n, true]; } catch { return [n, false]; } }); } }
      return new Suite().beforeEach(() => ({ v: 1 })).it("a", c => { if (c.v !== 1) throw 1; }).it("b", c => { throw c; }).run();
    `,
    "promise-like then object": `
      const thenable = { then(f: (x: number) => void) { f(4); } };
      let got = 0; thenable.then(x => { got = x; });
      return got;
    `,
    "memo with closure weakmap": `
      const cache = new WeakMap<object, number>();
      const id = (() => { let n = 0; return (o: object) => { if (!cache.has(o)) cache.set(o, ++n); return cache.get(o); }; })();
      const a = {}, b = {};
      return [id(a), id(b), id(a)];
    `,
    "partial right": `
      const flip = <A, B, R>(f: (a: A, b: B) => R) => (b: B, a: A) => f(a, b);
      return flip((a: number, b: string) => b + a)("x", 1);
    `,
    trampolines: `
      type T = number | (() => T);
      const go = (t: T): number => { while (typeof t === "function") t = t(); return t; };
      const sum = (n: number, a = 0): T => n === 0 ? a : () => sum(n - 1, a + n);
      return go(sum(100));
    `,
    "y combinator": `
      const Y = (f: any) => ((x: any) => x(x))((x: any) => f((y: any) => x(x)(y)));
      return Y((self: any) => (n: number) => n <= 1 ? 1 : n * self(n - 1))(5);
    `,
    observer: `
      class Sub<T> { private fs = new Set<(x: T) => void>(); sub(f: (x: T) => void) { this.fs.add(f); return () => this.fs.delete(f); } next(x: T) { this.fs.forEach(f => f(x)); } }
      const s = new Sub<number>(); const got: number[] = [];
      const un = s.sub(x => got.push(x)); s.next(1); un(); s.next(2);
      return got;
    `,
    reducer: `
      type A = { type: "inc"; by: number } | { type: "reset" };
      const red = (s = { n: 0 }, a: A) => { switch (a.type) { case "inc": return { ...s, n: s.n + a.by }; case "reset": return { n: 0 }; default: return s; } };
      return [{ type: "inc", by: 2 }, { type: "inc", by: 3 }].reduce((s, a) => red(s, a as A), { n: 1 });
    `,
    lens: `
      const prop = <T, K extends keyof T>(k: K) => ({ get: (o: T) => o[k], set: (o: T, v: T[K]): T => ({ ...o, [k]: v }) });
      const l = prop<{ a: number; b: string }, "a">("a");
      return [l.get({ a: 1, b: "x" }), l.set({ a: 1, b: "x" }, 9)];
    `,
    "getter memo": `
      class Lazy { private _v?: number; calls = 0; get v() { return this._v ??= this.compute(); } private compute() { this.calls++; return 42; } }
      const z = new Lazy(); z.v; z.v;
      return [z.v, z.calls];
    `,
    "counter proxies through closures": `
      const counters = Array.from({ length: 3 }, (_, i) => { let c = i; return () => c++; });
      counters[0](); counters[2]();
      return counters.map(c => c());
    `,
    "object with numeric-like class keys": `
      const m = { 1: { v: "a" }, 2: { v: "b" } };
      return ([1, 2] as const).map(k => m[k].v);
    `,
    "in with class": `
      class A { x?: number; y = 1; get z() { return 2; } m() {} }
      const a = new A();
      return ["x" in a, "y" in a, "z" in a, "m" in a, "q" in a];
    `,
    "delete then in": `
      const o: any = { a: 1, b: 2 };
      delete o.a;
      return ["a" in o, o.a === undefined, Object.keys(o), JSON.stringify(o)];
    `,
    "hasOwn inherited": `
      class A { a = 1; m() {} } class B extends A { b = 2; }
      const b = new B();
      return [b.hasOwnProperty("a"), Object.hasOwn(b, "b"), Object.hasOwn(b, "m"), Object.keys(b)];
    `,
    "function returned by getter": `
      class A { get fn() { return (x: number) => x * 3; } }
      return new A().fn(4);
    `,
    "generator method on this": `
      class G { constructor(private n: number) {} *run() { for (let i = 0; i < this.n; i++) yield this.sq(i); } private sq(x: number) { return x * x; } }
      return [...new G(4).run()].reverse();
    `,
    "destructure function params from any": `
      const f = ({ a, b: { c = 5 } = {} as any }: any) => [a, c];
      return [f({ a: 1 }), f({ a: 2, b: { c: 3 } })];
    `,
    "optional call on any element": `
      const hs: Record<string, ((x: number) => number) | undefined> = { a: x => x + 1 };
      return [hs["a"]?.(1), hs["zz"]?.(1) ?? "none"];
    `,
    "abstract with template method": `
      abstract class R { render() { return \`<\${this.tag()}>\${this.body()}</\${this.tag()}>\`; } protected abstract tag(): string; protected body() { return ""; } }
      class Pp extends R { constructor(private t: string) { super(); } protected tag() { return "p"; } protected override body() { return this.t; } }
      return new Pp("x").render();
    `,
  }));

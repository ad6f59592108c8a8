import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("callbacks of arrays", () => {
  test("map and filter, one after the other", () =>
    sameAsNode(`
      const xs = [5, 1, 4, 2];
      print(xs.map((x) => x * 2).filter((x) => x > 3).map((x, i) => x + i).join());
    `));

  test("map by the index alone", () =>
    sameAsNode(`print(["a", "b"].map((_, i) => i * 10).join());`));

  test("map with the array itself", () =>
    sameAsNode(`print([3, 4].map((x, i, all) => x * all.length + i + (all[0] ?? 0)).join());`));

  test("map of a map", () =>
    sameAsNode(`
      const rows = [1, 2, 3].map((x) => [4, 5].map((y) => x * y + x));
      print(rows.map((row) => row.join("-")).join(" "));
    `));

  test("a closure keeps the element of its turn", () =>
    sameAsNode(`
      const fs = [1, 2, 3].map((x) => () => x);
      print(fs.map((f) => f()).join());
      const gs: (() => number)[] = [];
      [1, 2, 3].forEach((x, i) => { const twice = x * 2; gs.push(() => twice + i); });
      print(gs.map((g) => g()).join());
    `));

  test("a closure keeps a parameter that is assigned", () =>
    sameAsNode(`
      const fs: (() => number)[] = [];
      [1, 2, 3].forEach((x) => { fs.push(() => x); x = x * 10; });
      print(fs.map((f) => f()).join());
    `));

  test("a closure keeps a part of a pattern that is assigned", () =>
    sameAsNode(`
      const fs: (() => number)[] = [];
      const pairs: [number, number][] = [[1, 2], [3, 4]];
      pairs.forEach(([a, b]) => { fs.push(() => a + b); a = a * 10; });
      print(fs.map((f) => f()).join());
    `));

  test("a closure changes a variable of its turn", () =>
    sameAsNode(`
      const counters = [10, 20].map((start) => { let n = start; return () => { n += 1; return n; }; });
      print(counters.map((c) => c()).join(), counters.map((c) => c()).join());
    `));

  test("return in forEach goes on with the next element", () =>
    sameAsNode(`
      [1, 2, 3, 4].forEach((x) => {
        if (x % 2 === 0) return;
        if (x === 3) { print("three"); return; }
        print(x);
      });
    `));

  test("return out of loops in a callback", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      xs.forEach((x) => {
        for (const y of [1, 2, 3]) {
          let n = 0;
          while (true) {
            if (n === y) break;
            if (x === 2 && y === 2) return;
            n++;
          }
          print(x, y);
        }
        print("end of", x);
      });
      print(xs.map((x) => { for (const y of [1, 2, 3]) { if (y > x) return y; } return 0; }).join());
    `));

  test("return out of a switch in a callback", () =>
    sameAsNode(`
      const names = [1, 2, 3, 4].map((x) => {
        switch (x) {
          case 1: return "one";
          case 2: { const t = "tw"; return t + "o"; }
          case 3:
            for (const c of "ab") { if (c === "b") return "three" + c; }
            break;
          default: return "many";
        }
        return "after";
      });
      print(names.join());
    `));

  test("return inside try in a callback", () =>
    sameAsNode(`
      const seen: string[] = [];
      const rs = [1, 2, 3].map((x) => {
        try { if (x === 2) return 20; seen.push("t" + x); return x; }
        finally { seen.push("f" + x); }
      });
      print(rs.join(), seen.join());
    `));

  test("labels inside a callback", () =>
    sameAsNode(`
      [1, 2].forEach((x) => {
        outer: for (const a of [1, 2, 3]) {
          for (const b of [1, 2, 3]) {
            if (b === 2) continue outer;
            if (a === 3) break outer;
            if (x === 2 && a === 2) return;
            print(x, a, b);
          }
        }
        print("done", x);
      });
    `));

  test("forEach inside a loop with break and continue", () =>
    sameAsNode(`
      for (const x of [1, 2, 3, 4]) {
        if (x === 2) continue;
        [10, 20].forEach((y) => { if (y === 10) return; print(x, y); });
        if (x === 3) break;
      }
    `));

  test("a callback assigns variables of all scopes around it", () =>
    sameAsNode(`
      let top = 0;
      function f(): string {
        let mine = 0;
        const inner = (): number => { let own = 0; [1, 2].forEach((x) => { top += x; mine += x; own += x; }); return own; };
        const own = inner();
        [5].forEach((x) => (mine += x));
        return own + " " + mine;
      }
      print(f(), top);
    `));

  test("parameters may hide variables around them", () =>
    sameAsNode(`
      const x = 100;
      const i = 200;
      print([1, 2].map((x, i) => x + i).join(), x, i);
      function f(x: number): number {
        const ys = [1, 2, 3].map((x) => x * 2);
        [7].forEach((x) => { print("in", x); });
        return x + ys.length;
      }
      print(f(5));
    `));

  test("variables of a callback may hide others", () =>
    sameAsNode(`
      let total = 1;
      [1, 2].forEach((x) => { let total = x * 100; total += 1; print(total); });
      for (const y of [1]) { [2].forEach((z) => { const y = z; print(y); }); print(y); }
      print(total);
    `));

  test("two callbacks with the same names, one of them kept", () =>
    sameAsNode(`
      const kept = [1, 2].map((x) => () => x);
      const plain = [3, 4].map((x) => x + 1);
      [5].forEach((x) => { print(x); });
      print(kept.map((f) => f()).join(), plain.join());
    `));

  test("patterns as parameters", () =>
    sameAsNode(`
      const pairs: [string, number][] = [["a", 1], ["b", 2]];
      print(pairs.map(([name, n]) => name + n).join());
      print(pairs.map(([, n], i) => n * i).join());
      print(pairs.filter(([, n]) => n > 1).length);
      const ps = [{ x: 1, in: { y: 2 } }, { x: 3, in: { y: 4 } }];
      print(ps.map(({ x, in: { y } }) => x * y).join());
      ps.forEach(({ x }, i) => { print(x, i); });
      const opt: { a?: number }[] = [{ a: 1 }, {}];
      print(opt.map(({ a = 9 }) => a).join());
      print(pairs.find(([name]) => name === "b")?.[1]);
    `));

  test("functions by name get only the arguments that they take", () =>
    sameAsNode(`
      function one(x: number): string { return "one" + x; }
      function two(x: number, i: number): string { return x + ":" + i; }
      function three(x: number, i: number, all: number[]): string { return x + ":" + i + ":" + all.length; }
      function rest(...args: (number | number[])[]): number { return args.length; }
      function maybe(x: number, i = 100): number { return x + i; }
      function none(): string { return "none"; }
      const xs = [5, 6];
      print(xs.map(one).join(), xs.map(two).join(), xs.map(three).join(), xs.map(rest).join(), xs.map(maybe).join(), xs.map(none).join());
      const arrow = (x: number) => x * 2;
      print(xs.map(arrow).join());
      xs.forEach(one);
    `));

  test("methods and fields as callbacks", () =>
    sameAsNode(`
      class Box {
        constructor(readonly k: number) {}
        scale = (x: number): number => x * this.k;
        all(xs: number[]): number[] { return xs.map(this.scale); }
        each(xs: number[]): number[] { return xs.map((x) => this.twice(x) + this.k); }
        twice(x: number): number { return x * 2; }
      }
      const b = new Box(3);
      print(b.all([1, 2]).join(), b.each([1, 2]).join(), [4].map(b.scale).join());
    `));

  test("functions chosen at run time", () =>
    sameAsNode(`
      const up = (x: number) => x + 1;
      const down = (x: number) => x - 1;
      const pick = (b: boolean): ((x: number) => number) => (b ? up : down);
      print([1, 2].map(pick(true)).join(), [1, 2].map(pick(false)).join());
      const table = { up, down };
      print([5].map(table.up).join(), [5].map([up, down][1]!).join());
    `));

  test("built-in functions as callbacks", () =>
    sameAsNode(`
      print(["1", "2", "3"].map(parseInt).join());
      print(["1", "x", "3.5"].map(Number).join());
      print([1, 2.5, -3].map(String).join("|"));
      print(["7.5x", "8"].map(parseFloat).join());
      print([1.5, 2.7, -1.2].map(Math.floor).join(), [4, 9].map(Math.sqrt).join());
      print([0, 1, 2, 0].filter(Boolean).join(), ["", "a"].filter(Boolean).join());
      print([1, 2].some(Number.isInteger), [1.5].every(Number.isInteger));
    `));

  test("Boolean as a filter of what may be missing", () =>
    sameAsNode(`
      const xs: (number | undefined)[] = [1, undefined, 0, 2];
      print(xs.filter(Boolean).join());
      const names: (string | null)[] = ["a", null, ""];
      print(names.filter(Boolean).length, names.filter((n) => n !== null).length);
    `));

  test("function expressions as callbacks", () =>
    sameAsNode(`
      print([1, 2].map(function (x) { return x + 1; }).join());
      print([1, 2, 3].map(function fact(n): number { return n < 2 ? 1 : n * fact(n - 1); }).join());
    `));

  test("callbacks with rest parameters and defaults", () =>
    sameAsNode(`
      print([7, 8].map((...args) => args.length).join());
      print([7, undefined].map((x = 1) => x).join());
    `));

  test("var inside a callback starts undefined in every turn", () =>
    sameAsNode(`
      print([1, 2, 3].map((x) => { if (x === 1) { var v: string | undefined = "set"; } return v ?? "none"; }).join());
    `));

  test("functions declared inside a callback", () =>
    sameAsNode(`
      const rs = [1, 2, 3].map((x) => {
        const y = helper(x) + 1;
        function helper(n: number): number { return n * 10 + x; }
        return y;
      });
      print(rs.join());
    `));

  test("a callback without value gives undefined", () =>
    sameAsNode(`
      const rs = [1, 2, 3].map((x) => { if (x === 2) return "two"; });
      print(rs.map((r) => r ?? "nothing").join());
      const us = [1, 2].map(() => {});
      print(us.length, us[0] === undefined);
    `));

  test("an error in a callback leaves the loop", () =>
    sameAsNode(`
      const seen: number[] = [];
      try {
        [1, 2, 3].forEach((x) => { if (x === 2) throw new Error("at " + x); seen.push(x); });
      } catch (e) { if (e instanceof Error) print(e.message); } finally { print("finally"); }
      print(seen.join());
    `));

  test("callbacks in functions that call themselves", () =>
    sameAsNode(`
      interface Tree { v: number; kids: Tree[] }
      const tree: Tree = { v: 1, kids: [{ v: 2, kids: [{ v: 4, kids: [] }] }, { v: 3, kids: [] }] };
      function sum(t: Tree): number { let s = t.v; t.kids.forEach((k) => { s += sum(k); s += 100; }); return s; }
      function depth(t: Tree): number { return 1 + t.kids.map((k) => depth(k)).reduce((a, d) => Math.max(a, d), 0); }
      const flat = (t: Tree): number[] => [t.v, ...t.kids.flatMap((k) => flat(k))];
      print(sum(tree), depth(tree), flat(tree).join());
    `));

  test("callbacks in fields, constructors, statics and accessors", () =>
    sameAsNode(`
      class Base { readonly tag = "base"; }
      class C extends Base {
        static readonly squares = [1, 2, 3].map((x) => { const y = x * x; return y; });
        readonly x = [1, 2].map((x) => x + 1);
        readonly loops = [1, 2, 3].map((v) => { if (v === 2) return 0; const w = v * 2; return w; });
        readonly tagged = ["a"].map((n) => n + this.tag);
        total = 0;
        constructor(xs: number[]) { super(); xs.forEach((x) => { this.total += x; }); }
        get doubled(): number[] { return this.x.map((v) => v * 2); }
        static make(n: number): C { return new C(Array.from({ length: n }, (_, i) => i)); }
      }
      const c = C.make(4);
      print(C.squares.join(), c.x.join(), c.loops.join(), c.tagged.join(), c.total, c.doubled.join());
    `));

  test("a field's callback and a parameter of the constructor with the same name", () =>
    sameAsNode(`
      class D {
        readonly list = [1, 2, 3].map((x) => { const y = x; return y * 2; });
        readonly last: number;
        constructor(x: number, y: number) { this.last = x * 100 + y; }
      }
      const d = new D(7, 8);
      print(d.list.join(), d.last);
      const xs = [1, 2];
      class E { readonly xs = xs.map((xs) => { const t = xs + 1; return t; }); }
      print(new E().xs.join());
    `));

  test("super inside a callback", () =>
    sameAsNode(`
      class A { name(n: number): string { return "A" + n; } }
      class B extends A {
        override name(n: number): string { return "B" + n; }
        names(): string[] { return [1, 2].map((n) => super.name(n) + this.name(n)); }
      }
      print(new B().names().join());
    `));

  test("callbacks in default values of parameters", () =>
    sameAsNode(`
      function f(xs = [1, 2, 3].map((x) => x * 2), n = xs.reduce((a, b) => a + b, 0)): number { return n; }
      print(f(), f([1]));
    `));

  test("callbacks where they may not be run", () =>
    sameAsNode(`
      const log: string[] = [];
      const note = (s: string): boolean => { log.push(s); return true; };
      function f(b: boolean): string {
        const r = b ? [1].map((x) => { note("then"); return x; }) : [2].map((x) => { note("else"); return x; });
        const t = b && [1].some((x) => note("and" + x));
        const u = b || [1].every((x) => note("or" + x));
        return r.join() + t + u;
      }
      print(f(true), f(false), log.join());
    `));

  test("callbacks in conditions of loops", () =>
    sameAsNode(`
      const xs = [3, 2, 1];
      while (xs.some((x) => x > 0)) { for (let i = 0; i < xs.length; i++) xs[i] = xs[i]! - 1; print(xs.join()); }
      let n = 0;
      do { n++; } while ([1, 2, 3].every((x) => x > n));
      for (let i = 0; [5, 6].find((x) => x === i + 5) !== undefined; i++) print(i);
      if (!xs.every((x) => x < 0)) print("no"); else print("yes");
      print(n);
    `));

  test("callbacks behind optional chains", () =>
    sameAsNode(`
      function f(xs?: number[]): string {
        const n = xs?.map((x) => { const y = x + 1; return y; }).filter((x) => x > 2).length ?? -1;
        xs?.forEach((x) => { print(x); });
        return n + " " + (xs?.some((x) => x === 2) ?? "missing");
      }
      print(f([1, 2, 3]), f());
    `));

  test("the receiver and the callback are evaluated once, in order", () =>
    sameAsNode(`
      const log: string[] = [];
      const list = (): number[] => { log.push("list"); return [1, 2]; };
      const fn = (): ((x: number) => number) => { log.push("fn"); return (x) => { log.push("call" + x); return x; }; };
      const start = (): number => { log.push("start"); return 0; };
      list().map(fn());
      list().forEach((x, i) => { log.push("each" + x + i); });
      list().reduce((a, x) => a + x, start());
      print(log.join());
    `));

  test("values around a callback keep their order", () =>
    sameAsNode(`
      const log: string[] = [];
      const v = (s: string): string => { log.push(s); return s; };
      let k = 1;
      const joined = v("a") + [1, 2].map((x) => { v("m" + x); return x; }).join() + v("b") + k + [k++].join() + k;
      print(joined, log.join());
      const o = { p: v("c"), q: [1].map((x) => { v("n"); return x; }).length, r: v("d") };
      print(o.q, log.join());
    `));

  test("forEach as a value is undefined", () =>
    sameAsNode(`
      const r = [1].forEach((x) => { print(x); });
      print(r === undefined);
      const f = (xs: number[]): void => xs.forEach((x) => print(x));
      f([2, 3]);
    `));

  test("an arrow whose value nobody wants", () =>
    sameAsNode(`
      const out: number[] = [];
      [1, 2].forEach((x) => out.push(x));
      [3].forEach((x) => (x > 2 ? out.push(x) : out.pop()));
      [4].forEach((x) => x > 3 && out.push(x));
      print(out.join());
    `));

  test("thisArg that an arrow does not see", () =>
    sameAsNode(`print([1].map((x) => x + 1, { a: 1 }).join());`));

  test("a this argument that is the method's own object", () =>
    sameAsNode(`
      class K {
        constructor(readonly k: number) {}
        scale(x: number): number { return x * this.k; }
        all(xs: number[]): string {
          const a = xs.map(this.scale, this);
          const b = xs.map(function (this: K, x) { return x + this.k; }, this);
          return a.join() + " " + b.join();
        }
      }
      print(new K(3).all([1, 2]));
    `));

  test("results in variables that are assigned later", () =>
    sameAsNode(`
      let xs = [1, 2, 3, 4];
      xs = xs.filter((x) => { const half = x / 2; return half > 1; });
      let best = xs.find((x) => x > 3);
      best = xs.find((x) => x > (best ?? 0));
      let n = xs.reduce((a, x) => { a += x; return a; }, 0);
      n = xs.reduce((a, x) => a + x, n);
      print(xs.join(), best, n);
    `));

  test("callbacks inside callbacks with statements", () =>
    sameAsNode(`
      const grid = [[1, 2], [3, 4]];
      const out: string[] = [];
      grid.forEach((row, y) => {
        row.forEach((cell, x) => {
          if (cell === 3) return;
          const label = cell + "@" + x + y;
          ["a", "b"].forEach((s) => { if (s === "b" && x === 0) return; out.push(s + label); });
        });
        out.push("row" + y);
      });
      print(out.join());
      print(grid.map((row) => row.filter((c) => grid.some((r) => r.includes(c + 1))).join("-")).join("|"));
    `));

  test("asynchronous callbacks", () =>
    sameAsNode(`
      async function twice(x: number): Promise<number> { await null; return x * 2; }
      async function main(): Promise<void> {
        print((await Promise.all([1, 2].map((x) => twice(x)))).join());
        print((await Promise.all([1, 2].map(twice))).join());
        print((await Promise.all([3, 4].map(async (x, i) => { const y = await twice(x); return y + i; }))).join());
        const started = [5, 6].map((x) => twice(x));
        for (const p of started) print(await p);
        for (const x of [1, 2].filter((y) => y > 1)) print(await twice(x));
      }
      void main();
    `));
});

import { test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { sameValues } from "./programs/sameValues.ts";

test("what the console has beside log", () =>
  sameAsNode(`
    console.table([{ a: 1, b: 2 }, { a: 3, c: "x" }]);
    console.table([[1, 2], [3, 4]]);
    console.table([1, "x"]);
    console.table({ x: { a: 1 }, y: { a: 2 } });
    console.table(5);
    console.table(new Map([["a", 1]]));
    console.table([{ a: 1, b: [1, 2], c: { q: 1 } }, 5], ["a"]);
    console.group("G", 1);
    console.log("in\\nside");
    console.group();
    console.log({ a: [1] });
    console.groupEnd();
    console.groupEnd();
    console.dir({ a: "x" });
    console.dir("x");
    console.assert(true, "no");
    console.count();
    console.count("x");
    console.count();
    console.countReset();
    console.count();
    console.log("%s is %d", "a", 1);
    [1, 2].forEach((x) => console.log(x));
  `));

test("values that show what they are", () =>
  sameAsNode(`
    const f = () => 1;
    function g(): void {}
    console.log(f, g, function foo() {}, async () => {}, function* k() {}, new WeakMap(), [1].values());
    const p = Promise.resolve({ a: 1 });
    console.log(p, [p], new Promise<number>(() => {}));
    const o: any = { a: { b: () => 5 } };
    console.log(o.x?.y.z.w, o.a.q?.(), o.zz?.[0].w);
    function pair(a?: any, b?: any) { return [a, b]; }
    console.log((pair as any)(), pair(1), pair(null));
    console.log(JSON.stringify(undefined as any), JSON.stringify((() => 1) as any));
  `));

test("small programs with the library", () =>
  sameValues({
    "sort with NaN among numbers": `
      return [[3, NaN, 1, 2].sort((x, y) => x - y), [5, 1, NaN, 4, 2].sort((x, y) => y - x)].map((xs) => xs.map(String));
    `,
    "sort by a key that is NaN": `
      return [{ v: 2 }, { v: 0 / Number("0") }, { v: 1 }].sort((a, b) => a.v - b.v).map((x) => String(x.v));
    `,
    "uri functions": `
      let wrong = "";
      try { decodeURIComponent("%"); } catch (e) { wrong = (e as Error).name + (e as Error).message; }
      return [
        encodeURIComponent("a b&c/é€😀"), encodeURI("http://x/a b?c=d&e=é#f"),
        decodeURIComponent("a%20b%26%C3%A9%E2%82%AC"), decodeURI("a%20b%26"), wrong,
      ];
    `,
    texts: `
      return [
        "hello".substr(-3, 2), "hello".substr(1), "abc".isWellFormed(), "abc".toWellFormed(),
        String.raw({ raw: ["a", "b", "c"] }, 1, 2), String.fromCharCode(0x10041, 66),
        (1234567.891).toLocaleString(), (-1234.5).toLocaleString(), (0).toLocaleString(), (999).toLocaleString(),
      ];
    `,
    "built-in functions as values": `
      const most = Math.max, keys = Object.keys, json = JSON.stringify, code = String.fromCharCode;
      const ops = { min: Math.min, floor: Math.floor };
      return [
        most(1, 3, 2), keys({ a: 1 }), json({ a: [1] }), code(65), ops.min(4, 2), ops.floor(2.5),
        [{ b: 2, a: 1 }].map(Object.keys),
      ];
    `,
    "super in functions inside of methods": `
      class A { v_ = 1; get level() { return this.v_; } set level(x) { this.v_ = x; } }
      class B extends A {
        get level() { const read = () => super.level + 10; return read(); }
        set level(x) { const write = () => { super.level = x * 2; }; write(); }
      }
      const b = new B();
      const before = b.level;
      b.level = 4;
      return [before, b.level];
    `,
    "static accessor beside a field of the name": `
      class A { static v_ = 1; static get v() { return A.v_; } static set v(x) { A.v_ = x; } v = 10; }
      A.v = 5;
      return [A.v, new A().v];
    `,
    "using of what may be null": `
      const log: string[] = [];
      const open = (n: number): Disposable | null => n ? { [Symbol.dispose]() { log.push("end " + n); } } : null;
      { using a = open(1); using b = open(0); log.push("body " + (b === null)); }
      return log;
    `,
    "increments of what is no number": `
      let a: any = "5"; a++;
      let u: any; u++;
      const o: any = { n: "7" }; ++o.n;
      return [a, String(u), o.n, 1 / -("" as any)].map(String);
    `,
    "comparisons of objects and texts": `
      const list: any = [1, 2], text: any = "[", o: any = { valueOf() { return 3; } };
      return [list < "2", text < {}, o < 4, o > "2", new Date(5) < new Date(6)];
    `,
    "holes in literals": `
      const a = [1, , 3];
      const c = [1, 2, 3];
      delete c[1];
      return [a.length, a[1] === undefined, c[1] === undefined, c.length];
    `,
    "null through values without type": `
      function f(a: any, b: any = 7) { return [a, b]; }
      const { x = 3, y = 4 } = { x: undefined, y: null } as any;
      let n: any = null; n++;
      return [f(1, null), f(1, undefined), x, y, n];
    `,
    "undefined is not null": `
      function f(x: number | undefined) { return [x === null, x === undefined]; }
      return f(undefined);
    `,
    "accessor through any": `
      class A { x_ = 1; get x() { return this.x_; } set x(v) { this.x_ = v * 2; } }
      const a: any = new A();
      a.x = 4; a.x += 1;
      const list: any = ["a", "b"];
      list.length = 1;
      return [a.x, Object.keys(a), list];
    `,
    "a text thrown into a generator": `
      function* g() { while (true) { try { yield 1; } catch (e) { yield e; } } }
      const i = g();
      i.next();
      return i.throw("x").value;
    `,
  }));

test("variables of a namespace from outside", () =>
  sameAsNode(`
    namespace N { export let x = 1; export let s: string | number = 1; export function get() { return x; } }
    N.x = 5.5;
    console.log(N.get(), N.x);
    N.x++;
    N.x += 2;
    function f() { N.x = 7; return (N.x /= 2); }
    console.log(N.get(), f(), N.get());
    N.s = "q";
    [N.s] = [N.s + "d"];
    console.log(N.s);
  `));

test("a variable that is asked for its type too early", () =>
  sameAsNode(`
    function kind() { return typeof later; }
    try { console.log(kind()); } catch (e) { console.log((e as Error).name); }
    const later = 3;
    console.log(kind());
  `));

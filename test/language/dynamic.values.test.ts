import { test } from "vitest";
import { sameValues } from "./programs/sameValues.ts";

test("methods of values without type", () =>
  sameValues({
    push: `
      const o: any = {};
      o.x = 1; o["y"] = [1]; o.y.push(2); o.z = { w: o.x };
      return o;
    `,
    "array methods": `
      const a: any = [3, 1, 2];
      return [a.map((x: number) => x + 1), a.length, a.join("-"), a.slice(1), a.indexOf(1), a.includes(3), a.concat([4])];
    `,
    "array methods 2": `
      const a: any = [3, 1, 2];
      return [a.filter((x: any) => x > 1), a.reduce((s: any, x: any) => s + x, 0), a.some((x: any) => x > 2), a.every((x: any) => x > 2), a.find((x: any) => x < 3), a.findIndex((x: any) => x === 2), a.at(-1), a.flat(), a.flatMap((x: any) => [x, x])];
    `,
    "array destructive": `
      const a: any = [1, 2, 3];
      return [a.pop(), a.shift(), a.unshift(7), a.push(8), a, a.splice(0, 1), a.reverse(), a.fill(0)];
    `,
    "string methods": `
      const s: any = "Hello";
      return [s.toUpperCase(), s.length, s.slice(1, 3), s.indexOf("l"), s.split(""), s[0], s.charAt(1), s.includes("ell"), s.padStart(7, "*"), s.repeat(2), s.trim(), s.replace("l", "L"), s.startsWith("He"), s.concat("!"), s.charCodeAt(0)];
    `,
    number: `
      const n: any = 3.14159;
      return [n.toFixed(2), n.toString(), (255 as any).toString(16)];
    `,
    maps: `
      const m: any = new Map([["a", 1]]), s: any = new Set([1, 2]);
      m.set("b", 2); s.add(5);
      return [m.get("a"), m.has("b"), m.size, s.has(1), s.size, [...s], [...m.keys()]];
    `,
    nested: `
      const m: any = [[1, 2], [3, 4]];
      m[1][0] = 9;
      return [m[1][0], m[0].length, m.map((r: any) => r.reduce((a: any, b: any) => a + b, 0))];
    `,
    sort: `
      const a: any = [3, 1, 2];
      a.sort((x: any, y: any) => x - y);
      return [a.reverse(), [10, 9, 1].sort(), (["b", "a"] as any).sort()];
    `,
    forEach: `
      const a: any = [1, 2], r: any[] = [];
      a.forEach((x: any, i: any) => r.push(x * 10 + i));
      new Map([["k", 1]] as [string, number][]).forEach((v, k) => r.push(k + v));
      const m: any = new Map([["q", 2]]);
      m.forEach((v: any, k: any) => r.push(k + v));
      return r;
    `,
    "own methods of the same name": `
      class Stack { items: number[] = []; push(x: number) { this.items.push(x); return this; } get(i: number) { return this.items[i]; } }
      const s: any = new Stack();
      s.push(1).push(2);
      return [s.get(1), s.items];
    `,
    JSON: `
      const o = JSON.parse('{"xs":[1,2,3],"s":"ab"}');
      return [o.xs.map((x: number) => x * 2), o.s.toUpperCase(), o.xs.filter((x: number) => x > 1).length];
    `,
    optional: `
      const o: any = { a: [1, 2] };
      return [o.a?.map((x: any) => x + 1), o.b?.map((x: any) => x), o.a?.slice(1)];
    `,
    chain: `
      const a: any = ["a-b", "c-d"];
      return a.map((s: any) => s.split("-")).flat().join("");
    `,
    "generic any recursion": `
      const flat = (x: any): any[] => Array.isArray(x) ? x.reduce((a: any[], y: any) => a.concat(flat(y)), []) : [x];
      return flat([1, [2, [3, [4]]]]);
    `,
    error: `
      try { const a: any = undefined; a.push(1); } catch (e: any) { return e instanceof TypeError; }
    `,
    "unknown cast": `
      const u: unknown = ["x"];
      return (u as string[]).concat(["y"]).map(s => s + s);
    `,
    "any in reduce": `
      const data: any = { list: [{ n: 1 }, { n: 2 }] };
      return data.list.reduce((t: number, { n }: any) => t + n, 0);
    `,
    date: `
      const d: any = new Date(0);
      return [d.getTime(), d.toISOString()];
    `,
    "spread args": `
      const a: any = [1]; const xs = [2, 3];
      a.push(...xs, 4);
      return a;
    `,
    "keys entries": `
      const a: any = ["x", "y"];
      return [[...a.keys()], [...a.entries()], [...a.values()]];
    `,
  }));

test("what objects and classes say of themselves", () =>
  sameValues({
    hasInstance: `
      class Even { static [Symbol.hasInstance](n: any) { return n % 2 === 0; } }
      return [2 as any instanceof Even, (3 as any) instanceof Even];
    `,
    valueOf: `
      class M { constructor(private n: number) {} valueOf() { return this.n; } }
      const a = new M(3), b = new M(4);
      return [(a as any) + (b as any), a < b, +a, \`\${a}\`, (a as any) * 2, (a as any) + 1, (a as any) + "x"];
    `,
    toPrimitive: `
      const o = { [Symbol.toPrimitive](hint: string) { return hint === "number" ? 42 : hint === "string" ? "str" : "def"; } };
      return [+(o as any), \`\${o as any}\`, (o as any) + ""];
    `,
    "toPrimitive class": `
      class T { constructor(private c: number) {} [Symbol.toPrimitive](hint: string) { return hint === "string" ? this.c + " C" : this.c; } }
      const t = new T(20);
      return [\`\${t}\`, (t as any) + 1, +t, (t as any) > 10, String(t)];
    `,
    tags: `
      class A { get [Symbol.toStringTag]() { return "Tag"; } }
      return [String(new A()), Object.prototype.toString.call(new A()), Object.prototype.toString.call([]), Object.prototype.toString.call("s"), Object.prototype.toString.call(1), Object.prototype.toString.call({}), Object.prototype.toString.call(() => 1), Object.prototype.toString.call(new Date(0)), Object.prototype.toString.call(new Map())];
    `,
    "has own by prototype": `
      const o = { a: 1 };
      const r: Record<string, number> = { x: 1 };
      return [Object.prototype.hasOwnProperty.call(o, "a"), Object.prototype.hasOwnProperty.call(o, "b"), Object.prototype.hasOwnProperty.call(r, "x"), {}.hasOwnProperty.call(o, "a")];
    `,
    "prototype call": `
      class A { v = 1; m(x: number) { return this.v + x; } }
      return [A.prototype.m.call(new A(), 4), Array.prototype.slice.call([1, 2, 3], 1), Array.prototype.map.call([1, 2], (x: any) => x * 2)];
    `,
    "instanceof Object": `
      class A {} class B extends A {}
      const b: unknown = new B(), n: unknown = null;
      return [b instanceof A, {} instanceof Object, [] instanceof Object, n instanceof Object, b instanceof Object, (() => 1) instanceof Object, ("x" as any) instanceof Object];
    `,
    "names and lengths": `
      function foo(a: number, b: number, c = 1, ...d: number[]) {}
      const bar = () => 1;
      const o = { baz(x: number) {}, qux: () => 1 };
      class A { static m() {} n() {} f = (a: any) => a; }
      return [foo.name, bar.name, o.baz.name, o.qux.name, A.m.name, new A().n.name, new A().f.name, foo.length, bar.length, o.baz.length, A.m.length, ((a: any, b?: any) => 0).length];
    `,
  }));

test("built-in functions as values", () =>
  sameValues({
    pipe: `
      const pipe = (...fs: ((x: any) => any)[]) => (x: any) => fs.reduce((v, f) => f(v), x);
      return pipe((x: number) => x + 1, String, (s: string) => s + "!")(1);
    `,
    "apply builtin": `
      function apply<T, U>(f: (x: T) => U, x: T): U { return f(x); }
      return [apply(String, 5), apply(Number, "7"), apply(Math.floor, 2.7), apply(parseFloat, "1.5"), apply(Boolean, ""), apply(Math.abs, -3), apply(Number.isInteger, 4)];
    `,
    parseInt: `
      const f = (g: (s: string, r: number) => number) => g("11", 2);
      const h = (g: (s: string) => number) => g("11");
      return [f(parseInt), h(parseInt), h(Number)];
    `,
    table: `
      const t = new Map<string, (x: number) => number>([["abs", Math.abs], ["sq", x => x * x]]);
      return [...t.values()].map(f => f(-3));
    `,
    "missing arg in any": `
      const f: any = (a: any, b: any) => [a, b];
      return f(1);
    `,
    variable: `
      const f = Math.floor; const s = String; const g: (x: number) => number = Math.sqrt;
      return [f(2.5), s(4), g(9)];
    `,
    "object of functions": `
      const ops: Record<string, (x: number) => number> = { floor: Math.floor, neg: x => -x, round: Math.round };
      return Object.keys(ops).map(k => ops[k](2.5));
    `,
  }));

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("elements at the ends", () => {
  test("push, pop, shift and unshift", () =>
    sameAsNode(`
      const xs: number[] = [];
      print(xs.push(1), xs.push(2, 3), xs.push(), xs.unshift(0), xs.unshift(-2, -1), xs.unshift(), xs.join());
      print(xs.pop(), xs.shift(), xs.join());
      xs.push(...[7, 8]); xs.push(9, ...xs, 10); xs.unshift(...[5, 6]); xs.unshift(4, ...xs.slice(0, 1));
      print(xs.join(), xs.push(...xs), xs.length);
    `));

  test("pop and shift of nothing give undefined", () =>
    sameAsNode(`
      const xs: number[] = [];
      const a = xs.pop();
      const b = xs.shift();
      xs.pop();
      xs.shift();
      print(a === undefined, b === undefined, xs.length, xs.pop() ?? "none");
      class Stack { private items: string[] = []; push(s: string): this { this.items.push(s); return this; } pop(): string | undefined { return this.items.pop(); } get size(): number { return this.items.length; } }
      const s = new Stack().push("a").push("b");
      print(s.pop(), s.pop(), s.pop(), s.size);
      const make = (): number[] => [1];
      print(make().pop(), make().shift());
    `));

  test("a queue and a stack", () =>
    sameAsNode(`
      const queue = [1];
      const order: number[] = [];
      while (queue.length > 0) { const x = queue.shift()!; order.push(x); if (x < 8) queue.push(x * 2, x * 2 + 1); }
      print(order.join());
      const stack: number[][] = [[1]];
      let top: number[] | undefined;
      while ((top = stack.pop())) { print(top.join()); if (top.length < 3) stack.push([...top, 0], [...top, 1]); }
    `));

  test("push inside expressions", () =>
    sameAsNode(`
      const xs: number[] = [];
      const f = (x: number): number => xs.push(x);
      const g = (x: number): void => { xs.push(x); };
      const h: (x: number) => void = (x) => xs.push(x);
      print(f(1) + f(2), xs.length > 1 && xs.push(3), xs.length > 9 ? xs.push(4) : -1);
      g(5); h(6);
      if (xs.push(7) > 3) print(xs.join());
      const ys = [xs.push(8), xs.push(9), xs.length];
      print(ys.join());
    `));

  test("push of lists, objects and undefined", () =>
    sameAsNode(`
      const rows: number[][] = [];
      rows.push([1], [2, 3]); rows.push(...rows.map((r) => r.slice()));
      rows[0]!.push(9);
      const us: (number | undefined)[] = [];
      us.push(undefined); us.push(1);
      print(rows.map((r) => r.join("-")).join(), us.length, us[0] === undefined, us.join());
    `));
});

describe("looking for values", () => {
  test("includes and indexOf compare strictly", () =>
    sameAsNode(`
      const mixed: (number | boolean | string | null)[] = [1, true, "1", null, 0, false];
      print(mixed.indexOf(true), mixed.indexOf(1), mixed.indexOf("1"), mixed.indexOf(null), mixed.indexOf(false), mixed.indexOf(0), mixed.lastIndexOf(false), mixed.includes(true));
      const onlyNumbers: (number | boolean)[] = [1, 0];
      print(onlyNumbers.includes(true), onlyNumbers.indexOf(false), [true].includes(true), [false].indexOf(true));
    `));

  test("NaN is included and has no index", () =>
    sameAsNode(`
      const xs = [1, NaN, 2];
      const n = Number("x");
      print(xs.includes(NaN), xs.indexOf(NaN), xs.includes(n), xs.indexOf(n), xs.lastIndexOf(n), xs.includes(n, 2), [0].includes(-0), [-0].indexOf(0));
    `));

  test("1 and 1.0 are one number", () =>
    sameAsNode(`
      const half = 0.5;
      const xs = [half + half, 2];
      print(xs.includes(1), xs.indexOf(1), [1, 2].indexOf(half * 4), xs.lastIndexOf(1));
    `));

  test("objects and lists are themselves only", () =>
    sameAsNode(`
      const a = [1];
      const b = [1];
      const lists = [a, b, [1]];
      print(lists.indexOf(b), lists.includes([1]), lists.lastIndexOf(a), lists.includes(a));
      class P { constructor(readonly x: number) {} }
      const p = new P(1);
      const ps = [new P(1), p];
      print(ps.indexOf(p), ps.includes(new P(1)), ps.indexOf(new P(1)));
      const o = { x: 1 };
      const os = [{ x: 1 }, o];
      print(os.indexOf(o), os.includes({ x: 1 }));
      const r: Record<string, number> = { a: 1 };
      const rs: Record<string, number>[] = [{ a: 1 }, r];
      print(rs.indexOf(r), rs.includes({ a: 1 }));
      const f = (): number => 1;
      const fs = [() => 1, f];
      print(fs.indexOf(f), fs.includes(() => 1));
    `));

  test("undefined among the elements", () =>
    sameAsNode(`
      const xs: (number | undefined)[] = [1, undefined];
      print(xs.includes(undefined), xs.indexOf(undefined), xs.includes(2), xs.lastIndexOf(undefined));
    `));

  test("texts, in conditions too", () =>
    sameAsNode(`
      const words = ["a", "b", "a"];
      const has = (w: string): string => (words.includes(w) ? "yes" : "no");
      print(has("a"), has("z"), words.indexOf("a"), words.lastIndexOf("a"), words.indexOf("a", 1), words.indexOf("q") === -1, words.indexOf("b") >= 0);
      if (words.indexOf("b") !== -1 && !words.includes("x")) print("both");
      const none: string[] = [];
      print(none.indexOf("a"), none.lastIndexOf("a"), none.includes("a"));
    `));

  test("at", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      const none: number[] = [];
      print(xs.at(0), xs.at(-1), xs.at(-4) ?? "none", xs.at(3) ?? "none", none.at(-1) ?? "none", none.at(0) ?? "none", xs.at(-2)!);
      let i = -3;
      print(xs.at(i), xs.at(i + 5), xs.map((x) => x * 2).at(-1), xs.at(1)! + 1);
    `));
});

describe("parts and joins", () => {
  test("concat", () =>
    sameAsNode(`
      const xs = [1, 2];
      print(xs.concat().join(), xs.concat([3]).join(), xs.concat(3, [4, 5], 6).join(), xs.concat([]).length, xs.join(), xs.concat([], [1], []).join());
      const maybe: number | number[] = xs.length > 1 ? [7] : 8;
      print(xs.concat(maybe).join(), xs.concat(...[[1], [2]]).join());
      const rows = [[1]].concat([[2], [3]]);
      print(rows.length, rows.map((r) => r.join()).join("|"));
      const copy = xs.concat();
      copy.push(9);
      print(xs.length, copy.length);
    `));

  test("join", () =>
    sameAsNode(`
      print([1, 2.5, -0, 1e21].join(), ["a", "b"].join(""), [true, false].join("&"), [1, 2].join(undefined), [].join(), ["x"].join("-"));
      const holes: (number | null | undefined)[] = [1, null, undefined, 2];
      print(holes.join("-"), [[1, 2], [3, [4]]].join(";"), [1n, 2n].join("+"));
      const sep = "ab"[0];
      print([1, 2].join(sep), [NaN, Infinity].join(" "));
      class P { constructor(readonly x: number) {} toString(): string { return "P" + this.x; } }
      print([new P(1), new P(2)].join("/"), String([1, [2, 3]]), [1, 2].toString(), \`\${[1, 2]}\`);
    `));

  test("reverse and its copy", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      const same = xs.reverse();
      print(same === xs, xs.join(), xs.toReversed().join(), xs.join(), [...xs].reverse().join(), xs.slice().reverse().join(), xs.slice(1).reverse().join(), xs.join());
      xs.reverse();
      print(xs.join(), ([] as number[]).reverse().length, "abc".split("").reverse().join(""));
    `));

  test("slices are copies", () =>
    sameAsNode(`
      const xs = [[1], [2]];
      const copy = xs.slice();
      copy.push([3]);
      copy[0]!.push(9);
      const spread = [...xs];
      spread.pop();
      print(xs.length, xs[0]!.join(), copy.length, spread.length, copy === xs);
    `));

  test("splice as a value", () =>
    sameAsNode(`
      const xs = [1, 2, 3, 4, 5];
      const [first] = xs.splice(1, 1);
      print(first, xs.splice(0, 2).join(), xs.join(), xs.splice(1).join(), xs.splice(0, 0, 8, 9).length, xs.join());
      const removed = xs.splice(-1, 1, 7)[0];
      print(removed, xs.join());
      function removeAt(list: string[], i: number): void { list.splice(i, 1); }
      function insertAt(list: string[], i: number, s: string): void { list.splice(i, 0, s); }
      const ws = ["a", "b", "c"];
      removeAt(ws, 1); removeAt(ws, -1); removeAt(ws, 9); insertAt(ws, 1, "x"); insertAt(ws, -1, "y"); insertAt(ws, 99, "z");
      print(ws.join());
    `));

  test("fill shares its value", () =>
    sameAsNode(`
      const rows = new Array<number[]>(2).fill([]);
      rows[0]!.push(1);
      print(rows[1]!.length, new Array(3).fill(0).join(), new Array(2).fill("a").join(), Array(2).fill(null).length);
      const xs = [1, 2, 3];
      print(xs.fill(7, 1) === xs, xs.join(), xs.fill(0).join());
    `));

  test("length can be assigned", () =>
    sameAsNode(`
      const xs = [1, 2, 3, 4];
      xs.length = 2; print(xs.join());
      xs.length = 0; print(xs.length);
      xs.push(5); xs.length += 1; print(xs.length, xs[1] === undefined);
      try { xs.length = -1; } catch (e) { print(e instanceof RangeError); }
    `));
});

describe("making arrays", () => {
  test("Array.from", () =>
    sameAsNode(`
      const n = 3;
      print(Array.from({ length: 3 }, (_, i) => i * i).join(), Array.from({ length: n }, () => 0).join(), Array.from({ length: 0 }, (_, i) => i).length);
      print(Array.from([1, 2], (x) => x * 2).join(), Array.from("abc").join("-"), Array.from("ab", (c, i) => c + i).join(), Array.from(new Set([1, 1, 2])).join(), Array.from(new Map([["a", 1]])).join());
      print(Array.from([3, 4].entries()).join("|"), Array.from([3, 4].keys()).join(), Array.from([5].values(), (x) => x + 1).join());
      const length = 2;
      print(Array.from({ length }).length, Array.from({ length }, (u, i) => String(u) + i).join());
      const copy = [1, 2];
      const other = Array.from(copy);
      other.push(3);
      print(copy.length, other.length);
    `));

  test("Array.from with statements in its function", () =>
    sameAsNode(`
      const rows = Array.from({ length: 3 }, (_, y) => {
        const row = Array.from({ length: 2 }, (_, x) => x + y * 2);
        if (y === 1) return [];
        row.push(-1);
        return row;
      });
      print(rows.map((r) => r.join()).join("|"));
      const fs = Array.from({ length: 3 }, (_, i) => () => i);
      print(fs.map((f) => f()).join());
      print(Array.from("abc", (c, i) => { if (i === 1) return "!"; return c; }).join(""));
    `));

  test("lengths of all kinds", () =>
    sameAsNode(`
      const lengths: number[] = [0, 2, 2.7, -1, NaN];
      for (const n of lengths) print(String(n), Array.from({ length: n }, (_, i) => i).join());
      for (const n of lengths) { try { print(String(n), new Array(n).fill(1).join()); } catch (e) { print(String(n), e instanceof RangeError, e instanceof Error ? e.message : ""); } }
    `));

  test("new Array and Array.of", () =>
    sameAsNode(`
      print(new Array().length, new Array(3).length, new Array(1, 2).join(), new Array("3").join(), Array(2).length, Array(1, 2, 3).length, Array.of(7).join(), Array.of(1, 2).join());
      const xs = new Array<number>(3);
      for (let i = 0; i < 3; i++) xs[i] = i * 2;
      print(xs.join(), new Array(...[1, 2]).join(), new Array(2).join("-"));
      const grid = Array.from({ length: 2 }, () => new Array<number>(2).fill(0));
      grid[0]![1] = 5;
      print(grid.map((row) => row.join()).join("|"));
    `));

  test("arrays of holes that are spread or iterated are filled with undefined", () =>
    sameAsNode(`
      print([...Array(3).keys()].join(), [...Array(2)].map((_, i) => i).join(), Array.from(Array(2), (_, i) => i + 1).join(), Array.from(new Array(2)).map((x) => String(x)).join());
      for (const i of Array(2).keys()) print(i);
      for (const x of new Array(2)) print(x === undefined);
    `));

  test("Array.isArray", () =>
    sameAsNode(`
      const values: unknown[] = [[], [1], "a", 1, null, undefined, {}, () => 1, new Set<number>(), new Array(2)];
      print(values.map((v) => Array.isArray(v)).join());
      const f = (x: number | number[]): number => (Array.isArray(x) ? x.length : x);
      print(f(5), f([1, 2, 3]));
    `));

  test("entries, keys and values", () =>
    sameAsNode(`
      const xs = ["a", "b"];
      for (const [i, x] of xs.entries()) print(i, x);
      for (const e of xs.entries()) print(e.length, e[0], e[1]);
      for (const [i] of xs.entries()) print(i);
      for (const [, x] of xs.entries()) print(x);
      for (const i of xs.keys()) print(i);
      for (const x of xs.values()) print(x);
      print([...xs.entries()].map(([i, x]) => i + x).join(), [...xs.keys()].join(), [...xs.values()].join());
      const pairs = [...xs.entries()];
      pairs[0]![1] = "z";
      print(pairs.join("|"), Array.isArray(pairs[0]));
      const [first, second] = xs.keys();
      print(first, second);
      print(Math.max(...xs.keys()), new Map(xs.entries()).get(1), new Set(xs.values()).size);
    `));

  test("spread in all positions", () =>
    sameAsNode(`
      const xs = [1, 2];
      print([...xs].join(), [0, ...xs, 3, ...xs].join(), [...xs, ...xs].length, [...[], ...xs].length, [..."ab", ...new Set([1])].join());
      const f = (...ns: number[]): number => ns.length;
      print(f(...xs), f(0, ...xs, 3), f(...xs, ...xs), f(...xs.map((x) => x + 1).filter((x) => x > 2)));
      const grown = [...xs, 3];
      grown.push(4);
      print(xs.length, grown.length);
    `));

  test("indices that are floats, texts and out of range", () =>
    sameAsNode(`
      const xs = [10, 20, 30];
      const i = 4 / 2;
      xs[i] = 31;
      xs[0.5 + 0.5] = 21;
      print(xs[i], xs[1.0], xs[i - 1], xs["length"], xs.length);
      print(xs[3] ?? -1, xs[-1] ?? -2, xs[0.5] ?? -3, xs[NaN] ?? -4, xs[Infinity] ?? -5, xs[2] ?? -6);
      for (const k in xs) print(k, xs[k]);
      xs[4] = 50;
      print(xs.length, xs[3] === undefined, xs.join());
    `));

  test("copyWithin and with leave the length", () =>
    sameAsNode(`
      const xs = [1, 2, 3, 4, 5];
      print(xs.copyWithin(0, 3).join(), xs.copyWithin(1, 0, 2) === xs, xs.join(), xs.with(0, 9).join(), xs.with(-1, 8).join(), xs.join());
    `));

  test("a class that extends Array", () =>
    sameAsNode(`
      class Stack<T> extends Array<T> { top(): T | undefined { return this[this.length - 1]; } }
      const s = new Stack<number>();
      s.push(1); s.push(2);
      print(s.top(), s.length, s instanceof Array, Array.isArray(s), s.map((x) => x * 2).join(), s.includes(2), s.indexOf(2));
    `));

  test("readonly arrays and tuples", () =>
    sameAsNode(`
      const t: readonly [number, string, boolean] = [1, "a", true];
      const r: readonly number[] = [3, 1, 2];
      print(t.length, t.map((x) => String(x)).join(), t.indexOf("a"), t.includes(true), r.toSorted((a, b) => a - b).join(), r.slice(1).join(), r.at(-1), r.concat([4]).join());
      const [n, s] = t;
      print(n, s, [...t].length);
      const pair: [number, number] = [1, 2];
      pair.reverse();
      pair.push(3);
      print(pair.join());
    `));

  test("arrays of a type parameter", () =>
    sameAsNode(`
      function last<T>(xs: readonly T[]): T | undefined { return xs[xs.length - 1]; }
      function unique<T>(xs: T[]): T[] { return xs.filter((x, i) => xs.indexOf(x) === i); }
      function count<T>(xs: T[], x: T): number { return xs.filter((y) => y === x).length; }
      function chunk<T>(xs: T[], n: number): T[][] { const out: T[][] = []; for (let i = 0; i < xs.length; i += n) out.push(xs.slice(i, i + n)); return out; }
      function zip<A, B>(a: A[], b: B[]): [A, B][] { return a.map((x, i) => [x, b[i]!]); }
      print(last([1, 2]), last<number>([]) ?? "none", unique([1, 2, 1, 3, 2]).join(), unique(["a", "a"]).join(), count([1, 1, 2], 1), chunk([1, 2, 3, 4, 5], 2).map((c) => c.join("-")).join(), zip([1, 2], ["a", "b"]).map(([n, s]) => n + s).join());
    `));
});

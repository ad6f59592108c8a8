import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("searching and reducing arrays", () => {
  test("find, findIndex and their kin from the end", () =>
    sameAsNode(`
      const xs = [5, 8, 2, 8];
      print(xs.find((x) => x > 5), xs.findIndex((x) => x === 8), xs.findLast((x) => x > 5), xs.findLastIndex((x) => x === 8));
      print(xs.find((x) => x > 50), xs.findIndex((x) => x > 50), xs.findLast((x) => x > 50), xs.findLastIndex((x) => x > 50));
      const none: number[] = [];
      print(none.find((x) => x > 0), none.findIndex((x) => x > 0), none.findLastIndex((x) => x > 0));
    `));

  test("find with the index", () =>
    sameAsNode(`
      const xs = ["a", "b", "c"];
      print(xs.find((_, i) => i === 1), xs.findIndex((x, i) => x === "c" && i > 1), xs.findLast((x, i) => i < 2));
    `));

  test("find stops at the first that fits", () =>
    sameAsNode(`
      const seen: number[] = [];
      const r = [1, 2, 3].find((x) => { seen.push(x); return x === 2; });
      print(r, seen.join());
      const last = [1, 2, 3].findLastIndex((x) => { seen.push(x * 10); return x === 2; });
      print(last, seen.join());
    `));

  test("find with a block of several returns", () =>
    sameAsNode(`
      const r = [4, 5, 6].find((x) => {
        if (x < 5) return false;
        for (const d of [2, 3]) { if (x % d === 0) return true; }
        return false;
      });
      print(r);
    `));

  test("find gives the element though its parameter is assigned", () =>
    sameAsNode(`
      print([1, 2, 3].find((x) => { x = x * 10; return x === 20; }));
      print([1, 2, 3].filter((x) => { x = x * 10; return x > 10; }).join());
      print([1, 2, 3].findIndex((x, i) => { i = i + 100; return x === 2; }));
    `));

  test("find of what is returned at once", () =>
    sameAsNode(`
      interface Item { id: number; name: string }
      const items: Item[] = [{ id: 1, name: "one" }, { id: 2, name: "two" }];
      function byId(id: number): Item | undefined { return items.find((item) => item.id === id); }
      const has = (id: number): boolean => items.some((item) => item.id === id);
      function all(limit: number): boolean { return items.every((item) => item.id < limit); }
      function where(name: string): number { return items.findIndex((item) => item.name === name); }
      print(byId(2)?.name, byId(3)?.name, has(1), has(9), all(3), all(2), where("two"), where("no"));
    `));

  test("a search that is returned from inside try, loop and switch", () =>
    sameAsNode(`
      function f(xs: number[], k: number): string {
        try {
          for (let i = 0; i < 2; i++) {
            switch (k) {
              case 0: return String(xs.find((x) => x > 1));
              case 1: return "some" + xs.some((x) => x > 1);
              default: if (xs.every((x) => x > k)) return "every";
            }
          }
          return "end";
        } finally { print("finally", k); }
      }
      print(f([1, 2], 0), f([1, 2], 1), f([9], 2), f([1], 2));
    `));

  test("some and every stop as soon as they know", () =>
    sameAsNode(`
      const seen: number[] = [];
      const note = (x: number): boolean => { seen.push(x); return x > 1; };
      print([1, 2, 3].some(note), [2, 1, 3].every(note), seen.join());
      const none: number[] = [];
      print(none.some((x) => x > 0), none.every((x) => x > 0));
    `));

  test("the truth of what a test gives", () =>
    sameAsNode(`
      print([0, NaN, 2].filter((x) => x).join(), ["", "a"].filter((s) => s).join(), [1, 2].filter((x) => x % 2).join());
      const objs: ({ n: number } | null)[] = [null, { n: 0 }];
      print(objs.filter((o) => o).length, objs.some((o) => o?.n), objs.every((o) => o));
      const lists: number[][] = [[], [1]];
      print(lists.filter((l) => l).length, lists.filter((l) => l.length).length, lists.find((l) => l)!.length);
      print([1, 2].findIndex((x) => x - 1));
    `));

  test("reduce", () =>
    sameAsNode(`
      const xs = [3, 1, 2];
      print(xs.reduce((a, x) => a + x, 0), xs.reduce((a, x) => a * x), xs.reduce((a, x, i) => a + x * i, 100));
      print(xs.reduceRight((a, x) => a + String(x), ">"), xs.reduceRight((a, x) => a - x), xs.reduceRight((a, x, i) => a + i, 0));
      print(xs.reduce((a, x) => Math.max(a, x), -Infinity), xs.reduce((a, x) => (x < a ? x : a)));
      print(["a", "b"].reduce((a, s) => a + s, ""), ["a", "b"].reduce((a, s) => s + a, "."), ["x"].reduce((a, s) => a + s));
      print([0.5, 0.25].reduce((a, b) => a + b, 0), ([] as number[]).reduce((a, b) => a + b, 0));
    `));

  test("reduce of nothing without a start is a TypeError", () =>
    sameAsNode(`
      const none: number[] = [];
      try { none.reduce((a, b) => a + b); } catch (e) { print(e instanceof TypeError, e instanceof Error ? e.message : ""); }
      try { none.reduceRight((a, b) => a + b); } catch (e) { print(e instanceof TypeError); }
      print([7].reduce((a, b) => a + b), [7].reduceRight((a, b) => a + b));
    `));

  test("reduce to lists, objects and maps", () =>
    sameAsNode(`
      const words = ["a", "b", "a", "c"];
      const lists = words.reduce<string[]>((acc, w) => { if (!acc.includes(w)) acc.push(w); return acc; }, []);
      const grown = words.reduce<string[]>((acc, w) => [...acc, w], []);
      const joined = words.reduce<string[]>((acc, w) => acc.concat(w), ["start"]);
      const counts = words.reduce((m, w) => m.set(w, (m.get(w) ?? 0) + 1), new Map<string, number>());
      const best = words.reduce((acc, w, i) => ({ n: acc.n + 1, last: w + i }), { n: 0, last: "" });
      print(lists.join(), grown.join(), joined.join(), counts.get("a"), best.n, best.last);
    `));

  test("concat in reduce leaves the start alone", () =>
    sameAsNode(`
      const start = [1];
      const r = [2, 3].reduce((acc, x) => acc.concat([x]), start);
      print(r.join(), start.join());
    `));

  test("reduce inside reduce, and with statements", () =>
    sameAsNode(`
      const rows = [[1, 2], [3, 4]];
      const total = rows.reduce((acc, row) => acc + row.reduce((a, x) => a + x * 2, 0), 0);
      const text = rows.reduce((acc, row, i) => {
        if (i === 0) return acc + "first";
        const part = row.map((x) => x + 1).join("-");
        return acc + "," + part;
      }, "");
      print(total, text);
    `));

  test("reduce to a function", () =>
    sameAsNode(`
      const add = (n: number) => (x: number) => x + n;
      const composed = [1, 10, 100].reduce<(x: number) => number>((f, n) => (x) => add(n)(f(x)), (x) => x);
      print(composed(5));
    `));

  test("reduce with a function by name", () =>
    sameAsNode(`
      function add(a: number, b: number): number { return a + b; }
      const pick = (a: number, b: number, i: number, all: readonly number[]): number => a + b * i + all.length;
      print([1, 2, 3].reduce(add), [1, 2, 3].reduce(add, 10), [1, 2, 3].reduce(pick, 0), [4, 2].reduceRight(add));
    `));

  test("reduce where the accumulator hides a variable", () =>
    sameAsNode(`
      const a = 5;
      const b = [1, 2].reduce((a, b) => a + b, a);
      print(a, b);
      function f(total: number): number { const rest = [1, 2].reduce((total, x) => total - x, total); return rest + total; }
      print(f(10));
    `));

  test("flatMap", () =>
    sameAsNode(`
      print([1, 2].flatMap((x) => [x, x * 10]).join(), [1, 2].flatMap((x) => x + 1).join(), [1, 2, 3].flatMap((x) => (x === 2 ? [] : [x])).join());
      print([1, 2, 3].flatMap((x) => (x === 2 ? x : [x, x])).join());
      print(["a b", "c"].flatMap((s) => s.split(" ")).join("|"), [[1], [2]].flatMap((x) => x).length, [[[1]], [[2]]].flatMap((x) => x).map((x) => x.length).join());
      print([3, 4].flatMap((x, i) => { if (i === 0) return [x]; const y = x * 2; return [y, y]; }).join());
    `));

  test("flat", () =>
    sameAsNode(`
      print([[1, 2], [3]].flat().join(), [1, [2, [3, [4]]]].flat().length, [1, [2, [3, [4]]]].flat(2).length, [1, [2, [3, [4]]]].flat(Infinity).join(), [[1]].flat(0).length);
      const deep: (number | number[])[] = [1, [2, 3]];
      print(deep.flat().join());
    `));
});

describe("arrays that change while they are iterated", () => {
  test("forEach does not visit what is added", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      const seen: number[] = [];
      xs.forEach((x) => { seen.push(x); if (xs.length < 10) xs.push(x * 10); });
      print(seen.join(), xs.join());
    `));

  test("forEach leaves out what is gone", () =>
    sameAsNode(`
      const xs = [1, 2, 3, 4, 5];
      const seen: number[] = [];
      xs.forEach((x) => { seen.push(x); xs.pop(); });
      print(seen.join(), xs.join());
      const ys = [1, 2, 3, 4];
      const turns: string[] = [];
      ys.forEach((y, i) => { turns.push(i + ":" + y); if (y % 2 === 1) ys.splice(i, 1); });
      print(turns.join(), ys.join());
      const zs = [1, 2, 3];
      zs.forEach((z) => { print(z); zs.length = 0; });
    `));

  test("forEach sees elements that are replaced", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      const seen: number[] = [];
      xs.forEach((x, i) => { seen.push(x); if (i + 1 < xs.length) xs[i + 1] = x * 10; });
      print(seen.join(), xs.join());
      const ys = [1, 2, 3];
      ys.forEach((y, i) => { ys[i] = y * 2; });
      print(ys.join());
    `));

  test("forEach after unshift", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      xs.forEach((x) => { print(x); if (xs.length < 6) xs.unshift(0); });
      print(xs.join());
    `));

  test("map and filter while the array grows", () =>
    sameAsNode(`
      const xs = [1, 2];
      print(xs.map((x) => { xs.push(x); return x * 2; }).join(), xs.join());
      const ys = [1, 2];
      print(ys.filter((y) => { ys.push(y); return true; }).join(), ys.join());
      const zs = [1, 2];
      print(zs.some((z) => { zs.push(z); return false; }), zs.every((z) => { zs.push(z); return true; }), zs.join());
      const vs = [1, 2];
      print(vs.reduce((a, v) => { vs.push(v); return a + v; }, 0), vs.join());
      const ws = [1, 2];
      print(ws.flatMap((w) => { ws.push(w); return [w, w]; }).join());
    `));

  test("filter, some, every and reduce while the array shrinks", () =>
    sameAsNode(`
      const log: string[] = [];
      const a = [1, 2, 3, 4];
      log.push(a.filter((x) => { a.pop(); return x > 0; }).join());
      const b = [1, 2, 3, 4];
      log.push(String(b.some((x) => { b.pop(); return x > 2; })));
      const c = [1, 2, 3, 4];
      log.push(String(c.every((x) => { c.shift(); return x < 4; })), c.join());
      const d = [1, 2, 3, 4];
      log.push(String(d.reduce((s, x) => { d.pop(); return s + x; }, 0)));
      const e = [1, 2, 3, 4];
      log.push(String(e.reduceRight((s, x) => { e.shift(); return s + x; }, 0)));
      const f = [1, 2, 3];
      log.push(f.flatMap((x) => { f.pop(); return [x]; }).join());
      print(log.join(" "));
    `));

  test("find sees undefined where an element is gone", () =>
    sameAsNode(`
      const xs: (number | undefined)[] = [1, 2, 3];
      const seen: string[] = [];
      xs.find((x) => { seen.push(String(x)); xs.pop(); return false; });
      print(seen.join());
      const ys: (number | undefined)[] = [1, 2, 3];
      print(ys.findIndex((y) => { ys.length = 1; return y === undefined; }));
      const zs: (number | undefined)[] = [1, 2, 3];
      print(zs.findLastIndex((z) => { zs.length = 1; return z === 1; }));
    `));

  test("the array changes in a function that the callback calls", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      function more(): void { if (xs.length < 6) xs.push(9); }
      const seen: number[] = [];
      xs.forEach((x) => { seen.push(x); more(); });
      print(seen.join(), xs.join());
      class Queue {
        items = [1, 2, 3];
        drop(): void { this.items.pop(); }
        run(): string { const out: number[] = []; this.items.forEach((x) => { out.push(x); this.drop(); }); return out.join(); }
      }
      print(new Queue().run());
    `));

  test("the array changes through another name", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      const same = xs;
      const seen: number[] = [];
      xs.forEach((x) => { seen.push(x); same.push(x); });
      print(seen.join(), xs.length);
      function each(a: number[], b: number[]): void { a.forEach((x) => { b.push(x); }); }
      const ys = [1, 2];
      each(ys, ys);
      print(ys.join());
      xs.splice(3);
      xs.forEach((x, i, all) => { if (i === 0) all.push(x); });
      print(xs.join());
    `));

  test("the array changes in a callback that is not known", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      function visit(list: number[], f: (x: number) => void): void { list.forEach((x) => f(x)); list.forEach(f); }
      let n = 0;
      visit(xs, () => { n++; if (xs.length < 8) xs.push(0); });
      print(n, xs.length);
    `));

  test("the variable of the array is assigned in the callback", () =>
    sameAsNode(`
      let xs = [1, 2, 3];
      const seen: number[] = [];
      xs.forEach((x, i) => { seen.push(x + i); xs = [7]; });
      print(seen.join(), xs.join());
    `));

  test("for-of sees what is added and not what is gone", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      for (const x of xs) { if (xs.length < 6) xs.push(x * 10); print(x); }
      const ys = [1, 2, 3, 4];
      for (const y of ys) { print(y); ys.shift(); }
      for (const [i, z] of xs.entries()) { if (i < 2) xs.push(z); if (i > 20) break; }
      print(xs.length);
      let n = 0;
      for (const i of ys.keys()) { n++; if (ys.length < 5) ys.push(i); }
      print(n, ys.join());
    `));

  test("other arrays may change without a copy", () =>
    sameAsNode(`
      function split(xs: number[]): string {
        const even: number[] = [];
        const odd: number[] = [];
        xs.forEach((x) => { (x % 2 === 0 ? even : odd).push(x); });
        xs.forEach((x) => { if (x > 2) even.push(x); else odd.push(x); });
        return even.join() + "|" + odd.join();
      }
      print(split([1, 2, 3, 4]));
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("sorting arrays", () => {
  test("without a comparison by text", () =>
    sameAsNode(`
      print([10, 9, 1, 100, -1, -20, 0.5].sort().join(), ["b", "a", "B", "", "ab"].sort().join("|"), [true, false, true].sort().join());
      const none: number[] = [];
      print(none.sort().length, [1].sort().join());
      print([3n, 20n, 1n].sort().join());
    `));

  test("undefined goes last", () =>
    sameAsNode(`
      const xs: (number | undefined)[] = [3, undefined, 10, 1, undefined];
      print(xs.sort().map(String).join());
      print(xs.sort((a, b) => (b ?? 0) - (a ?? 0)).map(String).join());
      print(xs.toSorted((a, b) => a! - b!).map(String).join());
      const ws: (string | undefined)[] = ["b", undefined, "z", "a"];
      print(ws.sort().map(String).join());
    `));

  test("null is compared", () =>
    sameAsNode(`
      const xs: (string | null)[] = ["z", null, "a", "nullx"];
      print(xs.sort().map((x) => x ?? "null").join());
      const ys: (number | null)[] = [3, null, -1];
      print(ys.sort((a, b) => (a ?? 0) - (b ?? 0)).map((y) => y ?? "null").join());
    `));

  test("values of several kinds by text", () =>
    sameAsNode(`
      const xs: (number | string | boolean)[] = [10, "1", true, 9, "b", false];
      print(xs.sort().join());
      print([[2, 1], [10], [1, 5]].sort().map((x) => x.join("-")).join());
    `));

  test("numbers", () =>
    sameAsNode(`
      const xs = [3, -1, 2.5, 10, 0, -7, 2.5];
      print(xs.sort((a, b) => a - b).join(), xs.sort((a, b) => b - a).join());
      print(xs.sort((x, y) => (x < y ? -1 : 1)).join(), xs.sort((x, y) => (x > y ? -1 : x < y ? 1 : 0)).join());
      print(xs.sort((a, b) => { return a - b; }).join(), xs.sort(function (a, b) { return b - a; }).join());
    `));

  test("texts", () =>
    sameAsNode(`
      const xs = ["pear", "fig", "apple", "fig", "kiwi"];
      print(xs.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(), xs.sort((a, b) => (a < b ? 1 : -1)).join());
      print(xs.sort((a, b) => a.length - b.length).join(), xs.sort((a, b) => b.length - a.length).join());
    `));

  test("sort changes the array and gives it back, toSorted does not", () =>
    sameAsNode(`
      const xs = [2, 1];
      const same = xs.sort((a, b) => a - b);
      print(same === xs, xs.join());
      const ys = [2, 1];
      const copy = ys.toSorted((a, b) => a - b);
      print(copy === ys, ys.join(), copy.join(), ys.toSorted().join());
      print([...ys].sort((a, b) => a - b).join(), ys.slice().sort().join(), ys.join(), ys.map((y) => -y).sort((a, b) => a - b).join());
    `));

  test("equal keys keep their order", () =>
    sameAsNode(`
      const items = Array.from({ length: 40 }, (_, i) => ({ k: (i * 7) % 5, f: ((i * 3) % 4) / 4, s: "abc"[i % 3]!, i }));
      const show = (xs: { i: number }[]): string => xs.map((x) => x.i).join();
      print(show(items.toSorted((a, b) => a.k - b.k)));
      print(show(items.toSorted((a, b) => b.k - a.k)));
      print(show(items.toSorted((a, b) => a.f - b.f)));
      print(show(items.toSorted((a, b) => b.f - a.f)));
      print(show(items.toSorted((a, b) => (a.s < b.s ? -1 : a.s > b.s ? 1 : 0))));
      print(show(items.toSorted((a, b) => (a.s < b.s ? 1 : a.s > b.s ? -1 : 0))));
      print(show(items.toSorted((a, b) => a.k - b.k || b.f - a.f)));
      print(show(items.toSorted((a, b) => (a.s < b.s ? -1 : a.s > b.s ? 1 : 0) || b.k - a.k)));
      print(show(items.toSorted((a, b) => (a.s > b.s ? -1 : a.s < b.s ? 1 : 0) || a.k - b.k)));
      print(show(items.toSorted((a, b) => Math.sign(a.k - b.k))));
      print(show(items.toSorted(() => 0)));
      print(show(items.toSorted((a, b) => a.k * 2 + a.f - (b.k * 2 + b.f))));
    `));

  test("keys that follow where the first are equal, however it is written", () =>
    sameAsNode(`
      const items = Array.from({ length: 90 }, (_, i) => ({ k: (i * 7) % 5, f: ((i * 3) % 4) / 4, s: "abc"[i % 3]!, i }));
      const show = (xs: { i: number }[]): string => xs.map((x) => x.i).join();
      for (const list of [items, items.slice(0, 30)]) {
        print(show(list.toSorted((a, b) => (a.s < b.s ? -1 : a.s > b.s ? 1 : b.i - a.i))));
        print(show(list.toSorted((a, b) => (a.s < b.s ? -1 : a.s > b.s ? 1 : a.k < b.k ? 1 : a.k > b.k ? -1 : a.f - b.f))));
        print(show(list.toSorted((a, b) => (a.k !== b.k ? a.k - b.k : b.f - a.f))));
        print(show(list.toSorted((a, b) => (a.k === b.k ? b.f - a.f : b.k - a.k))));
        print(show(list.toSorted((a, b) => { if (a.k !== b.k) return a.k - b.k; return a.s < b.s ? -1 : 1; })));
        print(show(list.toSorted((a, b) => { if (a.s < b.s) return -1; if (a.s > b.s) return 1; return 0; })));
        print(show(list.toSorted((a, b) => { if (a.s < b.s) { return -1; } else if (a.s > b.s) { return 1; } else { return b.k - a.k; } })));
        print(show(list.toSorted((a, b) => { if (a.s < b.s) return 1; if (a.s > b.s) return -1; return a.k - b.k || b.f - a.f; })));
        print(show(list.toSorted((a, b) => { if (a.k > b.k) return -1; if (a.k < b.k) return 1; return 0; })));
        print(show(list.toSorted((a, b) => (a.k !== b.k ? a.k - b.k : 0))));
      }
    `));

  test("keys in pairs and patterns", () =>
    sameAsNode(`
      const counts: [string, number][] = [["b", 2], ["a", 2], ["c", 3], ["d", 1]];
      print(counts.toSorted(([, x], [, y]) => y - x).map(([w]) => w).join());
      print(counts.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([w, n]) => w + n).join());
      print(counts.toSorted((p, q) => p[1] - q[1]).map((p) => p[0]).join());
      const ps = [{ at: { x: 2 } }, { at: { x: 1 } }];
      print(ps.toSorted(({ at: { x: a } }, { at: { x: b } }) => a - b).map((p) => p.at.x).join());
      print(ps.toSorted((a, b) => a.at.x - b.at.x).map((p) => p.at.x).join());
    `));

  test("comparisons that look like keys and are none", () =>
    sameAsNode(`
      const ps = [{ x: 1, y: 9 }, { x: 5, y: 2 }, { x: 3, y: 3 }];
      const show = (r: { x: number }[]): string => r.map((p) => p.x).join();
      print(show(ps.toSorted((a, b) => a.x - b.y)), show(ps.toSorted((a) => a.x - 3)));
      const k = 2;
      print(show(ps.toSorted((a, b) => (a.x - k) * (a.x - k) - (b.x - k) * (b.x - k))));
      print(show(ps.toSorted((a, b) => -(a.x - b.x))), show(ps.toSorted((a, b) => (a.x > b.x ? 1 : 0) - (a.x < b.x ? 1 : 0))));
    `));

  test("a comparison by name, and one that looks around", () =>
    sameAsNode(`
      function down(a: number, b: number): number { return b - a; }
      const order = ["c", "a", "b"];
      const rank = (s: string): number => order.indexOf(s);
      let calls = 0;
      print([1, 3, 2].sort(down).join(), ["a", "b", "c"].sort((x, y) => { calls += 1; return rank(x) - rank(y); }).join(), calls > 1);
      class Sorter { sign = -1; compare = (a: number, b: number): number => this.sign * (a - b); run(xs: number[]): string { return xs.sort(this.compare).join(); } }
      print(new Sorter().run([1, 3, 2]));
    `));

  test("a comparison that may be missing", () =>
    sameAsNode(`
      function sorted(xs: number[], compare?: (a: number, b: number) => number): string { return xs.toSorted(compare).join(); }
      print(sorted([10, 9, 1]), sorted([10, 9, 1], (a, b) => a - b));
    `));

  test("an error in a comparison leaves the array as it was", () =>
    sameAsNode(`
      const xs = [3, 2, 1];
      try { xs.sort((a, b) => { if (a + b > 0) throw new Error("no order"); return 0; }); } catch (e) { if (e instanceof Error) print(e.message); }
      print(xs.join());
    `));

  test("many elements in any order", () =>
    sameAsNode(`
      let seed = 7;
      const next = (): number => { seed = (seed * 3877 + 29573) % 139968; return seed; };
      const random = Array.from({ length: 300 }, next);
      const check = (xs: number[]): boolean => xs.every((x, i) => i === 0 || xs[i - 1]! <= x);
      const up = random.toSorted((a, b) => a - b);
      const down = random.toSorted((a, b) => b - a);
      print(check(up), up.length, down[0] === up[299], check(down.toSorted((a, b) => a - b)), check(up.toSorted((a, b) => a - b)));
      print(check([...up, 5].sort((a, b) => a - b)), check(random.toSorted((a, b) => (a > b ? 1 : -1))));
      print(random.map(String).sort().slice(0, 5).join(), random.toSorted().slice(0, 5).join());
      const objects = random.map((k, i) => ({ k: k % 17, i }));
      print(objects.toSorted((a, b) => a.k - b.k).map((o) => o.i).join());
      print(objects.toSorted((a, b) => { const d = b.k - a.k; return d; }).map((o) => o.i).join());
      for (const n of [0, 1, 2, 3, 15, 16, 17, 18, 31, 33, 64, 65]) {
        const xs = random.slice(0, n);
        print(n, check(xs.toSorted((a, b) => a - b)), check(xs.toSorted((a, b) => { return a < b ? -1 : a === b ? 0 : 1; })));
      }
    `));
});

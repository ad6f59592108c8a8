import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("arrays: order, scopes and identity", () => {
  test("pipelines with effects keep their order", () =>
    sameAsNode(`
      const log: string[] = [];
      let n = 0;
      const bump = (x: number): number => { n += x; log.push("b" + x); return x; };
      const test = (x: number): boolean => { log.push("t" + x); return x > 1; };
      print([1, 2, 3].map((x) => bump(x)).map((y) => y + n).join());
      print([1, 2, 3].filter((x) => test(x)).map((y) => bump(y)).join());
      print([1, 2, 3].filter((x) => bump(x) > 1).map((y) => y * n).join());
      print([1, 2, 3].map(bump).filter(test).map((x) => x + n).join());
      const items = [{ ready: true }, { ready: true }];
      print(items.filter((t) => t.ready).map((t) => { items[1]!.ready = false; return t.ready; }).join());
      const shared = { v: 0 };
      const same = (x: number): { v: number } => { shared.v = x; return shared; };
      print([1, 2, 3].map((x) => same(x)).map((o) => o.v + 1).join());
      print(log.join());
    `));

  test("a sum reads its variable before the callback changes it", () =>
    sameAsNode(`
      let total = 1;
      total += [1, 2].map((x) => { total += x * 10; return x; }).length;
      print(total);
      const o = { n: 1 };
      o.n += [5].reduce((a, x) => { o.n = 100; return a + x; }, 0);
      let s = "a";
      s += [1].map((x) => { s += "b"; return x; }).join();
      let t = 1;
      t -= [4, 5].reduce((a, x) => a + x, 0);
      print(o.n, s, t);
    `));

  test("loops inside of loops have names of their own", () =>
    sameAsNode(`
      const xs = [3, 1, 2, 5];
      const inner = (n: number): number[] => xs.filter(() => xs.map(() => n).filter((x) => { const y = x; return y > 0; }).every(() => true));
      print(inner(1).join(), inner(0).join());
      const found = xs.find((_, i) => xs.findIndex((_, j) => { if (j < i) return false; return xs.some((_, k) => { const d = k - j; return d === 1; }); }) === i);
      print(found);
      print(xs.filter(() => { let n = 0; xs.forEach(() => { xs.forEach(() => { n++; }); }); return n === 16; }).join());
    `));

  test("an error in the first step comes before the second", () =>
    sameAsNode(`
      const log: string[] = [];
      const first = (x: number): number => { if (x === 2) throw new Error("first " + x); return x; };
      const second = (x: number): number => { log.push("second" + x); return x; };
      try { [1, 2].map((x) => first(x)).map((x) => second(x)); } catch (e) { if (e instanceof Error) print(e.message, log.length); }
    `));

  test("receivers and arguments of searches, in order", () =>
    sameAsNode(`
      const log: string[] = [];
      const xs = (): string[] => { log.push("xs"); return ["a", "b"]; };
      const v = (s: string): string => { log.push(s); return s; };
      print(xs().includes(v("a")), xs().indexOf(v("b")) !== -1, xs().indexOf(v("c")), xs().join(v("-")), xs().concat(v("d")).length, xs().at(v("e").length), xs().lastIndexOf(v("f")));
      print(new Array<string>(xs().length).fill(v("g")).join(), xs().fill(v("h")).join(), xs().slice(v("i").length).join());
      print(log.join());
      let ys = [1, 2];
      const swap = (): number => { ys = [9]; return 1; };
      print(ys.includes(swap()), ys.join());
      ys = [1];
      ys.push(swap());
      print(ys.join());
    `));

  test("push of what the push itself looks at", () =>
    sameAsNode(`
      const xs = [1];
      xs.push(xs.length, xs.length);
      xs.unshift(xs.push(7), xs.length);
      print(xs.join());
      const grow = (): number => { xs.push(100); return xs.length; };
      xs.push(grow(), grow());
      print(xs.join());
      xs[xs.length] = xs.length;
      print(xs.length);
    `));

  test("closures of a loop inside and outside of a callback", () =>
    sameAsNode(`
      const fs: (() => string)[] = [];
      for (let i = 0; i < 2; i++) {
        ["a", "b"].forEach((s) => { fs.push(() => s + i); });
        const k = i * 10;
        fs.push(...[1, 2].map((x) => () => String(x + k + i)));
      }
      print(fs.map((f) => f()).join());
      const gs: (() => number)[] = [];
      [1, 2].forEach((x) => { for (const y of [10, 20]) { gs.push(() => x + y); } });
      for (const g of gs) print(g());
      const hs = [1, 2].map((x) => { let n = x; return [() => { n += 1; return n; }, () => n] as const; });
      hs[0]![0](); hs[0]![0]();
      print(hs[0]![1](), hs[1]![1]());
    `));

  test("classes and objects made in a callback keep their element", () =>
    sameAsNode(`
      const classes = [1, 2].map((x) => class { value(): number { return x; } });
      print(classes.map((C) => new C().value()).join());
      const objects = [1, 2].map((x) => ({ get: () => x, m() { return x * 10; } }));
      print(objects.map((o) => o.get() + o.m()).join());
    `));

  test("callbacks in a function that has many of them", () =>
    sameAsNode(`
      function stats(xs: number[]): string {
        const sum = xs.reduce((a, x) => a + x, 0);
        const mean = sum / xs.length;
        const spread = xs.map((x) => (x - mean) * (x - mean)).reduce((a, x) => a + x, 0) / xs.length;
        const above = xs.filter((x) => x > mean);
        const first = xs.find((x) => x > mean) ?? -1;
        const index = xs.findIndex((x) => x === first);
        let text = "";
        xs.forEach((x, i) => { if (i > 0) text += "|"; text += x; });
        const max = xs.reduce((a, b) => (a > b ? a : b));
        return [sum, mean, spread, above.length, first, index, text, max].join(" ");
      }
      print(stats([4, 8, 6, 2]));
    `));

  test("type guards as callbacks", () =>
    sameAsNode(`
      const mixed: (string | number | null)[] = ["a", 1, null, "b", 2];
      const texts = mixed.filter((x): x is string => typeof x === "string");
      const numbers = mixed.filter((x): x is number => typeof x === "number");
      const isText = (x: unknown): x is string => typeof x === "string";
      print(texts.map((s) => s.toUpperCase()).join(), numbers.reduce((a, b) => a + b, 0), mixed.filter(isText).length, mixed.find(isText));
      print(mixed.every((x) => x !== "z"));
    `));

  test("callbacks after a top-level await", () =>
    sameAsNode(`
      const xs = await Promise.resolve([3, 1, 2]);
      let total = 0;
      xs.forEach((x) => { total += x; });
      const twice = xs.map((x) => x * 2);
      const big = xs.filter((x) => { const y = x + 1; return y > 2; });
      print(total, twice.join(), big.join(), xs.some((x) => x > 2), xs.reduce((a, x) => a + x, 0));
      export {};
    `));

  test("callbacks in generators and async functions", () =>
    sameAsNode(`
      function* squares(xs: number[]): Generator<number> {
        const ys = xs.map((x) => { const y = x * x; return y; });
        for (const y of ys) { if (ys.some((z) => z > y)) yield y; }
        return ys.length;
      }
      print([...squares([1, 2, 3])].join());
      async function later(xs: number[]): Promise<string> {
        let n = 0;
        xs.forEach((x) => { n += x; });
        await null;
        return xs.filter((x) => { if (x > n) return false; return x > 1; }).join() + n;
      }
      later([1, 2, 3]).then((s) => print(s));
    `));

  test("listeners that remove themselves", () =>
    sameAsNode(`
      class Bus {
        private listeners: ((n: number) => void)[] = [];
        on(f: (n: number) => void): () => void {
          this.listeners.push(f);
          return () => { this.listeners = this.listeners.filter((g) => g !== f); };
        }
        off(f: (n: number) => void): void { const i = this.listeners.indexOf(f); if (i >= 0) this.listeners.splice(i, 1); }
        emit(n: number): void { this.listeners.forEach((f) => f(n)); }
      }
      const bus = new Bus();
      const once = (n: number): void => { print("once", n); bus.off(once); };
      bus.on(once);
      const stop = bus.on((n) => print("a", n));
      bus.on((n) => { print("b", n); if (n === 1) bus.on((m) => print("c", m)); });
      bus.emit(1);
      bus.emit(2);
      stop();
      bus.emit(3);
    `));

  test("a matrix and its transpose", () =>
    sameAsNode(`
      const m = [[1, 2, 3], [4, 5, 6]];
      const t = m[0]!.map((_, x) => m.map((row) => row[x]!));
      const product = m.map((row) => t[0]!.map((_, j) => row.reduce((a, v, k) => a + v * t[k]![j]!, 0)));
      print(t.map((r) => r.join()).join("|"), product.map((r) => r.join()).join("|"));
      const flat = m.flat();
      const grouped = flat.reduce<number[][]>((rows, v, i) => { if (i % 2 === 0) rows.push([]); rows.at(-1)!.push(v); return rows; }, []);
      print(flat.join(), grouped.map((r) => r.join("-")).join());
    `));

  test("a small parser, a graph and permutations", () =>
    sameAsNode(`
      const parse = (s: string): number => s.split("+").map((part) => part.split("*").map(Number).reduce((a, b) => a * b, 1)).reduce((a, b) => a + b, 0);
      print(parse("2*3+4+5*6"));
      const edges: [string, string][] = [["a", "b"], ["b", "c"], ["a", "d"], ["d", "c"]];
      const reach = (from: string, seen: string[] = []): string[] => {
        if (seen.includes(from)) return seen;
        seen.push(from);
        edges.filter(([a]) => a === from).forEach(([, b]) => { reach(b, seen); });
        return seen;
      };
      print(reach("a").join());
      const permute = (xs: number[]): number[][] => (xs.length < 2 ? [xs] : xs.flatMap((x, i) => permute([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])));
      print(permute([1, 2, 3]).map((p) => p.join("")).join());
    `));
});

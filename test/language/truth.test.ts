import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Truth of values", () => {
  test("every kind of value in an if", () =>
    sameAsNode(`
      const values: unknown[] = [0, 1, -1, "", "0", "a", true, false, null, undefined, NaN, -0, [], {}, [0], 0.5, Infinity, () => 0, new Map(), new Set(), 0n, 1n];
      console.log(values.slice(0, 20).map((v) => (v ? "T" : "F")).join(""));
    `));

  test("numbers", () =>
    sameAsNode(`
      for (const n of [0, -0, 1, -1, 0.1, NaN, Infinity]) console.log(n ? "T" : "F", !n, !!n, Boolean(n));
    `));

  test("strings", () =>
    sameAsNode(`
      for (const s of ["", " ", "0", "false"]) console.log(s ? "T" : "F", !s);
    `));

  test("arrays and objects are true", () =>
    sameAsNode(`
      const empty: number[] = [];
      const o: Record<string, number> = {};
      console.log(empty ? 1 : 2, o ? 1 : 2, !empty, !o, empty.length ? 1 : 2);
    `));

  test("maps and sets are true", () =>
    sameAsNode(`
      console.log(new Map() ? 1 : 2, new Set() ? 1 : 2, !new Map().size);
    `));

  test("class with length zero", () =>
    sameAsNode(`
      class L { length = 0; size = 0; }
      console.log(new L() ? 1 : 2);
    `));

  test("and or as values", () =>
    sameAsNode(`
      const f = (a: unknown, b: unknown) => [a && b, a || b];
      console.log(f(0, 1), f("", "x"), f([], 1), f(NaN, 2), f("a", ""));
    `));

  test("typed and or", () =>
    sameAsNode(`
      const n: number = 0;
      const s: string = "";
      const xs: number[] = [];
      console.log(n || 5, s || "d", xs || [1], n && 5, s && "x", (xs && 7) as unknown);
    `));

  test("NaN with or", () =>
    sameAsNode(`
      const bad: number = parseFloat("x");
      console.log(bad || 3, bad && 3, bad ?? 3, !bad);
    `));

  test("nullish", () =>
    sameAsNode(`
      const a: number | null = [null, 1][0] ?? null;
      const z: number | undefined = 0;
      console.log(a ?? "n", z ?? "u", "" ?? "e", false ?? true);
    `));

  test("while over truth", () =>
    sameAsNode(`
      let list: number[] | null = [1, 2];
      let steps = 0;
      while (list) { list.pop(); steps++; if (list.length === 0) list = null; }
      console.log(steps);
    `));

  test("do while number", () =>
    sameAsNode(`
      let k = 3;
      let out = "";
      do { out += k; } while (--k);
      console.log(out);
    `));

  test("optional objects", () =>
    sameAsNode(`
      interface T { v?: number; s?: string; o?: { x: number } }
      const ts: T[] = [{}, { v: 0, s: "", o: { x: 0 } }, { v: 1, s: "a" }];
      for (const t of ts) console.log(t.v ? "v" : "-", t.s ? "s" : "-", t.o ? "o" : "-", !t.v && !t.s);
    `));

  test("assignment in a condition", () =>
    sameAsNode(`
      let m: number | undefined;
      const queue = [3, 0, 1];
      while ((m = queue.shift())) console.log("got", m);
      console.log(queue, m);
    `));

  test("logical assignment", () =>
    sameAsNode(`
      let p: number | undefined;
      p ||= 5; p &&= p + 1; p ??= 9;
      let q = "";
      q ||= "filled"; q &&= q + "!";
      console.log(p, q);
    `));

  test("filter Boolean", () =>
    sameAsNode(`
      console.log([0, 1, "", "a", null, undefined, NaN, []].filter(Boolean).length);
      console.log([1, 0, 2].filter(Boolean), ["", "x"].filter((s) => s));
    `));

  test("double negation", () =>
    sameAsNode(`
      const t = { a: "x", b: 0 };
      console.log(!!t.a, !!t.b, !!t, !!"");
    `));

  test("ternary chains", () =>
    sameAsNode(`
      const g = (n: number) => (n < 0 ? "neg" : n ? "pos" : "zero");
      console.log(g(-1), g(0), g(5), g(NaN));
    `));

  test("booleans in arithmetic positions", () =>
    sameAsNode(`
      const flags = [true, false, true];
      console.log(flags.filter((x) => x).length, flags.every((x) => x), flags.some((x) => !x));
    `));

  test("short circuit does not evaluate", () =>
    sameAsNode(`
      let calls = 0;
      const hit = () => { calls++; return true; };
      const no = false as boolean;
      no && hit(); true || hit(); (null ?? hit());
      console.log(calls);
    `));

  test("union of string and object", () =>
    sameAsNode(`
      function h(x: string | { a: number } | undefined) { return x ? (typeof x === "string" ? x : x.a) : "none"; }
      console.log(h(""), h("s"), h({ a: 0 }), h(undefined));
    `));

  test("functions are true", () =>
    sameAsNode(`
      const fn: (() => number) | undefined = [() => 1, undefined][0];
      console.log(fn ? fn() : 0, fn && 2);
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Equality", () => {
  test("numbers", () =>
    sameAsNode(`
      const nan = NaN;
      console.log(1 === 1.0, 0 === -0, nan === nan, nan !== nan, 0.1 + 0.2 === 0.3, 5 === 10 / 2);
    `));

  test("strings", () =>
    sameAsNode(`
      const a: string = "ab";
      const b = "a" + "b";
      const up: string = "AB";
      console.log(a === b, a !== b, a === up, "" === "");
    `));

  test("objects by identity", () =>
    sameAsNode(`
      const o = { v: 1 };
      const p = { v: 1 };
      console.log(o === p, o === o, o !== p, [o].includes(o), [o].includes(p), [p, o].indexOf(o));
    `));

  test("arrays by identity", () =>
    sameAsNode(`
      const x = [1, 2];
      const y = [1, 2];
      console.log(x === y, x === x, x !== y);
    `));

  test("class instances", () =>
    sameAsNode(`
      class A { constructor(public v: number) {} }
      const q = new A(1);
      const r: A = q;
      console.log(q === r, q === new A(1));
    `));

  test("maps and sets", () =>
    sameAsNode(`
      const m = new Map([[1, 2]]);
      console.log(m === new Map([[1, 2]]), m === m);
    `));

  test("functions", () =>
    sameAsNode(`
      const f = () => 1;
      const g = f;
      console.log(f === g, f === (() => 1));
    `));

  test("null and undefined", () =>
    sameAsNode(`
      const n: string | null = [null, "a"][0]!;
      const u: string | undefined = ["a"][5];
      console.log(n === null, u === undefined, n == null, u == null, n != null);
    `));

  test("any with everything", () =>
    sameAsNode(`
      const values: unknown[] = [1, "1", true, null, 0, false, "", NaN];
      let out = "";
      for (const v of values) for (const w of values) out += v === w ? "1" : "0";
      console.log(out);
    `));

  test("boolean and number are never equal", () =>
    sameAsNode(`
      const t: unknown = true;
      const one: unknown = 1;
      console.log(t === one, t !== one, one === 1, t === true);
    `));

  test("union comparisons", () =>
    sameAsNode(`
      const us: (number | string | boolean)[] = [1, "1", true];
      console.log(us.map((v) => v === 1), us.map((v) => v === "1"), us.map((v) => v === true));
    `));

  test("comparing optional numbers", () =>
    sameAsNode(`
      interface O { n?: number }
      const os: O[] = [{}, { n: 0 }, { n: undefined }];
      console.log(os.map((o) => o.n === 0), os.map((o) => o.n === undefined), os[0]!.n === os[2]!.n);
    `));

  test("switch on mixed", () =>
    sameAsNode(`
      function name(v: unknown) { switch (v) { case 1: return "one"; case "1": return "text"; case true: return "yes"; case null: return "none"; default: return "other"; } }
      console.log(name(1), name("1"), name(true), name(1.0), name(false), name([]));
    `));

  test("includes and NaN", () =>
    sameAsNode(`
      console.log([NaN].includes(NaN), [NaN].indexOf(NaN), [1, 2].includes(2), ["a"].includes("b"));
    `));

  test("loose with null", () =>
    sameAsNode(`
      const l: (number | null | undefined)[] = [null, undefined, 0];
      console.log(l.map((v) => v == null), l.map((v) => v != null));
    `));

  test("enums", () =>
    sameAsNode(`
      enum E { A, B }
      const e: E = E.B;
      console.log(e === E.B, (e as E) === E.A, e === 1);
    `));

  test("literals and constants", () =>
    sameAsNode(`
      const K = "k" as const;
      const s: string = "k";
      console.log(s === K, K === "k");
    `));

  test("objects in unions with text", () =>
    sameAsNode(`
      const vs: (string | { k: number })[] = ["a", { k: 1 }];
      const first = vs[1]!;
      console.log(vs.map((v) => v === "a"), vs.map((v) => v === first));
    `));

  test("negative comparisons", () =>
    sameAsNode(`
      const nums = [3, 1, 2];
      console.log(nums.filter((v) => v !== 2), nums.findIndex((v) => v === 2), nums.every((v) => v !== 9));
    `));

  test("dates by identity", () =>
    sameAsNode(`
      const d1 = new Date(0);
      const d2 = new Date(0);
      console.log(d1 === d2, d1.getTime() === d2.getTime());
    `));

  test("bigint", () =>
    sameAsNode(`
      console.log(1n === 1n, 2n ** 64n === 18446744073709551616n, 2n ** 2n !== 5n);
    `));

  test("typeof of everything", () =>
    sameAsNode(`
      const all: unknown[] = [1, "s", true, undefined, {}, [], () => 1, 1.5, class {}, new Map()];
      console.log(all.map((v) => typeof v));
    `));

  test("typeof guards", () =>
    sameAsNode(`
      function d(x: number | string | string[] | (() => string)) { if (typeof x === "number") return x + 1; if (typeof x === "string") return x.length; if (typeof x === "function") return x(); return x.join("-"); }
      console.log(d(1), d("abc"), d(["a", "b"]), d(() => "f"));
    `));

  test("text of everything", () =>
    sameAsNode(`
      const items: unknown[] = [1, -0, 1.5, NaN, "s", true, undefined, [1, [2, 3]], [undefined, 1], {}, { a: 1 }, 1e21];
      console.log(items.map((v) => String(v)), items.map((v) => \`\${v}\`).join("|"));
    `));

  test("plus with text", () =>
    sameAsNode(`
      const obj = { toString() { return "T"; } };
      console.log("a" + 1 + 2, 1 + 2 + "a", "x" + null, "x" + undefined, "x" + true, "x" + [1, 2], "x" + {}, "" + obj, "n" + -0);
    `));
});

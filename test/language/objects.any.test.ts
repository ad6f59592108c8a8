import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects of type any", () => {
  test("mixed keys via any", () =>
    sameAsNode(`
      const o: any = {};
      o.b = 1; o["a"] = 2; o[1] = 3;
      console.log(o, Object.keys(o), JSON.stringify(o));
      for (const k in o) console.log(k, o[k]);
      delete o.b;
      console.log(o, "b" in o, o.b);
    `));

  test("any arithmetic is typed by hand", () =>
    sameAsNode(`
      const data: any = { n: 5, s: "x", list: [1, 2, 3] };
      const n: number = data.n;
      const s: string = data.s;
      const list: number[] = data.list;
      console.log(n + 1, s + "y", list.map((x) => x * 2), list.length);
    `));

  test("any in conditions", () =>
    sameAsNode(`
      const data: any = { n: 0, s: "", o: {}, l: [] };
      console.log(data.n ? 1 : 2, data.s ? 1 : 2, data.o ? 1 : 2, data.l ? 1 : 2, data.zz ? 1 : 2, !data.n, data.n === 0, data.zz === undefined, data.zz == null);
    `));

  test("any in templates", () =>
    sameAsNode(`
      const data: any = { n: 1.5, s: "t", b: true, l: [1, 2] };
      console.log(\`\${data.n} \${data.s} \${data.b} \${data.l} \${data.zz}\`, "x" + data.s);
    `));

  test("any called", () =>
    sameAsNode(`
      const lib: any = { add(a: number, b: number) { return a + b; }, inner: { twice: (x: number) => x * 2 } };
      console.log(lib.add(1, 2), lib.inner.twice(4));
    `));

  test("any spread and rest", () =>
    sameAsNode(`
      const base: any = { a: 1, b: 2 };
      const copy = { ...base, c: 3 };
      const { a, ...rest } = base;
      console.log(copy, a, rest, copy.b);
    `));

  test("any into arrays", () =>
    sameAsNode(`
      const xs: any[] = [1, "a", { k: 1 }, [2], undefined, true];
      for (const x of xs) console.log(typeof x, x);
    `));
});

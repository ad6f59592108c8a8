import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("null and undefined in print", () => {
  test("unions", () =>
    sameAsNode(`
      const list: (number | string | boolean | null)[] = [1, "a", true, null];
      for (const x of list) console.log(x);
      console.log(list);
    `));

  test("optional text", () =>
    sameAsNode(`
      function f(s?: string) { console.log(s, [s]); }
      f(); f("x");
    `));

  test("undefined variables", () =>
    sameAsNode(`
      let u: number | undefined;
      console.log(u, [u], { u });
      u = 5;
      console.log(u);
    `));

  test("null typed", () =>
    sameAsNode(`
      let n: string | null = null;
      console.log(n, [n], { n });
      n = "x";
      console.log(n);
    `));

  test("arrays of null and of undefined", () =>
    sameAsNode(`
      const a: (number | null)[] = [null, 1];
      const b: (number | undefined)[] = [undefined, 1];
      console.log(a, b, { a, b }, [[a]], [[b]]);
    `));

  test("map with null values", () =>
    sameAsNode(`
      const m = new Map<string, number | null>([["a", null]]);
      const w = new Map<string | null, number | undefined>([[null, undefined]]);
      console.log(m, w, w.get("zz"));
    `));

  test("bigint", () =>
    sameAsNode(`
      const b = 12345678901234567890n;
      console.log(b, [b, -5n], { b }, \`\${b}\`, b + 1n, typeof b);
    `));

  test("circular", () =>
    sameAsNode(`
      interface N { v: number; next?: N; all: N[] }
      const n: N = { v: 1, all: [] };
      n.next = { v: 2, next: n, all: [n] };
      console.log(n);
      console.log([n, n]);
    `));

  test("circular arrays", () =>
    sameAsNode(`
      const a: unknown[] = [1];
      a.push(a, [a]);
      console.log(a);
    `));

  test("keys that need quotes", () =>
    sameAsNode(`
      console.log({ "a-b": 1, "1a": 2, "a b": 3, $x: 4, _y: 5, é: 6, "": 7, "it's": 8, 12: 9 });
    `));

  test("typed arrays", () =>
    sameAsNode(`
      console.log(new Uint8Array([1, 2, 255]), new Int32Array(3), [new Uint8Array(1)], new Float32Array([0.5, 1.5]), new Uint8Array(0));
    `));

  test("dates", () =>
    sameAsNode(`
      const d = new Date(0);
      console.log(d.toISOString(), JSON.stringify({ d: d.getTime() }));
    `));

  test("errors in values", () =>
    sameAsNode(`
      const e = new RangeError("too big");
      console.log(e.message, e.name, \`\${e}\`, String(e), [e.message]);
    `));

  test("wide characters in columns", () =>
    sameAsNode(`
      console.log(["あ", "い", "う", "え", "お", "か", "き"], ["😀", "😁", "😂", "😃", "😄", "😅", "😆"]);
    `));

  test("spread into console.log", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      console.log(...xs, "end");
      console.log("start", ...xs);
      const words = ["a", "b"];
      console.log(...words);
    `));

  test("console.info and debug", () =>
    sameAsNode(`
      console.info("i", [1]);
      console.debug({ d: 1 });
      console.error("not on stdout");
      console.warn("neither");
    `));
});

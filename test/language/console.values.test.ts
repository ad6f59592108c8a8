import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("console.log of values", () => {
  test("text and ints", () =>
    sameAsNode(`
      console.log("a", 1, -5, "b c");
      console.log();
      console.log("");
      print("x", 2);
      enum Mode { Idle, Heat }
      function mode(): Mode { return Mode.Heat; }
      console.log(mode(), \`\${mode()}\`, [mode()]);
    `));

  test("numbers", () =>
    sameAsNode(`
      console.log(0.1, -0, 1 / 3, 1e21, 1e-7, NaN, Infinity, -Infinity, 6 / 2, 100, -0.5);
    `));

  test("negative zero", () =>
    sameAsNode(`
      const z = -0;
      const zs = [0, -0];
      console.log(z, [z], zs, { z }, \`\${z}\`, String(z));
    `));

  test("booleans, null, undefined", () =>
    sameAsNode(`
      console.log(true, false, null, undefined);
      console.log([true, false, null], [undefined]);
    `));

  test("quotes in nested strings", () =>
    sameAsNode(`
      console.log(["a", "it's", 'say "x"', \`it's "both"\`, \`all '"\\\`\`, "a\\nb", "tab\\t", "\\\\"], { s: "x'y" });
    `));

  test("strings at top level are plain", () =>
    sameAsNode(`
      console.log("it's", ["it's"], "a\\nb");
    `));

  test("empty things", () =>
    sameAsNode(`
      console.log([], {}, [[]], [{}], "", [""], new Map(), new Set());
    `));

  test("six and seven numbers", () =>
    sameAsNode(`
      console.log([1, 2, 3, 4, 5, 6]);
      console.log([1, 2, 3, 4, 5, 6, 7]);
      console.log([100, 2, 30, 4, 5, 6, 7, 8, 9, 10]);
    `));

  test("many numbers in columns", () =>
    sameAsNode(`
      console.log(Array.from({ length: 30 }, (_, i) => i * i));
      console.log(Array.from({ length: 101 }, (_, i) => i));
      console.log(Array.from({ length: 120 }, (_, i) => i % 7));
    `));

  test("strings in columns", () =>
    sameAsNode(`
      console.log(["apple", "banana", "cherry", "date", "elderberry", "fig", "grape", "honeydew"]);
      console.log("the quick brown fox jumps over the lazy dog again and again".split(" "));
    `));

  test("mixed long arrays", () =>
    sameAsNode(`
      console.log([1, "two", 3, "four", 5, "six", 7, null, true]);
    `));

  test("floats in columns", () =>
    sameAsNode(`
      console.log([1.5, 22.25, 3, 4.125, 5, 6.5, 7.75, 8]);
    `));

  test("long strings break", () =>
    sameAsNode(`
      console.log(["a very long string that goes on and on", "another quite long string that goes on", "third"]);
      console.log({ text: "a very long string that goes on and on and on and on and on and on and on and on" });
    `));
});

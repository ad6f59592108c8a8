import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/** Every kind of position: before, at and behind both ends, fractions, NaN, infinities. */
const literals = ["-9", "-3", "-2", "-1", "0", "1", "2", "3", "9"];
const odd = ["1.5", "-1.5", "-0.5", "NaN", "Infinity", "-Infinity"];
const all = [...literals, ...odd];

/** A program that prints the result of every call, and what it left of the array. */
function programOf(calls: readonly string[], before = ""): string {
  const lines = calls.map(
    (call) =>
      `{ const xs = [10, 20, 30]; const r = xs.${call}; print("${call}:", show(r), "|", xs.join()); }`,
  );
  return `
    function show(r: unknown): string {
      if (Array.isArray(r)) return "[" + r.join() + "]";
      return String(r);
    }
    ${before}
    ${lines.join("\n")}
  `;
}

/** The same calls with arguments that nothing is known of. */
function viaVariables(method: string, count: number, tail = ""): string {
  const values = all.join(", ");
  const names = ["p", "q", "s"].slice(0, count);
  const loops = names.map((name) => `for (const ${name} of positions)`).join(" ");
  return `
    const positions: number[] = [${values}];
    ${loops} {
      const xs = [10, 20, 30, 40];
      const r = xs.${method}(${names.join(", ")}${tail});
      print(${names.map((name) => `String(${name})`).join(", ")}, String(r), xs.join());
    }
  `;
}

const pairs = (values: readonly string[]) => values.flatMap((a) => values.map((b) => `${a}, ${b}`));

describe("positions in arrays", () => {
  test("slice, literal positions", () =>
    sameAsNode(
      programOf([
        "slice()",
        ...literals.map((p) => `slice(${p})`),
        ...pairs(literals).map((p) => `slice(${p})`),
      ]),
    ));

  test("slice, odd positions", () =>
    sameAsNode(programOf([...odd.map((p) => `slice(${p})`), ...odd.map((p) => `slice(0, ${p})`)])));

  test("slice, unknown positions", () => sameAsNode(viaVariables("slice", 2)));

  test("slice to undefined is slice to the end", () =>
    sameAsNode(`
      const xs = [1, 2, 3];
      const part = (a?: number, b?: number): number[] => xs.slice(a, b);
      print(part().join(), part(1).join(), part(undefined, 2).join(), part(-1, undefined).join());
    `));

  test("splice, literal positions", () =>
    sameAsNode(
      programOf([
        ...literals.map((p) => `splice(${p})`),
        ...pairs(literals).map((p) => `splice(${p})`),
      ]),
    ));

  test("splice, odd positions", () =>
    sameAsNode(
      programOf([...odd.map((p) => `splice(${p})`), ...odd.map((p) => `splice(1, ${p})`)]),
    ));

  test("splice that inserts", () =>
    sameAsNode(
      programOf([
        ...all.map((p) => `splice(${p}, 0, 7)`),
        ...all.map((p) => `splice(${p}, 1, 7, 8)`),
        ...all.map((p) => `splice(${p}, 9, 7, 8, 9)`),
      ]),
    ));

  test("splice, unknown positions", () => sameAsNode(viaVariables("splice", 2)));
  test("splice that inserts, unknown positions", () =>
    sameAsNode(viaVariables("splice", 2, ", 5, 6")));

  test("splice as a statement", () =>
    sameAsNode(`
      ${all.map((p) => `{ const xs = [1, 2, 3]; xs.splice(${p}); print("${p}", xs.join()); }`).join("\n")}
      ${all.map((p) => `{ const xs = [1, 2, 3]; xs.splice(${p}, 1); print("${p}", xs.join()); }`).join("\n")}
      ${all.map((p) => `{ const xs = [1, 2, 3]; xs.splice(${p}, 0, 9); print("${p}", xs.join()); }`).join("\n")}
      ${all.map((p) => `{ const xs = [1, 2, 3]; xs.splice(${p}, 2, 8, 9); print("${p}", xs.join()); }`).join("\n")}
      ${all.map((p) => `{ const xs = [1, 2, 3]; xs.splice(1, ${p}, ...xs); print("${p}", xs.join()); }`).join("\n")}
    `));

  test("toSpliced", () =>
    sameAsNode(
      programOf([
        ...all.map((p) => `toSpliced(${p})`),
        ...all.map((p) => `toSpliced(${p}, 1, 7, 8)`),
      ]),
    ));

  test("at", () => sameAsNode(programOf(all.map((p) => `at(${p})`))));
  test("at, unknown positions", () => sameAsNode(viaVariables("at", 1)));

  test("fill", () =>
    sameAsNode(
      programOf([
        "fill(1)",
        ...all.map((p) => `fill(1, ${p})`),
        ...all.map((p) => `fill(1, 0, ${p})`),
        ...pairs(["-2", "1", "5"]).map((p) => `fill(1, ${p})`),
      ]),
    ));

  test("copyWithin", () =>
    sameAsNode(
      programOf([
        ...all.map((p) => `copyWithin(${p}, 1)`),
        ...all.map((p) => `copyWithin(0, ${p})`),
        ...all.map((p) => `copyWithin(1, 0, ${p})`),
      ]),
    ));

  test("copyWithin, unknown positions", () => sameAsNode(viaVariables("copyWithin", 2)));

  test("includes and indexOf from a position", () =>
    sameAsNode(
      programOf(
        all.flatMap((p) => [`includes(20, ${p})`, `indexOf(20, ${p})`, `lastIndexOf(20, ${p})`]),
      ),
    ));

  test("with", () =>
    sameAsNode(`
      const xs = [10, 20, 30];
      const positions: number[] = [${all.join(", ")}];
      for (const p of positions) {
        try { print(String(p), xs.with(p, 1).join()); } catch (e) { print(String(p), e instanceof RangeError); }
      }
      print(xs.join());
    `));
});

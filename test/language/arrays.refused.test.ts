import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { refusedWith } from "../support/differential/sameAsNode.ts";

describe("arrays that are refused", () => {
  test("TSMP2001: methods that leave out holes, on an array of holes", () => {
    for (const call of [
      "map((x) => 1)",
      "forEach((x) => print(x))",
      "filter(() => true)",
      "some(() => true)",
      "every(() => false)",
      "reduce((a, x) => a, 0)",
      "flatMap((x) => [x])",
      "flat()",
      "indexOf(undefined)",
    ]) {
      refusedWith(`new Array(3).${call};`, "TSMP2001");
      refusedWith(`Array(3).${call};`, "TSMP2001");
    }
  });

  test("TSMP2001: holes that could be taken for undefined", () => {
    for (const use of [
      "xs.forEach((x) => print(x))",
      "xs.map((x) => x ?? 0)",
      "print(xs.indexOf(undefined))",
      "for (const i in xs) print(i)",
      "print(1 in xs)",
      "console.log(xs)",
    ]) {
      const start = "const xs: (number | undefined)[] = new Array(3); xs[1] = undefined;";
      refusedWith(`${start} ${use};`, "TSMP2001");
      refusedWith(
        `const xs: (string | null)[] = []; xs[4] = null; ${use.replace("undefined", "null")};`,
        "TSMP2001",
      );
    }
  });

  test("TSMP2001: a this argument that is looked at", () => {
    refusedWith(
      `class K {
         k = 2;
         scale(x: number): number { return x * this.k; }
         all(other: K): number { return [1].map(this.scale, other).length; }
       }
       print(new K().all(new K()));`,
      "TSMP2001",
    );
    refusedWith(
      `class K {
         k = 2;
         all(other: K): number { return [1].map(function (this: K, x) { return x * this.k; }, other).length; }
       }
       print(new K().all(new K()));`,
      "TSMP2001",
    );
  });

  test("TSMP2006: a method without its object as a callback", () =>
    refusedWith(`print(["a"].map("abc".indexOf).length);`, "TSMP2006"));

  test("TSMP2007: the names of the properties of a typed array", () =>
    refusedWith("print(Object.keys(new Uint8Array(2)).length);", "TSMP2007"));

  test("TSMP2009: sorting null and undefined together", () =>
    refusedWith(
      `import "machine";
       const xs: (number | null | undefined)[] = [1, null, undefined];
       xs.sort((a, b) => (a ?? 0) - (b ?? 0));`,
      "TSMP2009",
    ));
});

describe("what arrays become", () => {
  const pythonOf = (source: string): string => {
    const { files, diagnostics } = compile({ files: { "main.ts": source } });
    expect(diagnostics.filter((d) => d.category === "error")).toEqual([]);
    const text = files.find((file) => file.path === "main.py")!.text;
    return text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("from "))
      .join("\n");
  };
  const expectPython = (source: string, ...lines: readonly string[]) =>
    expect(pythonOf(source).split("\n")).toEqual(lines);

  test("pipelines are one comprehension", () =>
    expectPython(
      `export const f = (words: string[]) => words.filter((w) => w.length > 3).map((w) => w + "!");`,
      "def f(words):",
      '    return [f"{w}!" for w in words if len(w) > 3]',
    ));

  test("a search is returned from its loop", () =>
    expectPython(
      `export function find(xs: string[], n: number) { return xs.find((x) => x.length === n); }`,
      "def find(xs, n):",
      "    for x in xs:",
      "        if len(x) == n:",
      "            return x",
      "    return None",
    ));

  test("the result is built in the variable it is for", () =>
    expectPython(
      `export function f(xs: string[]) {
         const total = xs.reduce((sum, x) => sum + x.length, 0);
         const long = xs.some((x) => x.length > total);
         return long;
       }`,
      "def f(xs):",
      "    total = 0",
      "    for x in xs:",
      "        total += len(x)",
      "    long = False",
      "    for x in xs:",
      "        if len(x) > total:",
      "            long = True",
      "            break",
      "    return long",
    ));

  test("counted arrays", () =>
    expectPython(
      `export const a = Array.from({ length: 8 }, (_, i) => i);
       export const b = new Array<number>(8).fill(0);
       export const c = [...Array(8).keys()];
       export const d = Array.from({ length: 8 }, () => [0]);`,
      "a = list(range(8))",
      "b = [0] * 8",
      "c = list(range(8))",
      "d = [[0] for _ in range(8)]",
    ));

  test("changes of both ends", () =>
    expectPython(
      `export function f(xs: string[], x: string) {
         xs.push(x); xs.push(x, x); xs.unshift(x); xs.pop(); xs.splice(0, 1); xs.splice(1, 0, x); xs.length = 0;
         return xs.shift()!;
       }`,
      "def f(xs, x):",
      "    xs.append(x)",
      "    xs.extend([x, x])",
      "    xs.insert(0, x)",
      "    if xs:",
      "        xs.pop()",
      "    del xs[0:1]",
      "    xs.insert(1, x)",
      "    xs.clear()",
      "    return xs.pop(0) if xs else None",
    ));

  test("membership", () =>
    expectPython(
      `export const f = (xs: string[], x: string) =>
         xs.includes(x) || xs.indexOf(x) >= 0 || xs.some((y) => y === x) || xs.every((y) => y !== x);`,
      "def f(xs, x):",
      "    return x in xs or x in xs or x in xs or x not in xs",
    ));

  test("sorting by keys", () =>
    expectPython(
      `interface P { n: number; s: string }
       export function f(ps: P[], ns: number[]) {
         ns.sort((a, b) => b - a);
         ps.sort((a, b) => a.n - b.n);
         return ps.toSorted((a, b) => b.n - a.n || (a.s < b.s ? -1 : 1));
       }`,
      "def f(ps, ns):",
      "    sort_numbers(ns, lambda a, b: b - a, True)",
      "    sort_by_numbers(ps, lambda a: a.n, lambda a, b: a.n - b.n)",
      "    return sort_by(ps[:], lambda a: (-a.n, a.s))",
    ));
});

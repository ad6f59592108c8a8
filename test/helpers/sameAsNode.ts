import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { evaluate, type Host, type Outcome } from "./evaluate.ts";
import { toJs } from "./values.ts";

/** A Python expression and the JavaScript that must give the same value, or throw the same kind of error. */
export interface Case {
  python: string;
  node: () => unknown;
}

interface Suite {
  helpers: string[];
  setup?: string;
  cases: Case[];
  /** How far a float may be off, in units of the last place; for functions that C libraries round differently. */
  ulps?: number;
  /** Every how many-th case runs on the WebAssembly port too. */
  wasmEvery?: number;
}

/** Runs all cases in one unix process, and a slice of them in one WebAssembly instance. */
export function sameAsNode(name: string, suite: Suite): void {
  const { cases, wasmEvery = 7 } = suite;
  describeOnUnix(name, (unix) => {
    test("unix port", () => expectSame({ unix }, suite));
  });
  test(`${name} > WebAssembly port`, () =>
    expectSame("wasm", { ...suite, cases: cases.filter((_, i) => i % wasmEvery === 0) }));
}

async function expectSame(
  host: Host,
  { helpers, setup = "", cases, ulps = 0 }: Suite,
): Promise<void> {
  const outcomes = await evaluate(host, {
    helpers,
    setup,
    expressions: cases.map((c) => c.python),
  });
  const wrong = cases.flatMap(({ python, node }, i) => {
    const expected = attempt(node);
    const actual = describe(outcomes[i]!);
    return isSame(actual, expected, ulps)
      ? []
      : [`${python}: ${show(actual)}, in Node ${show(expected)}`];
  });
  expect(wrong.slice(0, 20), `${wrong.length} of ${cases.length} differ`).toEqual([]);
}

type Result = { value: unknown } | { error: string };

function attempt(node: () => unknown): Result {
  try {
    return { value: node() };
  } catch (error) {
    return { error: (error as Error).name };
  }
}

/** Python's own exceptions under the names of what JavaScript throws in their place. */
const jsNames: Record<string, string> = { IndexError: "RangeError", AttributeError: "TypeError" };

function describe(outcome: Outcome): Result {
  if ("value" in outcome) return { value: toJs(outcome.value) };
  const name = /^\w+/.exec(outcome.error)?.[0] ?? "";
  return { error: jsNames[name] ?? name, message: outcome.error } as Result;
}

function isSame(a: Result, b: Result, ulps: number): boolean {
  if ("error" in a || "error" in b) return "error" in a && "error" in b && a.error === b.error;
  return isSameValue(a.value, b.value, ulps);
}

function isSameValue(a: unknown, b: unknown, ulps: number): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSameValue(item, b[i], ulps));
  }
  if (typeof a === "number" && typeof b === "number" && ulps > 0 && a !== b) {
    return Object.is(a, b) || Math.abs(a - b) <= ulps * 2 ** -52 * Math.abs(b);
  }
  return Object.is(a ?? null, b ?? null);
}

function show(result: Result): string {
  if ("error" in result) return `error ${(result as { message?: string }).message ?? result.error}`;
  return Object.is(result.value, -0)
    ? "-0"
    : JSON.stringify(result.value, (_, v) =>
        typeof v === "number" && !Number.isFinite(v) ? String(v) : v,
      );
}

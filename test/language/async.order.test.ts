import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { sameCases } from "../support/differential/sameCases.ts";
import { asyncOrderPrograms } from "./programs/asyncOrder.ts";

/** Ends a case when all that it began has ended. */
const prelude = `
const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 25); });
`;

test("order of async functions, promises and timers", () =>
  sameCases(
    Object.entries(asyncOrderPrograms).map(([name, body], index) => ({
      name,
      declarations: `async function run${index}(): Promise<void> { ${body} }`,
      call: `(run${index}(), settle())`,
      isAsync: true,
    })),
    prelude,
  ));

describe("errors that nobody catches end the program at once", () => {
  test("in a timer, before the next one that is due", () =>
    sameAsNode(`
      setTimeout(() => { print("first"); throw new Error("in timer"); }, 0);
      setTimeout(() => print("never"), 1);
      for (const start = Date.now(); Date.now() < start + 5; );
    `));

  test("in a dropped async function, when the microtasks are over", () =>
    sameAsNode(`
      async function fails(): Promise<void> { await null; throw new Error("late"); }
      fails();
      Promise.resolve().then(() => print("micro")).then(() => print("after"));
      setTimeout(() => print("never"), 5);
      print("sync");
    `));

  test("a promise that is caught in the same turn is none of them", () =>
    sameAsNode(`
      async function fails(): Promise<void> { throw new Error("x"); }
      async function main(): Promise<void> {
        const promise = fails();
        await null;
        try { await promise; } catch (e) { print("caught", (e as Error).message); }
      }
      main();
    `));
});

describe("what helpers share is there once", () => {
  test("values that are no errors, rejected and caught", () =>
    sameAsNode(`
      (async () => { try { await Promise.reject(42); } catch (e) { print(e); } })();
    `));

  test("the error of Promise.any", () =>
    sameAsNode(`
      Promise.any([Promise.reject(new Error("1"))]).catch((e: AggregateError) => print(e instanceof AggregateError));
    `));
});

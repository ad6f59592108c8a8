import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contradictions } from "./support/observe.ts";

test.each(["crc32", "fannkuch", "nbody", "richards", "sieve", "wordcount"])("%s", (name) => {
  const text = readFileSync(`/work/shared/bench/open/${name}/main.ts`, "utf8");
  expect(contradictions(text, "\nexports.bench(3);")).toEqual([]);
});

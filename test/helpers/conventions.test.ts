import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { evaluate, type Host } from "./evaluate.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const helpers = readdirSync(join(root, "runtime-py/tsmp"))
  .filter((file) => file.endsWith(".py"))
  .map((file) => ({
    name: basename(file, ".py"),
    text: readFileSync(join(root, "runtime-py/tsmp", file), "utf8"),
  }));

/** Modules of the firmware of a Pico W that helpers use. */
const firmware = new Set([
  "array",
  "asyncio",
  "builtins",
  "gc",
  "io",
  "math",
  "struct",
  "sys",
  "time",
]);

/** Tables and pieces that are read by a helper of another name. */
const tables = new Set(["float_format", "upper_table", "lower_table", "Settled"]);

/** Does a module have this name, by a definition or an import? */
function holds(text: string, name: string): boolean {
  return new RegExp(`^(class |(async )?def |from .* import (.*, )?|)${name}\\b`, "m").test(text);
}

test("a file is named after what it holds", () => {
  const others = helpers.filter(({ name, text }) => !tables.has(name) && !holds(text, name));
  expect(others.map(({ name }) => name)).toEqual([]);
});

test("a file begins with a line that says what it is for", () => {
  expect(helpers.filter(({ text }) => !/^# \S.{5,}\n/.test(text)).map(({ name }) => name)).toEqual(
    [],
  );
});

test("names differ by more than capitals, for disks that do not see those", () => {
  const small = helpers.map(({ name }) => name.toLowerCase());
  expect(new Set(small).size).toBe(small.length);
});

test("helpers import what helpers hold, and modules that the firmware has", () => {
  const texts = new Map(helpers.map(({ name, text }) => [`tsmp.${name}`, text]));
  const wrong = helpers.flatMap(({ name, text }) =>
    [...text.matchAll(/^\s*(?:from (\S+) import (.+)|import (.+))$/gm)]
      .filter(([, from, what, plain]) => {
        const imported = (what ?? plain ?? "").split(/, */);
        const helper = texts.get(from ?? "");
        if (helper !== undefined) return !imported.every((part) => holds(helper, part));
        return !(from ? [from] : imported).every((part) => firmware.has(part.split(".")[0]!));
      })
      .map(([line]) => `${name}: ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

test("docs/helpers.md has them all (node test/helpers/writeHelperTable.mjs)", () => {
  const page = readFileSync(join(root, "docs/helpers.md"), "utf8");
  const table = page.slice(page.indexOf("## All helpers"));
  const rows = [...table.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name!);
  expect(rows.toSorted()).toEqual(helpers.map(({ name }) => name).toSorted());
});

async function importAll(host: Host): Promise<void> {
  const outcomes = await evaluate(host, {
    helpers: [],
    expressions: helpers.map(({ name }) => `__import__("tsmp.${name}") is None`),
  });
  const failed = outcomes.flatMap((outcome, i) =>
    "error" in outcome ? [`${helpers[i]!.name}: ${outcome.error}`] : [],
  );
  expect(failed).toEqual([]);
}

describeOnUnix("every helper can be imported", (unix) => {
  test("unix port", () => importAll({ unix }));
});
test("every helper can be imported > WebAssembly port", () => importAll("wasm"));

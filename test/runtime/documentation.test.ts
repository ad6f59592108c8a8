import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { onBoard, packages, runtimeFiles, runtimeFolder } from "./support/python.ts";

const page = readFileSync(fileURLToPath(new URL("../../docs/runtime.md", import.meta.url)), "utf8");
const statements = page.split("## Every statement and its test")[1]!;
const here = fileURLToPath(new URL(".", import.meta.url));
const exported: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(`${runtimeFolder}exports.json`, "utf8"),
);

test("every test in the table of docs/runtime.md exists", () => {
  const rows = [...statements.matchAll(/^\| .* \| (\w+) \| (.*) \|$/gm)].filter(
    ([, file]) => file !== "file",
  );
  expect(rows.length).toBeGreaterThan(120);
  const missing = rows.filter(([, file, title]) => !titlesOf(file!).includes(title!));
  expect(missing.map(([row]) => row)).toEqual([]);
});

test("every test of the library is in the table", () => {
  const files = readdirSync(here).filter(
    (name) =>
      name.endsWith(".test.ts") && !["documentation.test.ts", "demos.test.ts"].includes(name),
  );
  const titles = files.flatMap((name) =>
    [
      ...titlesOf(name.replace(".test.ts", "")).matchAll(
        /^\s*test(?:\.concurrent)?\(\s*"([^"]+)"/gm,
      ),
    ].map(([, title]) => ({ name, title: title! })),
  );
  expect(titles.length).toBeGreaterThan(100);
  expect(titles.filter(({ title }) => !mentioned(statements, title))).toEqual([]);
});

/** A long title may be cut short in the table. */
function mentioned(table: string, title: string): boolean {
  return table.includes(title) || table.includes(title.split(", which ")[0]!);
}

function titlesOf(file: string): string {
  return readFileSync(`${here}${file}.test.ts`, "utf8");
}

test("no module is named like something a package exports", () => {
  for (const [name, table] of Object.entries(exported)) {
    const modules = readdirSync(runtimeFolder + name).map((file) => basename(file, ".py"));
    expect(Object.keys(table).filter((symbol) => modules.includes(symbol))).toEqual([]);
  }
});

test("every file says in its first line what it is for", () => {
  const silent = runtimeFiles().filter(({ text }) => !/^# [A-Z].*[.:]?\n/.test(String(text)));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test("every file is short", () => {
  const long = runtimeFiles().filter(({ text }) => String(text).split("\n").length > 170);
  expect(long.map(({ path }) => path)).toEqual([]);
});

describeOnUnix("exports.json", () => {
  for (const name of packages.filter((one) => one !== "pyb")) {
    test(`${name}: each name is in its module, and the package loads it`, async () => {
      const printed = await onBoard(`
        import ${name}
        table = ${JSON.stringify(exported[name])}
        for symbol, module in table.items():
            found = getattr(__import__(module, None, None, True), symbol)
            assert found is getattr(${name}, symbol), symbol
        print(sorted(set(${name}._modules) ^ set(table)))
        try:
            ${name}.nothing
        except AttributeError:
            print("AttributeError")
      `);
      expect(printed).toEqual(["[]", "AttributeError"]);
    });
  }

  test("pyb: the table is that of the package", () => {
    const init = readFileSync(`${runtimeFolder}pyb/__init__.py`, "utf8");
    const names = [...init.matchAll(/^ {4}"(\w+)": "(\w+)",$/gm)].map(
      ([, symbol, module]) => [symbol, `pyb.${module}`] as const,
    );
    expect(Object.fromEntries(names)).toEqual(exported["pyb"]);
  });
});

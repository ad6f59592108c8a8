import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../compiler/cli/renderMarkdown.ts";
import { plain } from "../../compiler/diagnostics/renderStyle.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { tsmp } from "./tsmp.ts";

const pages = join(packageFolder, "docs/diagnostics");
const catalogue = join(packageFolder, "compiler/diagnostics/catalogue");

/** Every code of the catalogue, from its sources. */
async function codesOfCatalogue(): Promise<string[]> {
  const codes: string[] = [];
  for (const file of readdirSync(catalogue)) {
    const module: Record<string, unknown> = await import(join(catalogue, file));
    for (const entry of Object.values(module)) {
      if (typeof entry === "function" && "code" in entry) codes.push(String(entry.code));
    }
  }
  return codes.sort();
}

test("no code is used twice", async () => {
  const codes = await codesOfCatalogue();
  expect(codes).toEqual([...new Set(codes)]);
});

test("every code has a page and every page a code", async () => {
  const names = readdirSync(pages).map((name) => name.replace(/\.md$/, ""));
  expect(names.sort()).toEqual(await codesOfCatalogue());
});

test.each(readdirSync(pages))("%s begins with its code and a title", (name) => {
  const text = readFileSync(join(pages, name), "utf8");
  expect(text).toMatch(new RegExp(`^# ${name.replace(/\.md$/, "")}: \\S`));
});

test("shows a page", async () => {
  const { code, stdout, stderr } = await tsmp(["explain", "TSMP1005"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^TSMP1005: The project has no entry file\n\n/);
  expect(stdout).toContain(`\n    { "tsmp": { "entry": "firmware/start.ts" } }\n`);
});

test.each(["tsmp1005", "1005"])("takes %s", async (code) => {
  expect((await tsmp(["explain", code])).stdout).toMatch(/^TSMP1005: /);
});

test("lists all codes", async () => {
  const { code, stdout } = await tsmp(["explain"]);
  expect(code).toBe(0);
  expect(stdout.trimEnd().split("\n")).toHaveLength(readdirSync(pages).length);
  expect(stdout).toContain("TSMP1001  The entry file does not exist\n");
});

test("--json", async () => {
  expect(JSON.parse((await tsmp(["explain", "--json"])).stdout)).toContainEqual({
    code: "TSMP1001",
    title: "The entry file does not exist",
  });
  expect(JSON.parse((await tsmp(["explain", "1001", "--json"])).stdout)).toMatchObject({
    code: "TSMP1001",
    markdown: expect.stringContaining("## Why"),
  });
});

test.each([
  ["TSMP1099", "TSMP1103", "Did you mean TSMP10"],
  ["banana", "TSMP1103", "`tsmp explain` lists the codes."],
  ["TS2322", "TSMP1104", "ts2322"],
])("does not know %s", async (wanted, code, hint) => {
  const ended = await tsmp(["explain", wanted]);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain(`error ${code}: `);
  expect(ended.stderr).toContain(hint);
});

describe("a page on a terminal", () => {
  const show = (markdown: string) => renderMarkdown(markdown, plain, 30);

  test("wraps paragraphs, joins their lines", () => {
    expect(show("one two three\nfour five six seven eight")).toBe(
      "one two three four five six\nseven eight",
    );
  });

  test("leaves code as it is", () => {
    const line = "const a = 1; // longer than thirty columns";
    expect(show("```ts\n" + line + "\n\n# no heading\n```")).toBe(
      `    ${line}\n\n    # no heading`,
    );
  });

  test("indents what continues an item", () => {
    expect(show("- one two three four five six seven\n  eight\n- nine")).toBe(
      "- one two three four five six\n  seven eight\n- nine",
    );
  });

  test("drops the marks of headings, emphasis and links, but not of code", () => {
    expect(show("## Why `a`\n\n**b** [c](d.md) `**e**`")).toBe("Why `a`\n\nb c (d.md) `**e**`");
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import type { Outcome } from "../support/differential/outcome.ts";
import { runInNode } from "../support/differential/runInNode.ts";
import { runOnUnix } from "../support/differential/runOnUnix.ts";
import { refusedWith } from "../support/differential/sameAsNode.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";

interface Deviation {
  readonly program: string;
  readonly node: Partial<Outcome>;
  readonly board: Partial<Outcome>;
}

/** By page. */
const deviations: Readonly<Record<string, Deviation>> = {
  "exact-integers": {
    program: `let n = 9007199254740991;
      n += 2;
      console.log(n);`,
    node: { stdout: "9007199254740992\n" },
    board: { stdout: "9007199254740993\n" },
  },
  "zero-of-integers": {
    program: `const turned = [0, 1].map((step) => step * -1);
      console.log(turned);`,
    node: { stdout: "[ -0, -1 ]\n" },
    board: { stdout: "[ 0, -1 ]\n" },
  },
  "code-points": {
    program: `const text = "a😀b";
      console.log(text.length, text.endsWith(text[2]));`,
    node: { stdout: "4 false\n" },
    board: { stdout: "3 true\n" },
  },
  "out-of-range": {
    program: `function at(values: number[], i: number): number {
        return values[i] + 1;
      }
      console.log(at([1, 2, 3], 2));
      console.log(at([1, 2, 3], 3));`,
    node: { stdout: "4\nNaN\n" },
    board: {
      stdout: "4\n",
      error: expect.objectContaining({ message: "list index out of range" }),
    },
  },
};

/** The second half of its page. */
const gap = `const seen: (number | null)[] = [null];
  function put(i: number) { seen[i] = i; }
  put(1);
  try { put(5); } catch { console.log("gap"); }
  seen.forEach((x) => console.log(x));`;

/** What cannot be seen on a computer, or not at all, and what holds the page instead. */
const shownElsewhere = ["single-precision", "null-and-undefined"];

describeOnUnix("deviations", (micropython) => {
  test("a gap that could not be told from null", async () => {
    const compiled = compile({ files: { "main.ts": gap } });
    expect(compiled.diagnostics).toEqual([]);
    const outcome = await runOnUnix(micropython, compiled.files, compiled.entry);
    expect(outcome.stdout).toBe("gap\nnull\n1\n");
  });

  test.each(Object.entries(deviations))("%s", async (_page, { program, node, board }) => {
    const files = { "main.ts": program };
    const compiled = compile({ files });
    expect(compiled.diagnostics).toEqual([]);
    expect(await runInNode(files, "main.ts")).toMatchObject(node);
    const outcome = await runOnUnix(micropython, compiled.files, compiled.entry);
    expect(outcome).toMatchObject(board);
  });
});

test("null-and-undefined: what could tell them apart is refused", () => {
  refusedWith(
    `import "machine";
    function isNull(name: string | null | undefined): boolean { return name === null; }
    print(isNull("x"));`,
    "TSMP2009",
  );
});

describe("pages", () => {
  const folder = join(packageFolder, "docs/deviations");
  const list = readFileSync(join(packageFolder, "docs/deviations.md"), "utf8");
  const pages = readdirSync(folder).map((name) => name.replace(".md", ""));

  test("every page is in the list and has a test, and there are ten at most", () => {
    const linked = [...list.matchAll(/\(deviations\/([\w-]+)\.md\)/g)].map(([, name]) => name!);
    expect(linked.toSorted()).toEqual(pages.toSorted());
    expect([...Object.keys(deviations), ...shownElsewhere].sort()).toEqual(pages.toSorted());
    expect(pages.length).toBeLessThanOrEqual(10);
  });

  test.each(pages)("%s says why, and links to what is there", (page) => {
    const text = readFileSync(join(folder, `${page}.md`), "utf8");
    expect(text).toContain("\n## Why\n");
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });
});

test("the programs of docs/getting-started.md build", () => {
  const page = readFileSync(join(packageFolder, "docs/getting-started.md"), "utf8");
  const programs = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, program]) => program!);
  expect(programs.length).toBeGreaterThan(0);
  for (const program of programs) {
    expect(compile({ files: { "main.ts": program } }).diagnostics).toEqual([]);
  }
});

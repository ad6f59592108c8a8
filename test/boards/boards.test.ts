import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { boardNames } from "../../compiler/project/boards.ts";
import { loadProject } from "../../compiler/project/loadProject.ts";
import { stubFolder } from "../../compiler/project/packageFolders.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";

/** The errors of a program on a board: "2:5 TS2345 text". */
function errorsOn(board: string, source: string): string[] {
  const { diagnostics } = compile({ files: { "main.ts": source }, options: { board } });
  return diagnostics.map((d) => `${d.line}:${d.column} ${d.code} ${d.message}`);
}

const radioPin = `import { Pin } from "machine";\nconst p = new Pin(23);\np.on();`;

describe("a pin", () => {
  test.each(["pico_w", "pico2_w"])("that the radio of a %s has is an error", (board) => {
    const [error] = errorsOn(board, radioPin);
    expect(error).toMatch(/^2:\d+ TS2\d+ /);
  });

  test("is free on any board", () => {
    expect(errorsOn("generic", radioPin)).toEqual([]);
  });

  test("of a Pyboard goes by its name there", () => {
    const source = `import { Pin } from "machine";\nconst p = new Pin("X1");\np.on();`;
    expect(errorsOn("pyboard", source)).toEqual([]);
    expect(errorsOn("pico_w", source)).toHaveLength(1);
  });

  test("is checked for the board of each call", () => {
    const analog = `import { ADC } from "machine";\nconst a = new ADC(29);\nprint(a.read_u16());`;
    const results = ["pico_w", "generic", "pico_w"].map((board) => errorsOn(board, analog).length);
    expect(results).toEqual([1, 0, 1]);
  });
});

test("a board that does not exist", () => {
  const [error] = compile({ files: { "main.ts": "" }, options: { board: "nano" } }).diagnostics;
  expect(error).toMatchObject({ code: "TSMP1012", category: "error" });
  expect(error?.message).toContain('"nano"');
});

test("every board has a profile, a configuration and a place in the schema", () => {
  const inFolder = readdirSync(join(stubFolder, "boards"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""));
  expect(inFolder).toEqual([...boardNames].sort());
  const schema = readFileSync(join(stubFolder, "tsmp.schema.json"), "utf8");
  for (const name of boardNames) expect(schema).toContain(`"${name}"`);
});

test.each(boardNames)("a project that extends tsmp/boards/%s.json is for that board", (board) => {
  const folder = temporaryFolder({
    "tsconfig.json": JSON.stringify({ extends: `tsmp/boards/${board}.json`, include: ["src"] }),
    "src/main.ts": "print(1);",
  });
  const project = loadProject(folder);
  expect(project.diagnostics).toEqual([]);
  expect(project.options.board).toBe(board);
});

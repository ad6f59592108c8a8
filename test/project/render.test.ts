import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { displayWidth } from "../../compiler/diagnostics/renderCells.ts";
import {
  inOrder,
  renderDiagnostics,
  summaryOf,
} from "../../compiler/diagnostics/renderDiagnostics.ts";
import { coloured, plain } from "../../compiler/diagnostics/renderStyle.ts";

const error: Diagnostic = {
  code: "TSMP2001",
  category: "error",
  message: "It is wrong.",
  file: "main.ts",
  line: 1,
  column: 1,
  length: 1,
  helpUrl: "docs/diagnostics/TSMP2001.md",
};

/** The source line and the line of carets under it. */
function frameOf(text: string, marked: string, width = 80): readonly [string, string] {
  const start = text.indexOf(marked);
  const before = text.slice(0, start).split("\n");
  const diagnostic = {
    ...error,
    line: before.length,
    column: before.at(-1)!.length + 1,
    length: marked.length,
  };
  const rendered = renderDiagnostics([diagnostic], { style: plain, width, textOf: () => text });
  const lines = rendered.split("\n");
  return [lines[2]!, lines[3]!];
}

/** The columns of a terminal that the carets stand under, as the terminal shows them. */
function underlined([source, carets]: readonly [string, string]): string {
  const from = carets.indexOf("^");
  const to = carets.lastIndexOf("^") + 1;
  let column = 0;
  let text = "";
  for (const { segment } of new Intl.Segmenter().segment(source)) {
    if (column >= from && column < to) text += segment;
    column += displayWidth(segment);
  }
  return text;
}

test("a whole diagnostic", () => {
  const text = "const a = 1;\nlet wrong = a;\n";
  const options = { style: plain, width: 80, textOf: () => text };
  const diagnostic = { ...error, line: 2, column: 5, length: 5, hint: "Do it\nbetter." };
  expect(renderDiagnostics([diagnostic], options)).toBe(
    `main.ts:2:5 - error TSMP2001: It is wrong.

 2 | let wrong = a;
   |     ^^^^^
  hint: Do it
    better.
  help: tsmp explain TSMP2001

1 error in 1 file
`,
  );
});

test("nothing for nothing", () => {
  expect(renderDiagnostics([], { style: plain, width: 80, textOf: () => "" })).toBe("");
});

test.each([
  ["plain", "let wrong = 1;"],
  ["tabs", "\t\tlet\twrong = 1;"],
  ["wide characters", "const 漢字 = '🎉' + wrong;"],
  ["a family emoji", "'👨‍👩‍👧‍👦' + wrong"],
  ["a flag", "'🇩🇪' + wrong"],
  ["combining marks", "'e\u0301' + wrong"],
  ["full-width", "'ＡＢ' + wrong"],
  ["the end of a file without a newline", "// a\nwrong"],
  ["Windows line ends", "// a\r\n  wrong\r\n"],
])("carets stand under the text: %s", (_name, text) => {
  expect(underlined(frameOf(text, "wrong"))).toBe("wrong");
});

test("carets under wide characters are as wide", () => {
  expect(frameOf("x = 漢字;", "漢字")[1]).toMatch(/ {4}\^{4}$/);
});

test("a long line is cut around the carets", () => {
  const frame = frameOf("a".repeat(500) + " wrong " + "b".repeat(500), "wrong", 60);
  expect(underlined(frame)).toBe("wrong");
  expect(displayWidth(frame[0])).toBeLessThanOrEqual(60);
  expect(frame[0]).toMatch(/\| ….*…$/);
});

test("a long line whose error is at its start or end", () => {
  expect(underlined(frameOf("wrong" + "b".repeat(500), "wrong", 60))).toBe("wrong");
  expect(underlined(frameOf("a".repeat(500) + "wrong", "wrong", 60))).toBe("wrong");
});

test("a span of several lines is marked to the end of the first", () => {
  expect(frameOf("f(1,\n  2)", "f(1,\n  2)")[1]).toMatch(/\| \^{4}$/);
});

test("a terminal obeys neither source nor message", () => {
  const text = "const x = '\u001B[31m\u202Eevil'; wrong";
  const [source] = frameOf(text, "wrong");
  for (const harmful of ["\u001B", "\u202E"]) expect(source).not.toContain(harmful);
  const options = { style: plain, width: 80, textOf: () => undefined };
  const rendered = renderDiagnostics([{ ...error, message: "\u001B]0;title\u0007" }], options);
  for (const harmful of ["\u001B", "\u0007"]) expect(rendered).not.toContain(harmful);
});

test("a file that cannot be read has no frame", () => {
  const options = { style: plain, width: 80, textOf: () => undefined };
  expect(renderDiagnostics([error], options)).not.toContain("|");
});

test("a place behind the end of the file has no frame", () => {
  const options = { style: plain, width: 80, textOf: () => "one line" };
  expect(renderDiagnostics([{ ...error, line: 9 }], options)).not.toContain("|");
});

test("a problem without a file has no place", () => {
  const options = { style: plain, width: 80, textOf: () => "text" };
  expect(renderDiagnostics([{ ...error, file: "" }], options)).toMatch(/^error TSMP2001: It is/);
});

test("colours only mark, they change no text", () => {
  const options = { width: 80, textOf: () => "let wrong = 1;" };
  const shown = renderDiagnostics([error], { ...options, style: coloured });
  expect(shown).toContain("\u001B[91merror\u001B[39m");
  const withoutEscapes = stripVTControlCharacters(shown);
  expect(withoutEscapes).toBe(renderDiagnostics([error], { ...options, style: plain }));
});

test("sorted by file and place, each said once", () => {
  const at = (file: string, line: number, column: number) => ({ ...error, file, line, column });
  const mixed = [
    at("b.ts", 1, 1),
    at("a.ts", 10, 1),
    at("a.ts", 2, 5),
    at("a.ts", 2, 5),
    at("", 1, 1),
  ];
  expect(inOrder(mixed).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    ":1:1",
    "a.ts:2:5",
    "a.ts:10:1",
    "b.ts:1:1",
  ]);
});

test.each([
  [["error"], "1 error in 1 file"],
  [["error", "error"], "2 errors in 1 file"],
  [["error", "warning"], "1 error and 1 warning in 1 file"],
  [["error", "warning", "info", "info"], "1 error, 1 warning and 2 notices in 1 file"],
] as const)("the summary of %j", (categories, summary) => {
  expect(summaryOf(categories.map((category) => ({ ...error, category })))).toBe(summary);
});

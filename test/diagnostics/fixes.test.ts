import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";

/** The program with the fixes of its diagnostics made, the last first. */
function fixed(source: string): string {
  const edits = diagnosticsOf(source).flatMap(({ fix }) => fix?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
      source,
    );
}

function diagnosticsOf(source: string): readonly Diagnostic[] {
  return compile({ files: { "main.ts": source } }).diagnostics;
}

test("loose comparisons are made strict", () => {
  const source = `export function same(a: string | (() => string), b: string): boolean {
  return a == b || a != "x";
}`;
  expect(diagnosticsOf(source).map(({ code, fix }) => [code, fix?.description])).toEqual([
    ["TSMP2008", "Compare with ==="],
    ["TSMP2008", "Compare with !=="],
  ]);
  expect(fixed(source)).toBe(source.replace("a == b", "a === b").replace("a != ", "a !== "));
  expect(diagnosticsOf(fixed(source))).toEqual([]);
});

test("what has no mechanical fix has none", () => {
  const [refusal] = diagnosticsOf("export const f = (s: string) => new RegExp(s);");
  expect(refusal).toMatchObject({ code: "TSMP2080" });
  expect(refusal).not.toHaveProperty("fix");
});

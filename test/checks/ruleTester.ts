import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

/** Programs that a rule must leave alone, and programs that it must report at the marks («). */
export interface RuleCases {
  /** Imports and declarations that stand before each program. */
  readonly given?: string;
  readonly board?: string;
  readonly valid: Readonly<Record<string, string>>;
  readonly invalid: Readonly<Record<string, string>>;
}

/** Compiles every program whole: what lets it pass must lower it as well. */
export function testRule(code: string, { given = "", board, valid, invalid }: RuleCases): void {
  const options = board === undefined ? {} : { board };
  describe(`${code} leaves alone`, () => {
    test.each(Object.entries(valid))("%s", (_, program) => {
      const { diagnostics } = compile({ files: { "main.ts": given + program }, options });
      expect(diagnostics.map(shown)).toEqual([]);
    });
  });
  if (Object.keys(invalid).length === 0) return;
  describe(`${code} reports`, () => {
    test.each(Object.entries(invalid))("%s", (_, marked) => {
      const { text, places } = unmark(given + marked);
      const { diagnostics } = compile({ files: { "main.ts": text }, options });
      expect(diagnostics.map(shown)).toEqual(places.map((place) => `${place} ${code}`));
    });
  });
}

function shown({ line, column, code }: { line: number; column: number; code: string }): string {
  return `${line}:${column} ${code}`;
}

function unmark(marked: string): { text: string; places: string[] } {
  const parts = marked.split("«");
  let before = "";
  const places: string[] = [];
  for (const part of parts.slice(0, -1)) {
    before += part;
    const lines = before.split("\n");
    places.push(`${lines.length}:${lines.at(-1)!.length + 1}`);
  }
  return { text: parts.join(""), places };
}

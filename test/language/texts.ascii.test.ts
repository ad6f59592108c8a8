import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

function shipsCaseTables(source: string): boolean {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.filter((d) => d.category === "error")).toEqual([]);
  return files.some((file) =>
    /tsmp\/(to_upper|to_lower|trim|trim_start|trim_end)\.py$/.test(file.path),
  );
}

const ascii: Readonly<Record<string, string>> = {
  "only ASCII": `const t = " The Quick\\t\\n"; console.log(t.trim().toUpperCase() + "|" + t.trimStart().toLowerCase() + "|" + t.trimEnd() + "|");`,
  "letters from codes": `let s = ""; for (let i = 0; i < 26; i++) s += String.fromCharCode(97 + i); console.log(s.toUpperCase());`,
  "codes of characters": `let n = 0; for (const ch of "hello") n = n * 31 + ch.charCodeAt(0); const b = Uint8Array.from("abc", (ch) => ch.charCodeAt(0)); console.log(n, b, "xyz".charCodeAt(1), "xyz".charCodeAt(9));`,
  "an exported function of numbers": `export function f(n: number): string { return "a".repeat(n).toUpperCase(); } console.log(f(3));`,
};

const unicode: Readonly<Record<string, string>> = {
  "a literal": `console.log("straße été".toUpperCase(), "\\u00a0x\\ufeff".trim().length);`,
  "a code": `const code = [0x00df, 0x61][0]!; console.log(String.fromCharCode(code).toUpperCase());`,
  "text of JSON": `const t = JSON.parse('"\\\\u00e9"') as string; console.log(t.toUpperCase());`,
  "a template": "const n = 1; console.log(`${n}é`.toUpperCase());",
  "an exported function of a text": `export function shout(t: string): string { return t.toUpperCase(); } console.log(shout("a"));`,
};

test.each(Object.entries(ascii))("ASCII: %s", async (_, source) => {
  expect(shipsCaseTables(source)).toBe(false);
  await sameAsNode(source);
});

test.each(Object.entries(unicode))("more: %s", async (_, source) => {
  expect(shipsCaseTables(source)).toBe(true);
  await sameAsNode(source);
});

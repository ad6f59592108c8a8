import { resolve } from "node:path";
import { compileProject } from "../compileProject.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readText } from "../project/disk.ts";
import type { CheckAnswer, CheckRequest, Finding } from "./protocol.ts";

/**
 * What `tsmp check` finds in a project with unsaved files. TypeScript's own diagnostics are left
 * out: the server has them.
 */
export function checkFiles({ tsconfig, texts }: CheckRequest): CheckAnswer {
  const unsaved = new Map([...texts].map(([path, text]) => [resolve(path), text]));
  const { diagnostics, root } = compileProject(tsconfig, {}, unsaved);
  const found = new Map<string, Finding[]>();
  for (const diagnostic of diagnostics) {
    if (!diagnostic.code.startsWith("TSMP") || diagnostic.file === "") continue;
    const path = resolve(root, diagnostic.file);
    const text = unsaved.get(path) ?? textOnDisk(path);
    const key = path.replaceAll("\\", "/");
    found.set(key, [...(found.get(key) ?? []), findingOf(diagnostic, text)]);
  }
  return { tsconfig, found };
}

function textOnDisk(path: string): string {
  const read = readText(path, path);
  return "text" in read ? read.text : "";
}

function findingOf(diagnostic: Diagnostic, text: string): Finding {
  const { code, category, message, hint, line, column, length, fix } = diagnostic;
  return {
    code: Number(code.slice("TSMP".length)),
    category,
    text: hint === undefined ? message : `${message}\n${hint}`,
    start: offsetOf(text, line) + column - 1,
    length,
    ...(fix ? { fix } : {}),
  };
}

/** Where a line begins; lines count from 1 and end as TypeScript has it. */
function offsetOf(text: string, line: number): number {
  let offset = 0;
  const ends = /\r\n|[\n\r\u2028\u2029]/g;
  for (let at = 1; at < line && ends.exec(text); at++) offset = ends.lastIndex;
  return offset;
}

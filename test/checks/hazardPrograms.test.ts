import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";

/**
 * Programs as people write them, with a hazard or close to one: "//// TSMP5001 title" is reported with
 * that code, "//// good title" is left alone. "//// file: path" begins another file of the program; what
 * stands before the first program stands before each of them.
 */
interface HazardProgram {
  readonly title: string;
  readonly codes: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const folder = join(packageFolder, "test/checks/hazards");

function programsIn(path: string): readonly HazardProgram[] {
  const [given, ...parts] = readFileSync(path, "utf8").split(/^\/\/\/\/ (?!file:)(.*)$/m);
  const programs: HazardProgram[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [, expected, title] = /^(\S+) (.*)$/.exec(parts[at]!)!;
    const [main, ...others] = parts[at + 1]!.split(/^\/\/\/\/ file: *(.*)$/m);
    const files: Record<string, string> = { "main.ts": given! + main! };
    for (let i = 0; i < others.length; i += 2) files[others[i]!] = others[i + 1]!;
    programs.push({ title: title!, codes: expected === "good" ? [] : expected!.split("|"), files });
  }
  return programs;
}

describe.each(readdirSync(folder))("%s", (name) => {
  test.each(programsIn(join(folder, name)))("$title", ({ codes, files }) => {
    const found = compile({ files }).diagnostics;
    const told = found.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`);
    if (codes.length === 0) expect(told).toEqual([]);
    else
      expect(
        found.map(({ code }) => code).filter((c) => codes.includes(c)),
        told.join("\n"),
      ).not.toEqual([]);
  });
});

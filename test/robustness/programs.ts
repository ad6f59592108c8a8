import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";

/** Every program of the tests of the language, and every module of the examples. */
export function programTexts(): readonly string[] {
  const tests = find("test/language", ".test.ts").flatMap(programsOf);
  const examples = find("examples", ".ts").map((path) => readFileSync(path, "utf8"));
  return [...new Set([...tests, ...examples])].filter((text) => text.length < 6_000);
}

function find(folder: string, ending: string): string[] {
  const root = join(packageFolder, folder);
  return ts.sys
    .readDirectory(root, [".ts"], ["**/build", "**/node_modules"])
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** The template literals of a test file that are programs: those of more than one line. */
function programsOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const programs: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node) && node.text.includes("\n")) {
      programs.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return programs;
}

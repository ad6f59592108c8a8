import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";

/** Where everything is lowered: docs/lowerings.md is made from the tables, and sizes are held. */

const lower = join(packageFolder, "compiler/lower");

function parse(path: string): ts.SourceFile {
  const text = readFileSync(join(packageFolder, path), "utf8");
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

const lowerings = readdirSync(lower, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => parse(posix.join("compiler/lower", path.replaceAll("\\", "/"))));

/** Name -> the file that it is imported from. */
function importsOf(file: ts.SourceFile): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
      continue;
    const from = posix.join(dirname(file.fileName), statement.moduleSpecifier.text);
    const { namedBindings } = statement.importClause ?? {};
    if (!namedBindings || !ts.isNamedImports(namedBindings)) continue;
    for (const { name } of namedBindings.elements) imports.set(name.text, from);
  }
  return imports;
}

/** `| IfStatement | lowerIfStatement in statements/simpleStatements.ts |` for every kind of a table. */
function rowsOfKinds(path: string): string[] {
  const file = parse(path);
  const imports = importsOf(file);
  const rows: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isComputedPropertyName(node.name)) {
      const kind = node.name.expression.getText().replace(/^K\./, "");
      const { initializer } = node;
      const where = ts.isIdentifier(initializer)
        ? `\`${initializer.text}\` in \`${imports.get(initializer.text)}\``
        : `refused: ${initializer.getText().replaceAll(/^refused\("|"\)$/g, "")}`;
      rows.push(`| ${kind} | ${where} |`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return rows;
}

/** Built-in methods and values by the file that lowers them: the keys of its tables. */
function rowsOfLibrary(): string[] {
  return lowerings.flatMap((file) => {
    const keys: string[] = [];
    const visit = (node: ts.Node): void => {
      const name =
        ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
          ? node.name
          : undefined;
      if (name && ts.isStringLiteral(name) && /^[A-Z]\w*\.\S+$/.test(name.text))
        keys.push(name.text);
      ts.forEachChild(node, visit);
    };
    if (file.fileName.includes("/library/")) visit(file);
    return keys.length === 0 ? [] : [`| \`${file.fileName}\` | ${[...new Set(keys)].join(", ")} |`];
  });
}

function page(): string {
  return `# Where everything is lowered

Made from the tables of \`compiler/lower/\` by \`npx vitest run test/project/lowerings.test.ts -u\`.

## Statements

| kind | lowering |
|---|---|
${rowsOfKinds("compiler/lower/statementTable.ts").join("\n")}

## Expressions

| kind | lowering |
|---|---|
${rowsOfKinds("compiler/lower/expressionTable.ts").join("\n")}

## Methods and values of JavaScript's library

| file | what it lowers |
|---|---|
${rowsOfLibrary().join("\n")}
`;
}

test("docs/lowerings.md says where every kind is lowered", async () => {
  await expect(page()).toMatchFileSnapshot(join(packageFolder, "docs/lowerings.md"));
});

describe("a lowering is read in one go", () => {
  test("no file is longer than 300 lines", () => {
    const lengths = lowerings.map(
      (file) => [file.fileName, file.getLineStarts().length - 1] as const,
    );
    expect(lengths.length).toBeGreaterThan(100);
    expect(lengths.filter(([, lines]) => lines > 300)).toEqual([]);
  });

  test("no function is longer than 60 lines", () => {
    expect(lowerings.flatMap(longFunctions)).toEqual([]);
  });
});

function longFunctions(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const first = lineOf(node.getStart());
      if (lineOf(node.end) - first + 1 > 60) found.push(`${file.fileName}:${first + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

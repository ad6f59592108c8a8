import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { exampleFolders } from "./examples.ts";

const path = join(packageFolder, "README.md");
const readme = readFileSync(path, "utf8");

// After a change of what the compiler emits: `npx vitest run test/examples/readme.test.ts -u`.
test("its Python is what the compiler makes of its TypeScript", async () => {
  const program = /^```ts\n(.*?)^```$/ms.exec(readme)![1]!;
  const { files, entry, diagnostics } = compile({ files: { "main.ts": program } });
  expect(diagnostics).toEqual([]);
  const python = files.find((file) => file.path === entry)!.text;
  const shown = readme.replace(/^```py\n.*?^```$/ms, () => `\`\`\`py\n${python}\`\`\``);
  await expect(shown).toMatchFileSnapshot(path);
});

test("begins with the two commands, which package.json knows", () => {
  const commands = [...readme.matchAll(/^ {4}(npm ci .*)$/gm)].map(([, command]) => command);
  expect(commands.slice(0, 2)).toEqual(["npm ci && npm run demo", "npm ci && npm test"]);
  const { scripts } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["demo", "test"]));
});

test("links to what is there, and to every example", () => {
  const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(packageFolder, link)))).toEqual([]);
  const missing = exampleFolders().filter(
    (name) => !links.includes(`examples/${name}/src/main.ts`),
  );
  expect(missing).toEqual([]);
});

import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { messageOf, optionsOf } from "./support/stubProgram.ts";

/** The blocks of a page that are named like files. */
function filesIn(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  const blocks = text.matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, name, body]) => [`/docs/${name}`, body!]));
}

test("the example of your-own-python.md type-checks", () => {
  const files = filesIn("your-own-python.md");
  const options = { ...optionsOf("pico_w"), skipLibCheck: false };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.getSourceFile = (path, target, ...rest) =>
    files.has(path)
      ? ts.createSourceFile(path, files.get(path)!, target, true)
      : getSourceFile.call(host, path, target, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  expect([...files.keys()]).toEqual(["/docs/bme280.d.ts", "/docs/main.ts"]);
  expect(ts.getPreEmitDiagnostics(program).map(messageOf)).toEqual([]);
});

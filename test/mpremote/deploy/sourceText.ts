import { readdirSync, readFileSync } from "node:fs";

const runtime = new URL("../../../runtime-py/", import.meta.url);

/** 200 KiB of Python that people wrote, cut into 50 modules. */
export function fiftyModules(): { path: string; content: Buffer }[] {
  const files = readdirSync(runtime, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .sort();
  const text = Buffer.concat(files.map((name) => readFileSync(new URL(name, runtime))));
  return Array.from({ length: 50 }, (_, n) => ({
    path: `module${n}.txt`,
    content: text.subarray(n * 4096, (n + 1) * 4096),
  }));
}

/** A project of a main program and 49 modules that it imports, 200 kB as Python. */
export function fiftyTypeScriptModules(): Map<string, string> {
  const names = Array.from({ length: 49 }, (_, n) => `module${n}`);
  const rows = (name: string) =>
    Array.from(
      { length: 70 },
      (_, k) => `  "${name}: what is shown on line ${k * 7}, step ${k}",\n`,
    );
  const textOf = (name: string) => `const shown = [\n${rows(name).join("")}];

export function ${name}_step1(values: number[], limit: number): number {
  let sum = shown.length;
  for (const value of values) if (value < limit) sum += value;
  return sum;
}
`;
  const imports = names.map((name) => `import { ${name}_step1 } from "./${name}";`);
  const calls = names.map((name) => `total += ${name}_step1([1, 2, 3], 10);`);
  const main = [...imports, "let total = 0;", ...calls, "console.log(total);", ""].join("\n");
  return new Map([
    ["main.ts", main],
    ...names.map((name) => [`${name}.ts`, textOf(name)] as const),
  ]);
}

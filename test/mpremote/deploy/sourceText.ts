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

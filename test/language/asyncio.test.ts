import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runOnUnix } from "../support/differential/runOnUnix.ts";
import { unixMicropython } from "../support/differential/sameAsNode.ts";

/** Programs that import asyncio: no order of JavaScript's is kept, and nothing is shipped for it. */

const source = `import { run, sleep_ms } from "asyncio";

async function work(name: string): Promise<string> {
  print(name, "begins");
  await sleep_ms(1);
  return name;
}

async function main(): Promise<void> {
  const kept = work("kept");
  print("called");
  print(await work("awaited"));
  print(await kept);
}

run(main());
`;

test("a call that is kept is a task, one that is awaited the coroutine", () => {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(["main.py"]);
  expect(files[0]!.text).toContain('kept = asyncio.create_task(work("kept"))');
  expect(files[0]!.text).toContain('print(await work("awaited"))');
});

test("the loop decides when it begins", async () => {
  const { files, entry } = compile({ files: { "main.ts": source } });
  const { stdout } = await runOnUnix(unixMicropython(), files, entry);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "called",
    "awaited begins",
    "kept begins",
    "awaited",
    "kept",
  ]);
});

test("a function for somebody who drops what it gives becomes a task at each call", () => {
  const { files } = compile({
    files: {
      "main.ts": `import { run, sleep_ms } from "asyncio";
function often(work: () => void): void {
  work();
  work();
}
async function blink(): Promise<void> {
  await sleep_ms(1);
}
async function main(): Promise<void> {
  often(blink);
  await sleep_ms(5);
}
run(main());`,
    },
  });
  expect(files[0]!.text).toMatch(/often\(as_task\(blink\)\)/);
});

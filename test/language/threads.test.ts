import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runOnUnix } from "../support/differential/runOnUnix.ts";
import { unixMicropython } from "../support/differential/sameAsNode.ts";

/** The lines of main.py without its imports. */
function pythonOf(text: string): string[] {
  const files = { "main.ts": `import { start_new_thread } from "_thread";\n${text}` };
  const result = compile({ files });
  expect(result.diagnostics).toEqual([]);
  const lines = result.files[0]!.text.split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("from "));
}

test("all variables of a module exist before a thread starts", () => {
  const lines = pythonOf(`const id = start_new_thread(() => print("thread"), []);
const names = [id];
for (const name of names) print(name);`);
  expect(lines[0]).toBe("id = names = name = None");
  expect(lines[1]).toMatch(/^id = start_new_thread\(/);
});

test("functions behind the start come before it, classes have their name", () => {
  const lines = pythonOf(`start_new_thread(() => print("thread"), []);
function later(): number { return new Late().n; }
class Late { n = 1; }
print(later());`);
  const start = lines.findIndex((line) => line.startsWith("start_new_thread("));
  expect(lines.indexOf("def later():")).toBeLessThan(start);
  expect(lines[start - 1]).toBe("Late = None");
});

test("a thread that a function starts counts from the call of the function on", () => {
  const lines = pythonOf(`function begin(): void { start_new_thread(() => print("thread"), []); }
const first = [1].length;
begin();
const second = [first].length;
print(second);`);
  expect(lines.indexOf("second = None")).toBe(lines.indexOf("begin()") - 1);
  expect(lines).not.toContain("first = None");
});

test("what starts its thread last stays as it is written", () => {
  const lines = pythonOf(`let count = 0;
function work(): void { count = 1; }
start_new_thread(work, []);`);
  expect(lines.filter((line) => line.endsWith("= None"))).toEqual([]);
});

test("a program without threads stays as it is written", () => {
  const { files } = compile({ files: { "main.ts": "const a = [1].length;\nprint(a);" } });
  expect(files[0]!.text).toBe("a = len([1])\nprint(a)\n");
});

test("a program of one line keeps what it imports", async () => {
  const { files, entry } = compile({
    files: {
      "main.ts": `import { start_new_thread } from "_thread"; import time from "time"; let n = 0; start_new_thread(() => { n++; }, []); time.sleep_ms(20); print(n);`,
    },
  });
  expect((await runOnUnix(unixMicropython(), files, entry)).stdout).toBe("1\n");
});

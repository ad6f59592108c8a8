import { describe, expect, test } from "vitest";
import { sourceMapOf } from "../../compiler/bundle/sourceMap.ts";
import type { ProgramFile } from "../../compiler/simulate/request.ts";
import {
  type TracebackMapper,
  tracebackMapper,
  tracebackSources,
} from "../../compiler/simulate/traceback.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { onBothHosts } from "./onBothHosts.ts";
import { runPython } from "./runPython.ts";

/**
 * A generated module whose Python line n comes from line 100 + n of src/NAME.ts; `functions` gives the
 * TypeScript function that a Python line belongs to.
 */
function generated(
  path: string,
  text: string,
  functions: Record<number, string> = {},
): ProgramFile {
  const file = `src/${path.replace(".py", ".ts")}`;
  const lines = text.split("\n").map((_, index) => ({
    line: index + 1,
    origin: { file, line: 101 + index, column: 3 },
    functionName: functions[index + 1],
  }));
  return { path, text, map: sourceMapOf({ text, lines }, path) };
}

describe("the stream", () => {
  const mapper = (): TracebackMapper =>
    tracebackMapper(tracebackSources([generated("main.py", "a\nb\nc", { 2: "Led.blink" })]));
  const all = (pieces: readonly string[]) => {
    const map = mapper();
    return pieces.map((piece) => map.push(piece)).join("") + map.end();
  };
  const traceback = [
    "Traceback (most recent call last):",
    '  File "main.py", line 1, in <module>',
    '  File "main.py", line 2, in blink',
    "Exception: boom",
    "",
  ].join("\n");
  const mapped = [
    "Traceback (most recent call last):",
    '  File "src/main.ts", line 101, in <module>',
    '  File "src/main.ts", line 102, in Led.blink',
    "Error: boom",
    "",
  ].join("\n");

  test("is mapped wherever it is cut", () => {
    const text = `before\n${traceback}after\n`;
    for (let cut = 0; cut <= text.length; cut++) {
      expect(all([text.slice(0, cut), text.slice(cut)])).toBe(`before\n${mapped}after\n`);
    }
    expect(all([...text])).toBe(`before\n${mapped}after\n`);
  });

  test("passes everything else at once", () => {
    const map = mapper();
    expect(map.push("prompt> ")).toBe("prompt> ");
    expect(map.push("x\r\n\n")).toBe("x\r\n\n");
    expect(map.push("Trace")).toBe("");
    expect(map.push(" elements\n")).toBe("Trace elements\n");
    expect(map.push("T")).toBe("");
    expect(map.end()).toBe("T");
  });

  test("leaves lines that only look like frames", () => {
    const text = '  File "main.py", line 2, in blink\nException: text\n';
    expect(all([text])).toBe(text);
  });

  test("begins behind text without a newline", () => {
    expect(all(["working...", traceback])).toBe(`working...${mapped}`);
  });

  test.each([
    ["Exception: ", "Error: "],
    ["Exception", "Error"],
    ["ExceptionGroup: x", "ExceptionGroup: x"],
    ["RangeError: x", "RangeError: x"],
  ])("names the exception %j %j", (python, shown) => {
    const head = 'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n';
    expect(all([`${head}${python}\n`])).toMatch(new RegExp(`\\n${shown}\\n$`));
  });

  test("several tracebacks, Windows line ends, unknown files", () => {
    const text =
      traceback.replaceAll("\n", "\r\n") + traceback.replace('"main.py", line 1', '"x.py", line 1');
    expect(all([text])).toBe(
      mapped.replaceAll("\n", "\r\n") + mapped.replace('"src/main.ts", line 101', '"x.py", line 1'),
    );
  });
});

const boom = generated(
  "main.py",
  `import helper
class Led:
    def blink(self):
        helper.deep(3)
def start():
    Led().blink()
start()`,
  { 4: "Led.blink", 6: "start" },
);
const helper = generated("helper.py", `def deep(n):\n    raise Exception("boom")`, { 2: "deep" });

onBothHosts((host) => {
  test("three calls deep, in a method and in another module", async () => {
    const { stderr } = await runPython([boom, helper], { host });
    expect(stderr).toBe(
      [
        "Traceback (most recent call last):",
        '  File "src/main.ts", line 107, in <module>',
        '  File "src/main.ts", line 106, in start',
        '  File "src/main.ts", line 104, in Led.blink',
        '  File "src/helper.ts", line 102, in deep',
        "Error: boom",
        "",
      ].join("\n"),
    );
  });

  test("in an asyncio task that nobody awaits", async () => {
    const main = generated(
      "main.py",
      `import asyncio
async def job():
    raise Exception("lost")
async def main():
    asyncio.create_task(job())
    await asyncio.sleep_ms(10)
asyncio.run(main())`,
      { 3: "job", 5: "main", 6: "main" },
    );
    const { stderr } = await runPython([main], { host });
    expect(stderr).toMatch(/^Task exception wasn't retrieved\n/);
    expect(stderr).toMatch(/ {2}File "src\/main.ts", line 103, in job\nError: lost\n$/);
  });

  test("through a runtime module, whose frame is marked", async () => {
    const { stderr } = await runPython(
      [
        generated("main.py", "import tsmp.to_integer\ntsmp.to_integer.fail()"),
        { path: "tsmp/to_integer.py", text: "def fail():\n    raise ValueError('x')\n" },
      ],
      { host },
    );
    expect(stderr).toContain('  File "src/main.ts", line 102, in <module>\n');
    expect(stderr).toContain('  File "tsmp/to_integer.py", line 2, in fail (tsmp runtime)\n');
  });

  test("printed by the program on stdout", async () => {
    const main = generated(
      "main.py",
      `import sys
try:
    raise Exception("shown")
except Exception as e:
    sys.print_exception(e)`,
    );
    const { stdout } = await runPython([main], { host });
    expect(stdout).toBe(
      'Traceback (most recent call last):\n  File "src/main.ts", line 103, in <module>\nError: shown\n',
    );
  });

  test("with the source named as the caller wants", async () => {
    const { stderr } = await runPython([boom, helper], {
      host,
      sourceName: (source) => `/project/${source}`,
    });
    expect(stderr).toContain('File "/project/src/helper.ts", line 102, in deep');
  });

  test("of an error in a stand-in", async () => {
    const main = generated("main.py", "from machine import Pin\nPin(99)");
    const { stderr } = await runPython([main], { host });
    expect(stderr).toContain('  File "src/main.ts", line 102, in <module>\n');
    expect(stderr).toContain("(simulated board)\n");
    expect(stderr).toMatch(/ValueError: invalid pin\n$/);
  });
});

describeOnUnix("on the unix port", () => {
  test("in a thread", async () => {
    const main = generated(
      "main.py",
      `import _thread
def step():
    raise Exception("core 1")
def work():
    step()
_thread.start_new_thread(work, ())`,
      { 3: "step", 5: "Worker.work" },
    );
    const { stderr, exitCode, host } = await runPython([main], { host: "auto" });
    expect(stderr.replace(/at 0x[0-9a-f]+/, "at ADDRESS")).toBe(
      [
        "Unhandled exception in thread started by <function work at ADDRESS>",
        "Traceback (most recent call last):",
        '  File "src/main.ts", line 105, in Worker.work',
        '  File "src/main.ts", line 103, in step',
        "Error: core 1",
        "",
      ].join("\n"),
    );
    expect({ exitCode, host }).toEqual({ exitCode: 0, host: "unix" });
  });
});

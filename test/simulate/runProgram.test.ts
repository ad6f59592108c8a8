import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { onBothHosts } from "./onBothHosts.ts";
import { runPython } from "./runPython.ts";

const runFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("tsmp-run-"));

onBothHosts((host) => {
  describe("exit status", () => {
    test.each([
      ["print('fine')", 0],
      ["raise SystemExit", 0],
      ["import sys; sys.exit(7)", 7],
      ["raise SystemExit(300)", 44],
      ["raise SystemExit('text')", 1],
      ["1 / 0", 1],
      ["def f(:", 1],
      ["import nowhere", 1],
      ["import machine; machine.reset()", 0],
    ])("%s", async (program, exitCode) => {
      expect(await runPython(program, { host })).toMatchObject({ exitCode, host });
    });
  });

  test("the program is __main__ with its arguments, below the root of its own files", async () => {
    const { stdout } = await runPython(
      [
        {
          path: "main.py",
          text: "import sys, pkg.mod\nprint(__name__, sys.argv)\nprint(open('/data/a b.txt').read())",
        },
        { path: "pkg/mod.py", text: "print(__name__)" },
        { path: "data/a b.txt", text: new TextEncoder().encode("grüße") },
      ],
      { host, args: ["one", "two words"] },
    );
    expect(stdout).toBe("pkg.mod\n__main__ ['main.py', 'one', 'two words']\ngrüße\n");
  });

  test("an entry in a folder and with another name", async () => {
    const { stdout } = await runPython(
      [
        { path: "app/start.py", text: "import app.other, sys\nprint(sys.argv)" },
        { path: "app/other.py", text: "print('other')" },
      ],
      { host, entry: "app/start.py" },
    );
    expect(stdout).toBe("other\n['app/start.py']\n");
  });

  test("output comes while the program runs, also without a newline", async () => {
    const seen: { piece: string; at: number }[] = [];
    const start = performance.now();
    await runPython(
      `
import time
print("first")
print("prompt> ", end="")
end = time.ticks_ms() + 700
while time.ticks_ms() < end:
    pass
print("last")
`,
      { host, stdout: (piece) => seen.push({ piece, at: performance.now() - start }) },
    );
    const ended = performance.now() - start;
    const all = seen.map(({ piece }) => piece).join("");
    expect(all).toBe("first\nprompt> last\n");
    const prompt = seen.find(({ piece }) => piece.includes("prompt"));
    expect(ended - (prompt?.at ?? ended)).toBeGreaterThan(500);
  });

  test("a lot of output arrives whole", async () => {
    const { stdout } = await runPython("for i in range(20000): print('grüße', i)", { host });
    const lines = stdout.split("\n");
    expect(lines).toHaveLength(20001);
    expect(lines[19999]).toBe("grüße 19999");
  });

  test("stdout and stderr are kept apart", async () => {
    const { stdout, stderr } = await runPython(
      "import sys\nprint('out')\nprint('err', file=sys.stderr)",
      { host },
    );
    expect({ stdout, stderr }).toEqual({ stdout: "out\n", stderr: "err\n" });
  });

  test("what exists only on the board says so", async () => {
    const { stderr, exitCode } = await runPython("import bluetooth", { host });
    expect(stderr).toContain("no module named 'bluetooth': it exists only on the board");
    expect(exitCode).toBe(1);
  });

  describe("Ctrl-C", () => {
    const stopAfter = (program: string, ms: number) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), ms);
      return runPython(program, { host, signal: controller.signal });
    };

    test.each([
      ["a loop that computes", "while True: pass"],
      ["a program that sleeps", "import time\ntime.sleep(100)"],
      ["a program that swallows it", "while True:\n  try:\n    while True: pass\n  except: pass"],
    ])("ends %s", async (_title, program) => {
      expect(await stopAfter(program, 500)).toMatchObject({ exitCode: 130, signal: "SIGINT" });
    });

    test("lets a waiting program tidy up", async () => {
      const { stdout, exitCode } = await stopAfter(
        `
import asyncio
async def main():
    while True:
        await asyncio.sleep(1)
try:
    asyncio.run(main())
finally:
    print("tidied up")
`,
        500,
      );
      expect({ stdout, exitCode }).toEqual({ stdout: "tidied up\n", exitCode: 130 });
    });

    test("before the start, nothing starts", async () => {
      const result = await runPython("print('no')", { host, signal: AbortSignal.abort() });
      expect(result).toMatchObject({ stdout: "", exitCode: 130 });
    });
  });

  test("leaves no folder behind", async () => {
    const before = runFolders();
    await runPython("open('/written.txt', 'w').write('x')", { host });
    expect(runFolders().filter((name) => !before.includes(name))).toEqual([]);
    expect(existsSync("/written.txt")).toBe(false);
  });
});

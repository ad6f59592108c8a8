import { afterEach, expect, test, vi } from "vitest";
import { runPython } from "./runPython.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a program with threads and no unix port to run it", async () => {
  vi.stubEnv("TSMP_MICROPYTHON", "");
  vi.stubEnv("PATH", "");
  const result = await runPython("import _thread", { host: "auto" });
  expect(result).toMatchObject({ exitCode: 1, problem: { code: "TSMP7001" } });
  expect(result.problem?.message).toMatch(/starts threads.*no unix-port MicroPython/);
  expect(result.host).toBe(undefined);
});

test("a program without threads needs none", async () => {
  vi.stubEnv("TSMP_MICROPYTHON", "");
  vi.stubEnv("PATH", "");
  expect(await runPython("print(1)", { host: "auto" })).toMatchObject({ host: "embedded" });
  expect(await runPython("print(1)", { host: "unix" })).toMatchObject({
    exitCode: 1,
    problem: { code: "TSMP7001" },
  });
});

test("threads on the embedded host are an ImportError that names the way out", async () => {
  const { stderr } = await runPython("import _thread", { host: "embedded" });
  expect(stderr).toContain(
    "ImportError: no module named '_thread': it needs the unix port of MicroPython (--host unix)",
  );
});

test("a memory that is full says why", async () => {
  const full = await runPython("bytearray(2100000000)", { host: "embedded" });
  expect(full).toMatchObject({ exitCode: 1, problem: { code: "TSMP7005", category: "info" } });
  expect(full.stderr).toContain("MemoryError");
  const raised = await runPython("raise MemoryError", { host: "embedded" });
  expect(raised.exitCode).toBe(1);
  expect(raised.problem).toBe(undefined);
});

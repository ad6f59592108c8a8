import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Host, ProgramFile } from "../../../compiler/simulate/request.ts";
import { runProgram } from "../../../compiler/simulate/runProgram.ts";
import { describeOn32Bit, describeOnUnix } from "../../support/micropython/onUnix.ts";

export const runtimeFolder = fileURLToPath(new URL("../../../runtime-py/", import.meta.url));
export const packages = ["threadsafe", "primitives", "asyn", "apploop", "pyb"] as const;

/** Longer than any program here takes, even on a busy machine: a program that hangs has failed. */
const patienceMs = 50_000;

export interface Python {
  /** Runs a program on the unix port with real threads; resolves to its lines, rejects if it fails. */
  (program: string, ...args: (string | number)[]): Promise<string[]>;
  /** The program is expected to print exactly these lines. */
  prints(program: string, lines: readonly string[]): Promise<void>;
}

/** Tests on a unix-port MicroPython with threads and no GIL, where `import` finds the runtime library. */
export function describeWithThreads(name: string, body: (python: Python) => void): void {
  describeOnUnix(name, (micropython) => body(pythonOf(micropython)));
}

/** The same on the build with 31-bit small integers. */
export function describeWith31BitIntegers(
  name: string,
  body: (python: Python) => void,
): Promise<void> {
  return describeOn32Bit(name, (micropython) => body(pythonOf(micropython)));
}

function pythonOf(micropython: string): Python {
  const run = (program: string, ...args: (string | number)[]) =>
    execute(micropython, ["-c", undent(program), ...args.map(String)]);
  return Object.assign(run, {
    prints: async (program: string, lines: readonly string[]) => {
      expect(await run(program)).toEqual(lines);
    },
  });
}

/** Runs a program in a file of `test/runtime/`. */
export function runFile(
  micropython: string,
  path: string,
  ...args: (string | number)[]
): Promise<string[]> {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  return execute(micropython, [file, ...args.map(String)]);
}

function execute(micropython: string, args: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile(
      micropython,
      args,
      {
        env: { ...process.env, MICROPYPATH: `${runtimeFolder}:.frozen` },
        timeout: Number(process.env["TSMP_STRESS_MS"] ?? patienceMs),
        killSignal: "SIGKILL",
      },
      (error, stdout, stderr) => {
        if (error !== null || stderr !== "") reject(new Error(`${stdout}\n${stderr}\n${error}`));
        else resolve(linesOf(stdout));
      },
    );
  });
}

/** Runs a program with the peripherals of a simulated board; the lines it prints. */
export async function onBoard(
  program: string,
  host: Host = "unix",
  args: readonly string[] = [],
): Promise<string[]> {
  let output = "";
  const collect = (piece: string) => {
    output += piece;
  };
  const result = await runProgram({
    files: [{ path: "main.py", text: undent(program) }, ...runtimeFiles()],
    entry: "main.py",
    host,
    args,
    stdout: collect,
    stderr: collect,
  });
  if (result.exitCode !== 0) throw new Error(`${output}\n${JSON.stringify(result)}`);
  return linesOf(output);
}

export function runtimeFiles(): ProgramFile[] {
  return packages.flatMap((folder) =>
    readdirSync(join(runtimeFolder, folder))
      .filter((name) => name.endsWith(".py"))
      .map((name) => ({
        path: `${folder}/${name}`,
        text: readFileSync(join(runtimeFolder, folder, name), "utf8"),
      })),
  );
}

function linesOf(text: string): string[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Takes away the indentation that a program has from standing in a test. */
function undent(program: string): string {
  const lines = program.split("\n");
  const depths = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^ */.exec(line)![0].length);
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join("\n");
}

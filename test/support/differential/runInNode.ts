import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { formatWithOptions } from "node:util";
import vm from "node:vm";
import { ts } from "ts-morph";
import { nodeError, type Outcome } from "./outcome.ts";

/** The files of a program: path -> text. */
export type Program = Readonly<Record<string, string>>;

/** Runs a program in Node: in this process where it is one synchronous file, otherwise in its own. */
export function runInNode(program: Program, entry: string): Promise<Outcome> {
  const source = program[entry] ?? "";
  const isSmall = Object.keys(program).length === 1 && !needsProcess.test(source);
  return isSmall ? Promise.resolve(runInContext(source)) : runInProcess(program, entry);
}

const needsProcess =
  /\b(async|await|import|export|Promise|setTimeout|setInterval|queueMicrotask|structuredClone|using|dispose|asyncDispose|console\.(?!log|info|debug|error|warn)\w+)\b/;

function transpile(source: string, module: ts.ModuleKind): string {
  return ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module, verbatimModuleSyntax: false },
  }).outputText;
}

/** `print` is Python's; in Node it prints what `console.log` prints. */
function runInContext(source: string): Outcome {
  let stdout = "";
  const print = (...values: unknown[]) => {
    stdout += `${formatWithOptions({ colors: false }, ...values)}\n`;
  };
  const console = { log: print, info: print, debug: print, error: () => {}, warn: () => {} };
  try {
    const code = transpile(source, ts.ModuleKind.CommonJS);
    vm.runInNewContext(
      `"use strict";(() => {${code}\n})()`,
      { print, console, exports: {} },
      { timeout: 20_000 },
    );
    return { stdout };
  } catch (error) {
    return { stdout, error: describeError(error) };
  }
}

/** Errors of another context are no instances of this one's Error. */
function describeError(error: unknown): { name: string; message: string } {
  if (typeof error === "object" && error !== null && "message" in error && "name" in error) {
    const isPlain = error.name === "Error";
    return {
      name: isPlain ? error.constructor.name : String(error.name),
      message: String(error.message),
    };
  }
  return { name: "Thrown", message: String(error) };
}

async function runInProcess(program: Program, entry: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-node-"));
  try {
    for (const [path, text] of Object.entries(program)) {
      if (path.endsWith(".d.ts") || path.endsWith(".py")) continue;
      const target = join(folder, path.replace(/\.ts$/, ".mjs"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, path.endsWith(".ts") ? asNodeModule(text, path, program) : text);
    }
    const { stdout, stderr, code } = await execute(process.execPath, [
      join(folder, entry.replace(/\.ts$/, ".mjs")),
    ]);
    const error = code === 0 ? undefined : nodeError(stderr);
    return error ? { stdout, error } : { stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Node wants extensions in specifiers, files instead of folders, and an attribute on JSON imports. */
function asNodeModule(text: string, from: string, program: Program): string {
  const code = transpile(text, ts.ModuleKind.ESNext).replace(
    /(from\s*|import\s*\(?\s*)(["'])(\.\.?\/[^"']+?)(?:\.ts|\.js)?\2/g,
    (_, word, quote, path) =>
      path.endsWith(".json")
        ? `${word}${quote}${path}${quote} with { type: "json" }`
        : `${word}${quote}${isFolder(path) ? `${path}/index` : path}.mjs${quote}`,
  );
  return `globalThis.print = (...values) => console.log(...values);\n${code}`;

  function isFolder(path: string): boolean {
    return program[`${posix.join(posix.dirname(from), path)}/index.ts`] !== undefined;
  }
}

export interface Execution {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs a command to its end; a run of more than 30 seconds is killed. */
export function execute(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Execution> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 30_000,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (piece) => (stdout += piece));
    child.stderr.setEncoding("utf8").on("data", (piece) => (stderr += piece));
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout, stderr, code }));
  });
}

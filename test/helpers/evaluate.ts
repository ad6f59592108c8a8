import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";
import { driver } from "./driver.ts";
import { type PythonValue, readValue } from "./values.ts";

const runtime = fileURLToPath(new URL("../../runtime-py", import.meta.url));

/** Where the helpers run: a unix executable, or the WebAssembly port. */
export type Host = { unix: string } | "wasm";

/** What became of one Python expression. */
export type Outcome = { value: PythonValue } | { error: string };

/**
 * Evaluates Python expressions one after the other in one MicroPython process that has imported `helpers`.
 * `setup` is Python code that runs first.
 */
export async function evaluate(
  host: Host,
  {
    helpers,
    setup = "",
    expressions,
  }: { helpers: string[]; setup?: string; expressions: string[] },
): Promise<Outcome[]> {
  const imports = helpers.map((name) => `from tsmp.${name} import ${name}\n`).join("");
  const program = `${driver + imports + setup}\nfronts = ${JSON.stringify(frontsOf(helpers))}\nanswer_all()\n`;
  const output = await run(host, program, expressions);
  const lines = output.split("\n").filter((line) => line.startsWith("@"));
  if (lines.length !== expressions.length) {
    throw new Error(
      `${lines.length} answers to ${expressions.length} expressions:\n${output.slice(-2000)}`,
    );
  }
  return lines.map((line) =>
    line.startsWith("@!") ? { error: unquote(line.slice(2)) } : { value: readValue(line.slice(1)) },
  );
}

/** What stands in a program in place of these helpers, where they have fronts. */
function frontsOf(helpers: readonly string[]): string {
  const files = helpers
    .map((name) => join(runtime, `fronts/${name}.py`))
    .filter((file) => existsSync(file));
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

/** Runs a Python program with the helpers on its path; gives what it prints. */
export async function runProgram(host: Host, program: string): Promise<string> {
  return run(host, program, []);
}

async function run(host: Host, program: string, lines: string[]): Promise<string> {
  return host === "wasm" ? runWasm(program, lines) : runUnix(host.unix, program, lines);
}

function runUnix(command: string, program: string, lines: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-helpers-"));
  try {
    writeFileSync(join(folder, "lines.txt"), lines.join("\n"));
    writeFileSync(
      join(folder, "main.py"),
      `import sys\nsys.path[:0] = [${JSON.stringify(runtime)}]\n${program}`,
    );
    const { stdout, stderr, error } = spawnSync(command, ["-X", "heapsize=64M", "main.py"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (error) throw error;
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runWasm(program: string, lines: string[]): Promise<string> {
  let output = "";
  const python = await loadMicroPython({
    heapsize: 16 << 20,
    linebuffer: true,
    stdout: (line: string) => {
      output += line + "\n";
    },
    stderr: (line: string) => {
      output += line + "\n";
    },
  });
  python.FS.mkdir("/lib");
  python.FS.mkdir("/lib/tsmp");
  for (const name of readdirSync(join(runtime, "tsmp"))) {
    python.FS.writeFile(`/lib/tsmp/${name}`, readFileSync(join(runtime, "tsmp", name)));
  }
  python.FS.writeFile("lines.txt", lines.join("\n"));
  try {
    await python.runPythonAsync(`import sys\nsys.path[:0] = ["/lib"]\n${program}`);
  } catch (error) {
    output += String(error);
  }
  return output;
}

function unquote(text: string): string {
  return text.replace(/\\n/g, "\n");
}

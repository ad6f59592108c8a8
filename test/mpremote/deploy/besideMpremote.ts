import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBoard } from "../../../compiler/mpremote/board.ts";
import { deploy } from "../../../compiler/mpremote/deploy/deploy.ts";
import { deployQuestion } from "../../../compiler/mpremote/deploy/probe.ts";
import { mainScript } from "../../cli/tsmp.ts";
import { VirtualBoard } from "../../support/board/virtualBoard.ts";
import { provisionMpremote } from "../../support/mpremote/provision.mjs";
import { fiftyModules, fiftyTypeScriptModules } from "./sourceText.ts";

export interface Timed {
  readonly milliseconds: number;
  readonly sent: number;
  readonly turnarounds: number;
}

export interface Comparison {
  readonly first: { readonly tsmp: Timed; readonly mpremote: Timed };
  readonly again: { readonly tsmp: Timed; readonly mpremote: Timed };
}

/** Deploys 50 files to an empty board, and then once more, with each of the two. */
export async function compareWithMpremote(): Promise<Comparison> {
  const { command } = await provisionMpremote();
  const folder = mkdtempSync(join(tmpdir(), "tsmp-beside-"));
  const main = { path: "main.py", content: Buffer.from("print('here')\n") };
  const files = [main, ...fiftyModules()];
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
  const byTsmp = async (path: string) => {
    const board = await openBoard(path, { ask: deployQuestion() });
    await deploy(board, files, { entry: "main.py" });
    await board.close({ restart: "always" });
  };
  const byMpremote = (path: string) =>
    run(command, ["connect", path, "cp", "-r", `${folder}/.`, ":/"]);
  const [tsmp, mpremote] = [await twice(byTsmp), await twice(byMpremote)];
  rmSync(folder, { recursive: true, force: true });
  return {
    first: { tsmp: tsmp[0], mpremote: mpremote[0] },
    again: { tsmp: tsmp[1], mpremote: mpremote[1] },
  };
}

async function twice(work: (path: string) => Promise<void>): Promise<readonly [Timed, Timed]> {
  const board = await VirtualBoard.start({ heap: "4m" });
  try {
    const first = await timed(board, work);
    return [first, await timed(board, work)];
  } finally {
    await board.close();
  }
}

async function timed(board: VirtualBoard, work: (path: string) => Promise<void>): Promise<Timed> {
  board.resetTraffic();
  const start = performance.now();
  await work(board.path);
  const milliseconds = Math.round(performance.now() - start);
  const { sent, turnarounds } = board.traffic;
  return { milliseconds, sent, turnarounds };
}

function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: "ignore" });
  return new Promise((resolve, reject) => {
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}

/** Milliseconds from the start of a process to its end. */
export interface WholeProcesses {
  readonly first: { readonly tsmp: number; readonly mpremote: number };
  /** Once for each turn, the two beside each other. */
  readonly again: readonly { readonly tsmp: number; readonly mpremote: number }[];
}

/**
 * The same as people have it: `tsmp flash` of a project of 50 modules, and `mpremote cp -r` of what
 * `tsmp build` makes of it.
 */
export async function compareWholeProcesses(turns: number): Promise<WholeProcesses> {
  const { command } = await provisionMpremote();
  const folder = mkdtempSync(join(tmpdir(), "tsmp-beside-"));
  for (const [path, text] of fiftyTypeScriptModules()) writeFileSync(join(folder, path), text);
  await run(process.execPath, [mainScript, "build", folder]);
  const python = mkdtempSync(join(tmpdir(), "tsmp-python-"));
  cpSync(join(folder, "build"), python, {
    recursive: true,
    filter: (path) => !/\.map$|\.json$/.test(path),
  });
  const boards = [
    await VirtualBoard.start({ heap: "4m" }),
    await VirtualBoard.start({ heap: "4m" }),
  ];
  const [mine, other] = boards as [VirtualBoard, VirtualBoard];
  const turn = async () => ({
    tsmp: await duration(process.execPath, [mainScript, "flash", folder, "-d", mine.path]),
    mpremote: await duration(command, ["connect", other.path, "cp", "-r", `${python}/.`, ":/"]),
  });
  try {
    const first = await turn();
    const again = [];
    for (let n = 0; n < turns; n++) again.push(await turn());
    return { first, again };
  } finally {
    for (const board of boards) await board.close();
    for (const made of [folder, python]) rmSync(made, { recursive: true, force: true });
  }
}

async function duration(command: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  await run(command, args);
  return Math.round(performance.now() - start);
}

import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rename, writeFile as writeLocal } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { localFileMissing, nameLeavesFolder } from "../../diagnostics/catalogue/boardFiles.ts";
import { wrongUsage } from "../../diagnostics/catalogue/cli.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import type { Board } from "../../mpremote/board.ts";
import { BoardError } from "../../mpremote/boardError.ts";
import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";

type CpOptions = BoardOptions & { readonly recursive?: boolean };

interface Copied {
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
}

/** `tsmp cp from... to`; a path with a colon before it is on the board */
export const defineCp: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("cp"))
    .summary("copy files to or from a board")
    .description(
      "Copy files. A path on the board begins with a colon: `tsmp cp data.csv :lib/`,\n`tsmp cp :log.txt .`. Each file is replaced as a whole or not at all.",
    )
    .argument("<paths...>", "what to copy, and last where to")
    .option("-r, --recursive", "folders with everything in them")
    .action(run((paths: string[], options: CpOptions) => copy(paths, options)));

  async function copy(paths: readonly string[], options: CpOptions): Promise<number> {
    const from = paths.slice(0, -1);
    const to = paths.at(-1) ?? "";
    const toBoard = to.startsWith(":");
    if (from.length === 0 || from.some((path) => path.startsWith(":") === toBoard)) {
      const problem = wrongUsage(
        "Copying goes from this computer to the board or back; a path on the board begins with a colon.",
        "tsmp cp",
      );
      const diagnostic = diagnosticAt(nowhere, problem);
      terminal.diagnostics([diagnostic], process.cwd(), "err");
      terminal.document({ ok: false, diagnostics: [diagnostic] });
      return exitCodes.usage;
    }
    return withBoard(options, terminal, async (board) => {
      const copied: Copied[] = [];
      for (const path of from) {
        const recursive = options.recursive === true;
        const done = toBoard
          ? await upload(board, path, to.slice(1), { recursive, several: from.length > 1 })
          : await download(board, path.slice(1), to, { recursive });
        copied.push(...done);
      }
      terminal.document({ ok: true, copied });
      return 0;
    });
  }
};

async function upload(
  board: Board,
  from: string,
  to: string,
  { recursive, several }: { recursive: boolean; several: boolean },
): Promise<Copied[]> {
  const files = await import("../../mpremote/boardFiles.ts");
  const isInto = to === "" || to.endsWith("/") || several;
  const wanted = files.absolutePath(to);
  const into = isInto || (await files.isFolder(board, wanted));
  const target = into ? files.absolutePath(`${wanted}/${basename(from)}`) : wanted;
  const copied: Copied[] = [];
  for (const name of localFiles(from, recursive)) {
    const path = name === "" ? target : `${target}/${name}`;
    const content = readFileSync(name === "" ? from : join(from, name));
    await files.makeFolders(board, dirname(path));
    await files.writeFile(board, path, content);
    copied.push({ from: join(from, name), to: path, bytes: content.length });
  }
  return copied;
}

/** The files at or below a path, relative to it; a file itself is "". */
function localFiles(path: string, recursive: boolean): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || (stats.isDirectory() && !recursive)) {
    throw new BoardError(localFileMissing(path));
  }
  if (!stats.isDirectory()) return [""];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(path, "/").length))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

async function download(
  board: Board,
  from: string,
  to: string,
  { recursive }: { recursive: boolean },
): Promise<Copied[]> {
  const files = await import("../../mpremote/boardFiles.ts");
  const path = files.absolutePath(from);
  const into = to.endsWith("/") || statSync(to, { throwIfNoEntry: false })?.isDirectory();
  const target = into && path !== "/" ? join(to, basename(path)) : to;
  const single = !(recursive && (await files.isFolder(board, path)));
  const names = single
    ? [""]
    : (await files.listFolder(board, path, { recursive: true }))
        .filter(({ kind }) => kind === "file")
        .map((entry) => entry.path.slice(path === "/" ? 1 : path.length + 1));
  const copied: Copied[] = [];
  for (const name of names) {
    const place = join(target, safeName(name));
    const content = await files.readFile(board, name === "" ? path : `${path}/${name}`);
    await mkdir(dirname(place), { recursive: true });
    await writeWhole(place, content);
    copied.push({ from: name === "" ? path : `${path}/${name}`, to: place, bytes: content.length });
  }
  return copied;
}

/** A board may hold any name; none may lead out of the folder it is copied to. */
function safeName(name: string): string {
  const parts = name.split(/[/\\]/);
  const leaves = parts.includes("..") || name.includes("\\") || /^[a-z]:/i.test(name);
  if (leaves || name.includes("\0")) throw new BoardError(nameLeavesFolder(name));
  return name;
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const scratch = `${path}.tsmp-part`;
  await writeLocal(scratch, content);
  await rename(scratch, path);
}

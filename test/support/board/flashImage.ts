import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { provisionMicropython } from "../micropython/provision.mjs";

export const pythonFolder = fileURLToPath(new URL("./python/", import.meta.url));
export const blockBytes = 4096;

/** An erased flash chip as a file. */
export function createFlash(path: string, blocks: number): void {
  const file = openSync(path, "w");
  ftruncateSync(file, 0);
  writeSync(file, Buffer.alloc(blocks * blockBytes, 0xff));
  closeSync(file);
}

/** Puts files on a chip of a board that is off. */
export async function writeFiles(
  flash: string,
  blocks: number,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const lines = Object.entries(files).map(
    ([path, data]) => `${path}\t${Buffer.from(data as string).toString("base64")}\n`,
  );
  await image(flash, blocks, "write", lines.join(""));
}

/** All files of a chip of a board that is off, by their absolute paths. */
export async function readFiles(flash: string, blocks: number): Promise<Map<string, Buffer>> {
  const lines = (await image(flash, blocks, "read")).split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const [path = "", data = ""] = line.split("\t");
      return [path, Buffer.from(data, "base64")];
    }),
  );
}

async function image(flash: string, blocks: number, action: string, input = ""): Promise<string> {
  const { command } = await provisionMicropython();
  return execFileSync(command, ["-X", "heapsize=32m", "image.py", flash, `${blocks}`, action], {
    cwd: pythonFolder,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
}

import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  bootDriveMissing,
  firmwareFileRefused,
  localFileFailed,
  localFileMissing,
} from "../diagnostics/catalogue/boardFiles.ts";
import { BoardError } from "./boardError.ts";

/** The chips that a .uf2 may name, by the family numbers of microsoft/uf2's list. */
const families: Readonly<Record<number, Chip>> = {
  3834380118: "RP2040",
  3834380119: "RP2350", // absolute addresses: for either
  3834380121: "RP2350",
  3834380122: "RP2350",
};

export type Chip = "RP2040" | "RP2350";

const absoluteFamily = 3834380119;
const blockBytes = 512;
const magics = [
  [0, 0x0a324655],
  [4, 0x9e5d5157],
  [508, 0x0ab16f30],
] as const;
const familyFlag = 0x2000;

/** Which chip a .uf2 file is for. Throws a BoardError for one that is damaged or for another chip. */
export function chipOfFirmware(path: string): Chip {
  if (!existsSync(path)) throw new BoardError(localFileMissing(path));
  const bytes = onComputer(path, () => readFileSync(path));
  const refuse = (why: string) => new BoardError(firmwareFileRefused(path, why));
  if (bytes.length === 0 || bytes.length % blockBytes !== 0)
    throw refuse("it is no whole .uf2 file");
  const chips = new Set<Chip>();
  const numbers = new Map<number, { readonly seen: Set<number>; readonly total: number }>();
  for (let at = 0; at < bytes.length; at += blockBytes) {
    if (magics.some(([offset, magic]) => bytes.readUInt32LE(at + offset) !== magic)) {
      throw refuse(`its block ${at / blockBytes} is not one of a .uf2 file`);
    }
    if ((bytes.readUInt32LE(at + 8) & familyFlag) === 0) throw refuse("it names no chip");
    const family = bytes.readUInt32LE(at + 28);
    const chip = families[family];
    if (chip === undefined)
      throw refuse(`it is for another chip (family 0x${family.toString(16)})`);
    chips.add(chip);
    // The block that files for the RP2350 begin with belongs to no whole (RP2350 datasheet, E10).
    if (family === absoluteFamily) continue;
    const total = bytes.readUInt32LE(at + 24);
    const { seen } = numbers.get(family) ?? { seen: new Set() };
    const number = bytes.readUInt32LE(at + 20);
    if (number >= total || seen.has(number))
      throw refuse(`its block ${at / blockBytes} says it is number ${number} of ${total}`);
    numbers.set(family, { seen: seen.add(number), total });
  }
  for (const { seen, total } of numbers.values()) {
    if (seen.size < total) throw refuse(`${total - seen.size} of its blocks are missing`);
  }
  const [chip] = [...chips];
  if (chip === undefined || chips.size > 1) throw refuse("it is for more than one chip");
  return chip;
}

/** Where systems mount drives, by user or for all. */
function mountFolders(): string[] {
  const user = process.env["USER"] ?? "";
  const folders = ["/media", `/media/${user}`, `/run/media/${user}`, "/Volumes", "/mnt"];
  const letters = [..."DEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `${letter}:\\`);
  return [
    ...folders.flatMap((folder) => foldersIn(folder)),
    ...(process.platform === "win32" ? letters : []),
  ];
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** What the boot drive says of itself in INFO_UF2.TXT; undefined for any other folder. */
export function chipOfDrive(folder: string): Chip | undefined {
  try {
    const text = readFileSync(join(folder, "INFO_UF2.TXT"), "utf8");
    if (/RP2350/.test(text)) return "RP2350";
    return /RPI-RP2|RP2040/.test(text) ? "RP2040" : undefined;
  } catch {
    return undefined;
  }
}

/** Waits until a boot drive is mounted. */
export async function findBootDrive(timeoutMs: number): Promise<string> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = mountFolders().find((folder) => chipOfDrive(folder) !== undefined);
    if (found !== undefined) return found;
    if (performance.now() > end) throw new BoardError(bootDriveMissing());
    await sleep(100);
  }
}

/** Copies firmware to the boot drive after checking that it is for this chip. */
export function copyFirmware(path: string, drive: string): void {
  const chip = chipOfFirmware(path);
  const found = chipOfDrive(drive);
  if (found === undefined) throw new BoardError(bootDriveMissing());
  if (found !== chip) {
    throw new BoardError(
      firmwareFileRefused(path, `it is for the ${chip}, the board has an ${found}`),
    );
  }
  const target = join(drive, basename(path));
  onComputer(target, () => copyFileSync(path, target));
}

/** Does something with a file of this computer; what the system says against it is a BoardError. */
function onComputer<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new BoardError(localFileFailed(path, (error as Error).message), { cause: error });
  }
}

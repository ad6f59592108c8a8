import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Names that the user gave to boards: name -> serial number or address. */
export type Aliases = Readonly<Record<string, string>>;

function aliasFile(): string {
  const settings = process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return join(settings, "tsmp", "devices.json");
}

export function readAliases(): Aliases {
  try {
    const value: unknown = JSON.parse(readFileSync(aliasFile(), "utf8"));
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  } catch {
    return {};
  }
}

/** Gives a board a name, or takes it away with undefined. Written whole or not at all. */
export function writeAlias(name: string, target: string | undefined): void {
  const { [name]: _, ...others } = readAliases();
  const file = aliasFile();
  mkdirSync(dirname(file), { recursive: true });
  const scratch = `${file}.${process.pid}`;
  const aliases = target === undefined ? others : { ...others, [name]: target };
  writeFileSync(scratch, `${JSON.stringify(aliases, undefined, 2)}\n`);
  renameSync(scratch, file);
}

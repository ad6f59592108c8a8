import { type BoardName, boardNames, findBoard, isMicropythonVersion } from "./boards.ts";

/** The `tsmp` block of a tsconfig.json, as far as it was written there. `stdlib-types/tsmp.schema.json` describes it to editors. */
export interface Settings {
  board?: BoardName;
  /** The file that becomes the main program, below the project folder. */
  entry?: string;
  /** Where `tsmp build` writes, below the project folder. */
  outDir?: string;
  /** Compile the modules to `.mpy`. */
  mpy?: boolean;
  optimize?: boolean;
  /** The MicroPython version on the board. */
  micropython?: string;
  /** Further files for the board, as globs: web pages, certificates, Python modules. */
  include?: string[];
}

/** How one setting is read: what it may be, in words, and the value if it is that. */
interface SettingKind<T> {
  readonly expected: string;
  read(value: unknown): T | undefined;
}

const flag: SettingKind<boolean> = {
  expected: "true or false",
  read: (value) => (typeof value === "boolean" ? value : undefined),
};

const path: SettingKind<string> = {
  expected: "a path as text",
  read: (value) =>
    typeof value === "string" && value.trim() !== "" && !value.includes("\0") ? value : undefined,
};

const listOfPaths: SettingKind<string[]> = {
  expected: "a list of paths",
  read: (value) =>
    Array.isArray(value) && value.every((item) => path.read(item) !== undefined)
      ? [...value]
      : undefined,
};

const board: SettingKind<BoardName> = {
  expected: `one of ${boardNames.map((name) => JSON.stringify(name)).join(", ")}`,
  read: (value) => (typeof value === "string" ? findBoard(value)?.name : undefined),
};

const micropython: SettingKind<string> = {
  expected: 'a MicroPython version such as "1.26", 1.20 or newer',
  read: (value) => (typeof value === "string" && isMicropythonVersion(value) ? value : undefined),
};

/** Every setting there is; a new one that is missing here does not compile. */
const kinds: { readonly [Name in keyof Settings]-?: SettingKind<NonNullable<Settings[Name]>> } = {
  board,
  entry: path,
  outDir: path,
  mpy: flag,
  optimize: flag,
  micropython,
  include: listOfPaths,
};

export type SettingName = keyof Settings;

export const settingNames = Object.keys(kinds) as SettingName[];

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(kinds, name);
}

/** What the setting may be, in words for a message. */
export function expectedSetting(name: SettingName): string {
  return kinds[name].expected;
}

/** Puts `value` into `settings` if it is what the setting may be; says whether it was. */
export function readSetting<Name extends SettingName>(
  settings: Settings,
  name: Name,
  value: unknown,
): boolean {
  const read = kinds[name].read(value);
  if (read === undefined) return false;
  settings[name] = read as Settings[Name];
  return true;
}

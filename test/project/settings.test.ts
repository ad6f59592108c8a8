import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  boardNames,
  boardProfile,
  defaultBoard,
  findBoard,
  isMicropythonVersion,
} from "../../compiler/project/boards.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import {
  readSetting,
  type SettingName,
  type Settings,
  settingNames,
} from "../../compiler/project/settings.ts";

interface SettingSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
}

function schemaOfSettings(): Record<string, SettingSchema> {
  const path = join(packageFolder, "stdlib-types/tsmp.schema.json");
  return JSON.parse(readFileSync(path, "utf8")).properties.tsmp.properties;
}

test("the schema has the settings, no more and no less", () => {
  expect(Object.keys(schemaOfSettings()).sort()).toEqual([...settingNames].sort());
});

test("the schema has the boards and the defaults", () => {
  const schema = schemaOfSettings();
  expect(schema["board"]?.enum).toEqual(boardNames);
  expect(schema["board"]?.default).toBe(defaultBoard);
  expect(schema["micropython"]?.default).toBe(boardProfile(defaultBoard).micropython);
});

test("every value that the schema takes by default is one that the settings take", () => {
  for (const [name, { default: value }] of Object.entries(schemaOfSettings())) {
    const settings: Settings = {};
    if (value !== undefined) expect(readSetting(settings, name as SettingName, value)).toBe(true);
  }
});

test.each(boardNames)("%s has types", (name) => {
  readFileSync(join(packageFolder, `stdlib-types/boards/${name}.d.ts`));
});

test.each([
  ["pico_w", "pico_w"],
  ["Pico-W", "pico_w"],
  ["RPI_PICO2_W", "pico2_w"],
  ["esp32", undefined],
  ["", undefined],
])("the board that %s names", (text, name) => {
  expect(findBoard(text)?.name).toBe(name);
});

test.each([
  ["1.20", true],
  ["1.26.1", true],
  ["1.100", true],
  ["1.19", false],
  ["2.0", false],
  ["1.26-preview", false],
  ["latest", false],
])("the version %s", (text, valid) => {
  expect(isMicropythonVersion(text)).toBe(valid);
});

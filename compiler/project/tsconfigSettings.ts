import { ts } from "ts-morph";
import { unknownSetting, wrongSetting } from "../diagnostics/catalogue/project.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/didYouMean.ts";
import {
  expectedSetting,
  isSettingName,
  readSetting,
  type SettingName,
  type Settings,
  settingNames,
} from "./settings.ts";

/** `"tsmp": { ... }` in the syntax tree of a tsconfig.json. */
export type SettingsBlock = ts.PropertyAssignment;

export function findSettingsBlock(source: ts.TsConfigSourceFile): SettingsBlock | undefined {
  const root = source.statements[0]?.expression;
  return root && propertyOf(root, "tsmp");
}

/** The value of a property of the whole file. */
export function nodeOfProperty(source: ts.TsConfigSourceFile, name: string): ts.Node | undefined {
  const root = source.statements[0]?.expression;
  return root && propertyOf(root, name)?.initializer;
}

/** Reads the block into `settings`; gives what is wrong, with the node that it is about. */
export function* readSettingsBlock(
  source: ts.TsConfigSourceFile,
  block: SettingsBlock,
  value: unknown,
  settings: Settings,
): Generator<readonly [ts.Node, Problem]> {
  const { initializer } = block;
  if (!ts.isObjectLiteralExpression(initializer) || !isRecord(value)) {
    yield [initializer, wrongSetting("tsmp", "an object of settings", textOf(initializer, source))];
    return;
  }
  for (const property of initializer.properties.filter(ts.isPropertyAssignment)) {
    const name = nameOf(property);
    if (!isSettingName(name)) {
      const suggestion = didYouMean(name, settingNames);
      yield [property.name, unknownSetting(name, suggestion, settingNames)];
    } else if (!readSetting(settings, name, value[name])) {
      const found = textOf(property.initializer, source);
      yield [property.initializer, wrongSetting(name, expectedSetting(name), found)];
    }
  }
}

/** The value of a setting as written, or the element `index` of its list. */
export function nodeOfSetting(
  block: SettingsBlock,
  name: SettingName,
  index: number | undefined,
): ts.Node | undefined {
  const value = propertyOf(block.initializer, name)?.initializer;
  const isElement = index !== undefined && value && ts.isArrayLiteralExpression(value);
  return isElement ? value.elements[index] : value;
}

/**
 * Settings that a base configuration passes on to those that extend it.
 * The others name files, which are of one project only.
 */
const inheritedSettings: readonly SettingName[] = ["board", "micropython", "mpy", "optimize"];

/** What an extended configuration says of the board, put where `settings` has nothing yet. Its mistakes are its own. */
export function inheritSettings(settings: Settings, path: string, text: string): void {
  const { config } = ts.parseConfigFileTextToJson(path, text);
  if (!isRecord(config) || !isRecord(config["tsmp"])) return;
  for (const name of inheritedSettings) {
    if (settings[name] === undefined) readSetting(settings, name, config["tsmp"][name]);
  }
}

/** The last one wins, as in JSON. */
function propertyOf(node: ts.Node, name: string): ts.PropertyAssignment | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.filter(ts.isPropertyAssignment).findLast((p) => nameOf(p) === name);
}

function nameOf(property: ts.PropertyAssignment): string {
  return ts.isStringLiteral(property.name) || ts.isIdentifier(property.name)
    ? property.name.text
    : "";
}

/** A value as written, on one line and not endlessly. */
function textOf(node: ts.Node, source: ts.SourceFile): string {
  const text = node.getText(source).replaceAll(/\s+/g, " ");
  return text.length > 40 ? text.slice(0, 39) + "…" : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

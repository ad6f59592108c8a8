import { dirname, join, resolve } from "node:path";
import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fromTypeScript } from "../diagnostics/locate.ts";
import { diagnosticAt, type Place, wholeFile } from "../diagnostics/place.ts";
import { below, isInside, readText } from "./disk.ts";
import { filesByGlobs } from "./filesByGlobs.ts";
import { installedTsmp, packageFolder } from "./installedTsmp.ts";
import { kindOfPath } from "./observedDisk.ts";
import type { SettingName, Settings } from "./settings.ts";
import {
  findSettingsBlock,
  inheritSettings,
  nodeOfProperty,
  nodeOfSetting,
  readSettingsBlock,
} from "./tsconfigSettings.ts";

/** A tsconfig.json, read. Paths are absolute; diagnostics name files below `folder`. */
export interface Tsconfig {
  readonly path: string;
  readonly folder: string;
  /** The files that `files` and `include` name, declarations too, without those of tsmp itself. */
  readonly fileNames: readonly string[];
  readonly compilerOptions: ts.CompilerOptions;
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
  /** Is it written for tsmp: has it a "tsmp" block, or does it extend tsmp's base? */
  readonly forTsmp: boolean;
  /** Where the setting, or the element `index` of its list, is written. */
  placeOf(name: SettingName, index?: number): Place;
}

/** "No inputs were found" and "The 'files' list is empty": the entry file may be elsewhere. */
const noInputCodes = new Set([18002, 18003]);

export function readTsconfig(path: string): Tsconfig {
  const folder = dirname(path);
  const host = hostFor(folder);
  const source = ts.readJsonConfigFile(path, host.readFile);
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, host, folder, undefined, path);
  const extended = source.extendedSourceFiles ?? [];
  const pathOf = (file: ts.SourceFile) => below(folder, file.fileName);
  const placeOf = (node: ts.Node | undefined) =>
    node ? placeOfNode(source, node, pathOf(source)) : wholeFile(pathOf(source));

  const diagnostics = ts
    .getConfigFileParsingDiagnostics(parsed)
    .filter(({ code }) => !noInputCodes.has(code))
    .map((diagnostic) => fromTypeScript(diagnostic, pathOf))
    // What TypeScript says without a place is about a file that `extends` names.
    .map((diagnostic) =>
      diagnostic.file === ""
        ? { ...diagnostic, ...placeOf(nodeOfProperty(source, "extends")) }
        : diagnostic,
    );
  const block = findSettingsBlock(source);
  const settings: Settings = {};
  if (block) {
    const value: unknown = parsed.raw?.tsmp;
    for (const [node, problem] of readSettingsBlock(source, block, value, settings)) {
      diagnostics.push(diagnosticAt(placeOf(node), problem));
    }
  }
  for (const base of extended) {
    inheritSettings(settings, base, host.readFile(base) ?? "");
  }
  return {
    path,
    folder,
    fileNames: parsed.fileNames.map((name) => resolve(name)).filter((name) => !isOfTsmp(name)),
    compilerOptions: parsed.options,
    settings,
    diagnostics,
    forTsmp: block !== undefined || extended.some(isOfTsmp),
    placeOf(name, index) {
      return placeOf(block && nodeOfSetting(block, name, index));
    },
  };
}

function placeOfNode(source: ts.SourceFile, node: ts.Node, file: string): Place {
  const start = node.getStart(source);
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  return { file, line: line + 1, column: character + 1, length: node.end - start };
}

/**
 * TypeScript's view of the disk, in which tsmp is always installed: a project builds with any tsmp,
 * be it global, of npx or of a checkout. (The editor needs one in node_modules; `tsmp init` says so.)
 */
function hostFor(
  folder: string,
): ts.ParseConfigHost & { readFile(path: string): string | undefined } {
  const standIn = installedTsmp(folder) ? undefined : join(folder, "node_modules", "tsmp");
  const real = (path: string) =>
    standIn !== undefined && isInside(standIn, path)
      ? join(packageFolder, below(standIn, path))
      : path;
  return {
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    readDirectory: filesByGlobs,
    fileExists: (path) => kindOfPath(real(path)) === "file",
    readFile: (path) => textAt(real(path)),
  };
}

/** Undefined where there is no text, which TypeScript reports. */
function textAt(path: string): string | undefined {
  const read = readText(path, path);
  return "text" in read ? read.text : undefined;
}

/** Is it a file of tsmp: of the running one, or of one that a project has installed? */
function isOfTsmp(path: string): boolean {
  return (
    /[\\/]node_modules[\\/]tsmp[\\/]/.test(path) ||
    isInside(join(packageFolder, "stdlib-types"), path)
  );
}

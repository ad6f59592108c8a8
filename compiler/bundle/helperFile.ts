import { readRuntime } from "./runtimeModules.ts";

/** A file of `runtime-py/tsmp`, taken apart. */
export interface HelperFile {
  readonly name: string;
  /** The helpers that it imports. */
  readonly helpers: readonly string[];
  /** What else it imports: names of a module, or the module itself where that is undefined. */
  readonly imports: readonly {
    readonly module: string | undefined;
    readonly names: readonly string[];
  }[];
  /** The names that it defines. */
  readonly names: readonly string[];
  /** Its code without the imports. */
  readonly text: string;
}

/**
 * The front of a helper: a few lines for the common case, which load the helper itself when another case comes.
 *
 *     def modulo(a, b):
 *         global modulo
 *         if type(a) is type(b) is int and a >= 0 < b:
 *             return a % b
 *         from tsmp.modulo import modulo
 *
 *         return modulo(a, b)
 *
 * It takes its own place, so that what is called often pays for the import once. `alias` is what the module
 * calls it.
 */
export function readFront(name: string, alias = name): HelperFile | undefined {
  const text = readRuntime(`fronts/${name}.py`);
  if (text === undefined) return undefined;
  const renamed =
    alias === name
      ? text
      : text
          .replace(new RegExp(`(?<![.\\w])${name}\\b`, "g"), alias)
          .replace(`import ${alias}\n`, `import ${name} as ${alias}\n`);
  const code = withoutRemarks(renamed.split("\n"));
  return { name: alias, helpers: [], imports: [], names: [alias], text: code };
}

/** Undefined for a file with imports that are not plain lines at its beginning. */
export function readHelper(name: string): HelperFile | undefined {
  const text = readRuntime(`tsmp/${name}.py`);
  if (text === undefined) return undefined;
  const helpers: string[] = [];
  const imports: { module: string | undefined; names: readonly string[] }[] = [];
  const code: string[] = [];
  for (const line of text.split("\n")) {
    const from = /^from ([\w.]+) import (\w+(?:, \w+)*)$/.exec(line);
    const plain = /^import (\w+)$/.exec(line);
    if (from && /^tsmp\./.test(from[1]!)) {
      if (from[1] !== `tsmp.${from[2]}`) return undefined;
      helpers.push(from[2]!);
    } else if (from) imports.push({ module: from[1], names: from[2]!.split(", ") });
    else if (plain) imports.push({ module: undefined, names: [plain[1]!] });
    else if (/^\s*(from|import)\b/.test(line)) return undefined;
    else code.push(line);
  }
  const names = code.flatMap((line) => /^(?:def |class |)(\w+)(?= =|\(|:)/.exec(line)?.[1] ?? []);
  return { name, helpers, imports, names, text: withoutRemarks(code) };
}

/** Comments are for whoever reads the helper where it is kept. */
function withoutRemarks(lines: readonly string[]): string {
  return lines
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .trim();
}

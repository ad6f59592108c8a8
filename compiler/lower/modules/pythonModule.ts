import { ts } from "ts-morph";
import type { Lowering } from "../lowering.ts";

/** The Python module that a specifier leads to. */
export interface PythonModule {
  readonly name: string;
  /** The program's own source file, where it is one. */
  readonly file: ts.SourceFile | undefined;
}

/** Modules that the board has under another name. */
const aliases: ReadonlyMap<string, string> = new Map([["uasyncio", "asyncio"]]);

/** `"./lib/util"` is `lib.util`; `"machine"` is itself; `uasyncio` is asyncio since MicroPython 1.21. */
export function pythonModuleOf(
  ctx: Lowering,
  specifier: ts.StringLiteral,
): PythonModule | undefined {
  const symbol = ctx.checker.getSymbolAtLocation(specifier);
  const file = symbol?.declarations?.find(ts.isSourceFile);
  const isOwn = file !== undefined && !file.isDeclarationFile;
  if (isOwn) return { name: ctx.module.moduleNameOf(file), file };
  // Declarations of a Python file of the user's: it lies where they do.
  if (file && /^\.\.?(\/|$)/.test(specifier.text)) {
    return { name: ctx.module.moduleNameOf(file), file: undefined };
  }
  const name = specifier.text.replaceAll("/", ".");
  return { name: aliases.get(name) ?? name, file: undefined };
}

import { ts } from "ts-morph";
import { internalFault } from "./diagnostics/catalogue/internal.ts";
import { nestedTooDeeply } from "./diagnostics/catalogue/project.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { InternalFault, isStackOverflow } from "./diagnostics/internalFault.ts";
import { locate } from "./diagnostics/locate.ts";
import { diagnosticAt, nowhere } from "./diagnostics/place.ts";
import { programHost } from "./project/programHost.ts";

/** What is reported instead of an exception that ended a compilation. */
export function compileFault(thrown: unknown, files: ReadonlyMap<string, string>): Diagnostic {
  if (isStackOverflow(thrown)) {
    resetTypeScript();
    return tooDeep(files);
  }
  const fault = InternalFault.from(thrown);
  return diagnosticAt(
    fault.place ?? nowhere,
    internalFault(fault.construct ?? "the program", fault.message),
  );
}

/** The binder keeps its state in variables of its module; a file that it ends with clears them. */
function resetTypeScript(): void {
  const file = "/empty.ts";
  const options: ts.CompilerOptions = { noLib: true, types: [] };
  const host = programHost(new Map([[file, ""]]));
  ts.createProgram({ rootNames: [file], options, host }).getTypeChecker();
}

/** The place of the deepest bracket of all files. */
function tooDeep(files: ReadonlyMap<string, string>): Diagnostic {
  let deepest = { path: "", text: "", at: 0, depth: -1 };
  for (const [path, text] of files) {
    if (!/\.([cm]?tsx?|json)$/.test(path)) continue;
    const found = deepestBracket(text);
    if (found.depth > deepest.depth) deepest = { path, text, ...found };
  }
  const { path, text, at } = deepest;
  const source = ts.createSourceFile(path, "", ts.ScriptTarget.Latest);
  source.text = text;
  return locate(nestedTooDeeply(), path, source, at, 1);
}

/** Found without a parser, which is what has failed; brackets inside text count as well. */
function deepestBracket(text: string): { at: number; depth: number } {
  const deepest = { at: 0, depth: 0 };
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    if (depth > deepest.depth) Object.assign(deepest, { at, depth });
  }
  return deepest;
}

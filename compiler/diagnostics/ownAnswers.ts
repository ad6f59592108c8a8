import { ts } from "ts-morph";
import { jsx, withStatement } from "./catalogue/language.ts";
import {
  codeAtRunTime,
  metaprogramming,
  parameterDecorator,
  prototypeAccess,
  weakReference,
} from "./catalogue/metaprogramming.ts";
import type { Problem } from "./diagnostic.ts";

/**
 * What tsmp says of JavaScript that its library does not declare. TypeScript knows only that the name is
 * missing, and advises to change the library.
 */
export function ownAnswer(diagnostic: ts.Diagnostic): Problem | undefined {
  const { code, file, start = 0, length = 0 } = diagnostic;
  const text = file?.text.slice(start, start + length) ?? "";
  if (unknownName.has(code)) return ofGlobal(text);
  if (unknownMember.has(code) && prototypeFunctions.has(text)) return prototypeAccess(text);
  if (code === notConstructable && text === "Function") return codeAtRunTime(text);
  if (inWith.has(code)) return withStatement();
  if (code === misplacedDecorator && file && isInParameter(file, start))
    return parameterDecorator();
  return file && isSyntaxError(code) && hasJsx(lineAt(file, start)) ? jsx() : undefined;
}

/** In a .ts file a tag reads as a type assertion that ends too early. */
function hasJsx(line: string): boolean {
  return /<([A-Za-z][\w.]*)[^<>]*>.*<\/\1\s*>|<[A-Za-z][\w.]*[^<>]*\/>/.test(line);
}

function isSyntaxError(code: number): boolean {
  return code >= 1000 && code < 1200;
}

function lineAt(file: ts.SourceFile, position: number): string {
  const { line } = file.getLineAndCharacterOfPosition(position);
  const starts = file.getLineStarts();
  return file.text.slice(starts[line], starts[line + 1]);
}

function ofGlobal(name: string): Problem | undefined {
  if (name === "Proxy" || name === "Reflect") return metaprogramming(name);
  if (name === "eval") return codeAtRunTime(name);
  if (name === "WeakRef" || name === "FinalizationRegistry") return weakReference(name);
  return undefined;
}

/** Cannot find name; and the same with advice about the library, or about types of Node. */
const unknownName: ReadonlySet<number> = new Set([2304, 2552, 2580, 2583, 2584, 2591]);
/** Property does not exist on type; and the same with advice about the library. */
const unknownMember: ReadonlySet<number> = new Set([2339, 2550, 2551]);
const notConstructable = 2351;
/** `with` in strict mode; values of type `any` in it. */
const inWith: ReadonlySet<number> = new Set([1101, 2410]);
/** Decorators are not valid here. */
const misplacedDecorator = 1206;

const prototypeFunctions: ReadonlySet<string> = new Set([
  "setPrototypeOf",
  "isPrototypeOf",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

function isInParameter(file: ts.SourceFile, position: number): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (position < node.pos || position >= node.end) return;
    if (ts.isParameter(node))
      found ||= node.modifiers?.some((m) => m.pos <= position && position < m.end) ?? false;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

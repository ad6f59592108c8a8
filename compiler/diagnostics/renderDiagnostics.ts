import type { Category, Diagnostic } from "./diagnostic.ts";
import { harmless } from "./renderCells.ts";
import { renderFrame } from "./renderFrame.ts";
import type { Style } from "./renderStyle.ts";

export interface RenderOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  /** The text of a file that diagnostics name, for the source frame. */
  textOf(file: string): string | undefined;
}

/** Diagnostics as people read them, in order; a summary follows where it says more than they do. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): string {
  const sorted = inOrder(diagnostics);
  if (sorted.length === 0) return "";
  const frames = sorted.map((diagnostic) => renderDiagnostic(diagnostic, options));
  const isOneWithoutFile = sorted.length === 1 && sorted[0]?.file === "";
  const summary = isOneWithoutFile ? [] : [summaryOf(sorted)];
  return `${[...frames, ...summary].join("\n\n")}\n`;
}

/**
 *     src/main.ts:3:7 - error TSMP2001: message
 *
 *      3 | source
 *        | ^^^^^^
 *       hint: what to write instead
 *       help: tsmp explain TSMP2001
 */
function renderDiagnostic(diagnostic: Diagnostic, { style, width, textOf }: RenderOptions): string {
  const { code, category, message, hint, file, line, column, length } = diagnostic;
  const mark = (text: string) => paintAs(category, text, style);
  const place = file === "" ? "" : `${style.cyan(file)}:${line}:${column} - `;
  const head = `${place}${mark(category)} ${style.dim(`${code}:`)} ${style.bold(indented(message))}`;
  // A point at the very start of a file stands for the file as a whole.
  const hasSpot = file !== "" && !(line === 1 && column === 1 && length === 0);
  const text = hasSpot ? textOf(file) : undefined;
  const frame =
    text === undefined ? undefined : renderFrame(text, diagnostic, { style, mark, width });
  return [
    head,
    ...(frame === undefined ? [] : ["", frame]),
    ...(hint === undefined ? [] : [`  ${style.green("hint:")} ${indented(hint)}`]),
    `  ${style.dim(`help: ${helpOf(diagnostic)}`)}`,
  ].join("\n");
}

function helpOf({ code, helpUrl }: Diagnostic): string {
  return code.startsWith("TSMP") ? `tsmp explain ${code}` : helpUrl;
}

/** Later lines of a message stand below its first. */
function indented(text: string): string {
  return harmless(text).replaceAll("\n", "\n    ");
}

function paintAs(category: Category, text: string, style: Style): string {
  if (category === "error") return style.red(text);
  return category === "warning" ? style.yellow(text) : style.blue(text);
}

/** `2 errors and 1 warning in 2 files` */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const count = (category: Category) => diagnostics.filter((d) => d.category === category).length;
  const parts = [
    counted(count("error"), "error"),
    counted(count("warning"), "warning"),
    counted(count("info"), "notice"),
  ].filter((part) => part !== undefined);
  const files = counted(
    new Set(diagnostics.map((d) => d.file).filter((file) => file !== "")).size,
    "file",
  );
  const what = parts.length > 2 ? `${parts[0]}, ${parts[1]} and ${parts[2]}` : parts.join(" and ");
  return files === undefined ? what : `${what} in ${files}`;
}

function counted(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** By file and place, those without a file first; the same thing said twice is said once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { file, line, column, length, code, message } = diagnostic;
    const key = JSON.stringify([file, line, column, length, code, message]);
    if (!unique.has(key)) unique.set(key, diagnostic);
  }
  return [...unique.values()].sort(
    (a, b) =>
      byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.code, b.code),
  );
}

/** By code unit, so that the order is the same everywhere. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

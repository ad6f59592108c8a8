import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../diagnostics/renderDiagnostics.ts";
import { type Style, styleFor } from "../diagnostics/renderStyle.ts";
import { wantsColour } from "./colour.ts";

/** What may be said of a terminal before a command runs. */
export interface TerminalOptions {
  readonly json: boolean;
  readonly colour: boolean;
}

/** Where a command's output goes. With `--json`, stdout holds one document and nothing else. */
export class Terminal {
  readonly json: boolean;
  /** The style of stdout. */
  readonly style: Style;
  readonly #errorStyle: Style;

  constructor({ json, colour }: TerminalOptions) {
    this.json = json;
    this.style = styleFor(!json && wantsColour(process.stdout, colour));
    this.#errorStyle = styleFor(wantsColour(process.stderr, colour));
  }

  /** Columns to fill; a fixed number where nobody looks. */
  get width(): number {
    return process.stdout.columns ?? process.stderr.columns ?? 100;
  }

  /** What the command was asked for, for people. */
  print(text: string): void {
    if (!this.json) process.stdout.write(`${text}\n`);
  }

  /** What the command was asked for, for programs. One that says whether it went well has diagnostics, too. */
  document(value: object): void {
    if (!this.json) return;
    const whole =
      "ok" in value && !("diagnostics" in value) ? { ...value, diagnostics: [] } : value;
    process.stdout.write(`${JSON.stringify(whole, undefined, 2)}\n`);
  }

  /** What is worth knowing beside it. */
  notice(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /**
   * Shows diagnostics whose files are below `root`, on stdout, or on stderr where stdout belongs to
   * a running program. In a document they are the command's own business.
   */
  diagnostics(
    diagnostics: readonly Diagnostic[],
    root: string,
    stream: "out" | "err" = "out",
  ): void {
    if (this.json || diagnostics.length === 0) return;
    const text = renderDiagnostics(
      diagnostics.map((d) => (d.file === "" ? d : { ...d, file: fromHere(resolve(root, d.file)) })),
      {
        style: stream === "out" ? this.style : this.#errorStyle,
        width: this.width,
        textOf: readSource,
      },
    );
    (stream === "out" ? process.stdout : process.stderr).write(text);
  }
}

/** A path as people want to read it: from the current folder. */
export function fromHere(path: string): string {
  return relative(process.cwd(), path) || ".";
}

function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}

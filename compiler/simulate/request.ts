import type { Problem } from "../diagnostics/diagnostic.ts";

/** Which MicroPython runs the program: the one in WebAssembly that comes with tsmp, or a unix port. */
export type Host = "embedded" | "unix";

/** One file of the program's file system; paths have `/` and start at its root. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string | Uint8Array;
  /** The version-3 source map of a generated module, as JSON. */
  readonly map?: string;
}

/** At `atMs` after the start, what is wired to the pin drives it to `level`. */
export interface PinInput {
  readonly atMs: number;
  readonly pin: number;
  readonly level: 0 | 1;
}

export interface RunRequest {
  /** Everything that would be on the board: the entry, its modules, the runtime modules they use. */
  readonly files: readonly ProgramFile[];
  /** The path of the main program among `files`. */
  readonly entry: string;
  /** `auto`: embedded, but unix for a program that needs what WebAssembly lacks. */
  readonly host: Host | "auto";
  /** `sys.argv` after the program's name. */
  readonly args?: readonly string[];
  /** Called with each piece of output as it comes; tracebacks are already in TypeScript's terms. */
  readonly stdout: (piece: string) => void;
  readonly stderr: (piece: string) => void;
  /** Stops the program, as Ctrl-C does. */
  readonly signal?: AbortSignal;
  readonly inputs?: readonly PinInput[];
  /** Shows on stderr what the board's outputs do. */
  readonly trace?: boolean;
  /** The name to show for a source of a map; as it stands in the map if not given. */
  readonly sourceName?: (source: string) => string;
}

export interface RunResult {
  /** The program's own; 130 if it was stopped, 128 + n if signal n killed it, 1 if it could not be run. */
  readonly exitCode: number;
  readonly signal?: NodeJS.Signals;
  /** Which host ran it; absent if none could. */
  readonly host?: Host;
  /** Why it could not be run, or what to know about how it ended. */
  readonly problem?: Problem;
}

/** How a stopped program ends: the status a shell gives for SIGINT. */
export const stopped = { exitCode: 130, signal: "SIGINT" } as const;

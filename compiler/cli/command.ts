import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/** What a command is given beside its own arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** What stands behind `--`, for the program that is run. */
  readonly forProgram: readonly string[];
  /** Makes the command's work the work of this run; its result is the exit code. */
  run<Args extends unknown[]>(
    work: (...args: Args) => Promise<number>,
  ): (...args: Args) => Promise<void>;
}

/**
 * Adds a command to the program. A definition imports little, and what its work needs with
 * `import()`, so that `tsmp --version` does not load a compiler.
 */
export type CommandDefinition = (program: Command, context: CommandContext) => void;

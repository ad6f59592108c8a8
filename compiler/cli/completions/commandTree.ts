import type { Command, Option } from "commander";

/** What a shell completes, read off the definitions of the commands. */
export interface CommandTree {
  readonly commands: readonly CompletedCommand[];
  /** Options that every command takes. */
  readonly options: readonly CompletedOption[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Fixed words for the first argument; without them it is a path. */
  readonly words: readonly string[];
}

export interface CompletedOption {
  /** `--out-dir`, and `-o` where there is one. */
  readonly flags: readonly string[];
  readonly summary: string;
  /** What may follow: fixed words, a path, or nothing. */
  readonly value: readonly string[] | "path" | "none";
}

export function commandTree(program: Command): CommandTree {
  return {
    commands: program.commands.map((command) => ({
      name: command.name(),
      summary: command.summary(),
      options: command.options.map(completedOption),
      words: command.registeredArguments[0]?.argChoices ?? [],
    })),
    options: [
      ...program.options.map(completedOption),
      { flags: ["-h", "--help"], summary: "show help", value: "none" },
    ],
  };
}

function completedOption(option: Option): CompletedOption {
  const flags = [option.short, option.long].filter((flag) => flag != null);
  const takesValue = option.required || option.optional;
  return {
    flags,
    summary: option.description,
    value: takesValue ? (option.argChoices ?? "path") : "none",
  };
}

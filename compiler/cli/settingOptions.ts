import { type Command, InvalidArgumentError, Option } from "commander";
import { boardNames, findBoard, isMicropythonVersion } from "../project/boards.ts";
import type { Settings } from "../project/settings.ts";

/** The options that stand in for settings of tsconfig.json, as commander gives them. */
export type SettingOptions = Pick<Settings, "board" | "micropython" | "optimize" | "outDir">;

/** Adds what a command that compiles takes: the project, and the options that stand in for its settings. */
export function addSettingOptions(command: Command): Command {
  const project = "a .ts file, a project folder or a tsconfig.json";
  return addBoardSettings(command.argument("[entry|folder]", project, "."));
}

/** Adds the options that stand in for settings. */
export function addBoardSettings(command: Command): Command {
  return command
    .addOption(
      new Option("-b, --board <name>", `the board (${boardNames.join(", ")})`).argParser(readBoard),
    )
    .addOption(
      new Option("--micropython <version>", "the MicroPython version on the board").argParser(
        readVersion,
      ),
    )
    .option("--no-optimize", "keep every call a call, for tracebacks that show every function");
}

/** The settings that were named; those that were not stay with the project. */
export function settingsOf({ board, micropython, optimize, outDir }: SettingOptions): Settings {
  return {
    ...(board === undefined ? {} : { board }),
    ...(micropython === undefined ? {} : { micropython }),
    // commander's default of a --no-option is true: only false was named.
    ...(optimize === false ? { optimize } : {}),
    ...(outDir === undefined ? {} : { outDir }),
  };
}

function readBoard(text: string): string {
  const board = findBoard(text);
  if (board === undefined)
    throw new InvalidArgumentError(`The boards are ${boardNames.join(", ")}.`);
  return board.name;
}

function readVersion(text: string): string {
  if (!isMicropythonVersion(text)) {
    throw new InvalidArgumentError('A version is needed, such as "1.26"; 1.20 is the oldest.');
  }
  return text;
}

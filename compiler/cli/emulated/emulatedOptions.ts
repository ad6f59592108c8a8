import { type Command, Option } from "commander";
import { readSeconds } from "../readSeconds.ts";

/** Adds `--emulate` and what belongs to it; each of these says that an emulated board is meant. */
export function addEmulatedOptions(command: Command): Command {
  const implied = (flags: string, description: string) =>
    new Option(flags, `with --emulate: ${description}`).implies({ emulate: true });
  return command
    .option("--emulate", "on an emulated Pico with MicroPython's own firmware; its output is shown")
    .addOption(implied("--firmware <file>", "a .uf2 or .bin"))
    .addOption(implied("--flash-image <file>", "keep the flash for the next time"))
    .addOption(implied("--gpio <file.vcd>", "write every change of a pin"))
    .addOption(
      implied("--for <seconds>", "stop after so much of the board's own time").argParser(
        readSeconds,
      ),
    );
}

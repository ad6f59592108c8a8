import { InvalidArgumentError } from "commander";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import { addEmulatedOptions } from "../emulated/emulatedOptions.ts";
import type { EmulatedBoardOptions } from "../emulated/emulateProgram.ts";
import { exitCodes } from "../exitCodes.ts";
import type { FlashOptions } from "../flash/flashOptions.ts";
import { addSettingOptions } from "../settingOptions.ts";

/** `tsmp flash [entry|folder]` */
export const defineFlash: CommandDefinition = (program, context) => {
  addEmulatedOptions(addSettingOptions(program.command("flash")))
    .summary("put a project on a board")
    .description(
      "Compile a project, send what the board does not have yet, and start it.\nAt every instant the board boots the old program or the new one.",
    )
    .option("-d, --device <name...>", "the board: a path, serial number, alias or tcp:host:port")
    .option("--all", "every board that is plugged in")
    .option("--mpy", 'send bytecode (else "mpy" in tsconfig.json)')
    .option("--built <folder>", "send the files of a folder, such as `tsmp build` writes")
    .option("--dry-run", "say what would be done, and write nothing")
    .option("--verify", "have the board hash what it runs, instead of believing its manifest")
    .option("--force", "try longer to stop a program that catches KeyboardInterrupt")
    .option("--monitor", "stay, and show what the program prints")
    .option("--watch", "flash again whenever a file of the project changes")
    .action(
      context.run((path: string, options: FlashOptions & EmulatedBoardOptions) =>
        flash(path, { ...options, device: options.device ?? [] }, context),
      ),
    );
};

async function flash(
  path: string,
  options: FlashOptions & EmulatedBoardOptions,
  { terminal }: CommandContext,
): Promise<number> {
  if (options.emulate === true) {
    const { flashEmulated } = await import("../emulated/flashEmulated.ts");
    return flashEmulated(path, options, terminal);
  }
  const severalBoards = options.device.length > 1 || options.all === true;
  if (options.monitor && (severalBoards || options.watch)) {
    throw new InvalidArgumentError("--monitor goes with one board, and not with --watch.");
  }
  const { flashOnce } = await import("../flash/flashOnce.ts");
  if (options.watch) {
    const { watchAndFlash } = await import("../flash/watchAndFlash.ts");
    return watchAndFlash(path, options, terminal);
  }
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(exitCodes.interrupted);
    stop.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    const { exitCode, diagnostics, document, addresses } = await flashOnce(
      path,
      options,
      terminal,
      stop.signal,
    );
    terminal.document({ ok: !hasErrors(diagnostics), ...document, diagnostics });
    const [device] = addresses;
    if (options.monitor && exitCode === exitCodes.ok && device !== undefined) {
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      const { monitor } = await import("./monitor.ts");
      return monitor(path, { device, start: options.dryRun !== true }, { terminal });
    }
    return stop.signal.aborted ? exitCodes.interrupted : exitCode;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

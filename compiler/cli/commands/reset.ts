import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

type ResetOptions = BoardOptions & { readonly soft?: boolean; readonly bootloader?: boolean };

/** `tsmp reset` */
export const defineReset: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("reset"))
    .summary("start a board anew")
    .description("Reset the board as its power button would; main.py runs again.")
    .option("--soft", "only the interpreter: the hardware keeps its state")
    .option("--bootloader", "into the bootloader, to put firmware on it")
    .action(run((options: ResetOptions) => reset(options)));

  async function reset(options: ResetOptions): Promise<number> {
    const code = options.bootloader ? "machine.bootloader()" : "machine.reset()";
    return withBoard(
      options,
      terminal,
      async (board) => {
        // The board answers first and resets then, or the line would break before the answer.
        if (!options.soft) {
          await board.repl.start(`import machine,time\ntime.sleep_ms(50)\n${code}`);
        }
        const { address } = board;
        terminal.document({ ok: true, device: address });
        return 0;
      },
      { restart: options.soft ? "always" : "never" },
    );
  }
};

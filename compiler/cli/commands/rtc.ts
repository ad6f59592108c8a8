import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

type RtcOptions = BoardOptions & { readonly set?: boolean };

/** `tsmp rtc` */
export const defineRtc: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("rtc"))
    .summary("read or set the clock of a board")
    .description("Show the time of the board's clock; --set takes this computer's local time.")
    .option("--set", "set the clock")
    .action(
      run((options: RtcOptions) =>
        withBoard(options, terminal, async (board) => {
          const { readClock, setClock } = await import("../../mpremote/clock.ts");
          if (options.set) await setClock(board, new Date());
          const time = await readClock(board);
          terminal.document({ ok: true, time });
          terminal.print(time);
          return 0;
        }),
      ),
    );
};

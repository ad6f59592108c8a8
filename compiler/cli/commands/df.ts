import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

/** `tsmp df` */
export const defineDf: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("df"))
    .summary("show the space on a board")
    .description("Show how much of each file system of the board is used, in bytes.")
    .action(
      run((options: BoardOptions) =>
        withBoard(options, terminal, async (board) => {
          const { spaces } = await import("../../mpremote/boardFiles.ts");
          const fileSystems = await spaces(board);
          terminal.document({ ok: true, fileSystems });
          terminal.print("     size      used      free  mount");
          for (const { mount, size, used, free } of fileSystems) {
            terminal.print(
              `${[size, used, free].map((n) => String(n).padStart(9)).join(" ")}  ${mount}`,
            );
          }
          return 0;
        }),
      ),
    );
};

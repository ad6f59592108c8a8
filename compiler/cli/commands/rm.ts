import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

type RmOptions = BoardOptions & { readonly recursive?: boolean };

/** `tsmp rm path...` */
export const defineRm: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("rm"))
    .summary("remove files of a board")
    .description("Remove files of the board, and folders that are empty or with -r.")
    .argument("<paths...>", "files or folders of the board")
    .option("-r, --recursive", "folders with everything in them")
    .action(
      run((paths: string[], options: RmOptions) =>
        withBoard(options, terminal, async (board) => {
          const { absolutePath, removePath } = await import("../../mpremote/boardFiles.ts");
          const removed = paths.map((path) => absolutePath(path.replace(/^:/, "")));
          for (const path of removed) {
            await removePath(board, path, { recursive: options.recursive === true });
          }
          terminal.document({ ok: true, removed });
          return 0;
        }),
      ),
    );
};

import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

/** `tsmp cat path` */
export const defineCat: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("cat"))
    .summary("print a file of a board")
    .description("Print a file of the board, byte for byte; with --json its content is base64.")
    .argument("<path>", "a file of the board")
    .action(
      run((path: string, options: BoardOptions) =>
        withBoard(options, terminal, async (board) => {
          const { absolutePath, readFile } = await import("../../mpremote/boardFiles.ts");
          const file = absolutePath(path.replace(/^:/, ""));
          const content = await readFile(board, file);
          terminal.document({ ok: true, path: file, base64: content.toString("base64") });
          if (!terminal.json) process.stdout.write(content);
          return 0;
        }),
      ),
    );
};

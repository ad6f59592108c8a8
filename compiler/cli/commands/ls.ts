import { addBoardOptions, type BoardOptions, withBoard } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

type LsOptions = BoardOptions & { readonly recursive?: boolean };

/** `tsmp ls [path]` */
export const defineLs: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("ls"))
    .summary("list files of a board")
    .description("List the files in a folder of the board, with their sizes in bytes.")
    .argument("[path]", "a folder or file of the board", "/")
    .option("-r, --recursive", "with everything below")
    .action(
      run((path: string, options: LsOptions) =>
        withBoard(options, terminal, async (board) => {
          const { absolutePath, listFolder } = await import("../../mpremote/boardFiles.ts");
          const folder = absolutePath(path.replace(/^:/, ""));
          const entries = await listFolder(board, folder, {
            recursive: options.recursive === true,
          });
          terminal.document({ ok: true, path: folder, entries });
          for (const { path, kind, size } of entries) {
            const name = path.startsWith(folder)
              ? path.slice(folder.length).replace(/^\//, "")
              : path;
            terminal.print(
              `${String(size).padStart(9)} ${shown(name || path)}${kind === "folder" ? "/" : ""}`,
            );
          }
          return 0;
        }),
      ),
    );
};

/** A name may hold anything but a slash; a terminal should not obey it. */
function shown(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  return name.replace(/[\x00-\x1f\x7f-\x9f]/g, "?");
}

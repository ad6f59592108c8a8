import { constants, openSync } from "node:fs";
import { ReadStream } from "node:tty";

/** Both ends of a line without hardware: programs open `path`, and `board` is what they talk to. */
export interface PseudoTerminal {
  readonly path: string;
  /** The board's side: a Node stream of bytes. */
  readonly board: ReadStream;
  /** The line vanishes, as a board does that is unplugged. */
  close(): void;
}

/** What @lydell/node-pty opens; its types leave this part out. */
interface OpenedPty {
  readonly _master: ReadStream;
  readonly _slave: ReadStream;
  readonly _pty: string;
}

/** Opens a raw pseudo-terminal. Needs the optional package `@lydell/node-pty`, and no Windows. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
  const { default: nodePty } = await import("@lydell/node-pty");
  const { open } = nodePty as unknown as { open(options: { encoding: null }): OpenedPty };
  const { _master: board, _slave: held, _pty: path } = open({ encoding: null });
  // The clients' end stays open, so that the line outlives them. node-pty would read from it too.
  const keeper = new ReadStream(openSync(path, constants.O_RDWR | constants.O_NOCTTY));
  keeper.setRawMode(true);
  held.destroy();
  return {
    path,
    board,
    close() {
      keeper.destroy();
      board.destroy();
    },
  };
}

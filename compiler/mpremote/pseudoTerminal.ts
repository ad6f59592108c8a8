import { constants, openSync, write } from "node:fs";
import { Duplex } from "node:stream";
import { ReadStream } from "node:tty";
import { makeRaw } from "./rawTerminal.ts";

/** Both ends of a line without hardware: programs open `path`, and `board` is what they talk to. */
export interface PseudoTerminal {
  readonly path: string;
  /** The board's side: a stream of bytes that is held up while no client reads. */
  readonly board: Duplex;
  /** The line vanishes, as a board does that is unplugged. */
  close(): void;
}

/** What @lydell/node-pty opens; its types leave this part out. */
interface OpenedPty {
  readonly _master: ReadStream;
  readonly _slave: ReadStream;
  readonly _fd: number;
  readonly _pty: string;
}

/** Opens a raw pseudo-terminal. Needs the optional package `@lydell/node-pty`, and no Windows. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
  const { default: nodePty } = await import("@lydell/node-pty");
  const { open } = nodePty as unknown as { open(options: { encoding: null }): OpenedPty };
  const { _master: master, _slave: held, _fd: fd, _pty: path } = open({ encoding: null });
  // The clients' end stays open, so that the line outlives them. node-pty would read from it too.
  const keeper = new ReadStream(openSync(path, constants.O_RDWR | constants.O_NOCTTY));
  makeRaw(path);
  held.destroy();
  const board = new BoardEnd(master, fd);
  return {
    path,
    board,
    close() {
      keeper.destroy();
      board.destroy();
    },
  };
}

/** How often a full line is tried again: the system does not tell when a client has read. */
const retryMs = 1;

/**
 * The master of a pseudo-terminal. Node writes to one as to a screen, and stops the whole process
 * while it is full; here only the writer waits.
 */
class BoardEnd extends Duplex {
  readonly #master: ReadStream;
  readonly #fd: number;

  constructor(master: ReadStream, fd: number) {
    super();
    this.#master = master;
    this.#fd = fd;
    master.pause();
    master.on("data", (bytes) => {
      if (!this.push(bytes)) master.pause();
    });
    master.on("close", () => this.destroy());
    master.removeAllListeners("error").on("error", () => this.destroy());
  }

  override _read(): void {
    this.#master.resume();
  }

  override _write(bytes: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    const put = (rest: Buffer) => {
      if (this.destroyed) done();
      else write(this.#fd, rest, (error, count) => written(rest, error, count));
    };
    const written = (rest: Buffer, error: NodeJS.ErrnoException | null, count: number) => {
      const full = error?.code === "EAGAIN";
      if (error !== null && !full) done(error);
      else if (count === rest.length) done();
      else setTimeout(put, retryMs, full ? rest : rest.subarray(count));
    };
    put(bytes);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#master.destroy();
    done(error);
  }
}

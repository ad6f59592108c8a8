import { constants, openSync } from "node:fs";
import { ReadStream } from "node:tty";
import { noPseudoTerminal } from "../diagnostics/catalogue/emulator.ts";
import { EmulatorError } from "./emulatorError.ts";

/** A line without hardware: programs open `path`; what they write comes out here. */
export interface PseudoTerminal {
  readonly path: string;
  onData(listener: (bytes: Uint8Array) => void): void;
  write(bytes: Uint8Array): void;
  close(): void;
}

/** What `open` of node-pty gives; its types leave these out. */
interface OpenedPair {
  readonly _master: ReadStream;
  readonly _slave: ReadStream;
  readonly _pty: string;
}

/** Output for which nobody reads: as much is kept as a computer keeps of a serial line, then none. */
const MOST_UNREAD_BYTES = 64 * 1024;

/** Opens a raw pseudo-terminal. Throws `EmulatorError` where there are none. */
export async function openPseudoTerminal(): Promise<PseudoTerminal> {
  try {
    const nodePty = (await import("@lydell/node-pty")).default as unknown as {
      open(options: { encoding: null }): OpenedPair;
    };
    const { _master: master, _slave: slave, _pty: path } = nodePty.open({ encoding: null });
    // One end of the clients' side is held open, so that the line stays when a client closes it.
    const held = new ReadStream(openSync(path, constants.O_RDWR | constants.O_NOCTTY));
    held.setRawMode(true);
    slave.destroy();
    master.on("error", () => {});
    return {
      path,
      onData: (listener) => master.on("data", listener),
      write: (bytes) => {
        if (master.writableLength < MOST_UNREAD_BYTES) master.write(bytes);
      },
      close: () => {
        held.destroy();
        master.destroy();
      },
    };
  } catch (error) {
    throw new EmulatorError(noPseudoTerminal((error as Error).message), { cause: error });
  }
}

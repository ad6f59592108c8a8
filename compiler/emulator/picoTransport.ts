import { lineLost } from "../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "../mpremote/boardError.ts";
import type { Transport } from "../mpremote/transport.ts";
import type { Pico } from "../simulate/rp2040/pico.ts";
import type { PicoRunner } from "../simulate/rp2040/picoRunner.ts";

/** Bytes that may lie in front of the board before a writer has to wait. */
const MOST_PENDING_BYTES = 256;
const POLL_MS = 1;

/** The line to an emulated board in this process: no pseudo-terminal, and no speed but its own. */
export function picoTransport(pico: Pico, runner: PicoRunner): Transport {
  let closed = false;
  let cause: Error | undefined;
  let onClose: ((cause: Error | undefined) => void) | undefined;
  const address = "emulated Pico";
  const end = (why: Error | undefined): void => {
    if (closed) return;
    closed = true;
    cause = why;
    onClose?.(why);
  };
  pico.serial.onPresence = (present) => {
    if (!present) end(new BoardError(lineLost(address)));
  };
  pico.serial.open();
  return {
    address,
    async write(bytes) {
      if (closed) throw cause ?? new BoardError(lineLost(address));
      pico.serial.write(bytes);
      runner.poke();
      while (!closed && pico.serial.pendingBytes > MOST_PENDING_BYTES) await pause();
    },
    onData(listener) {
      pico.serial.onData = (data) => listener(Buffer.from(data));
    },
    onClose(listener) {
      if (closed) queueMicrotask(() => listener(cause));
      else onClose = listener;
    },
    async close() {
      pico.serial.onPresence = () => {};
      pico.serial.onData = () => {};
      pico.serial.close();
      end(undefined);
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

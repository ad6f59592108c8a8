import { closeSync, constants, openSync } from "node:fs";
import { isatty, ReadStream } from "node:tty";
import { lineLost, portBusy, portFailed } from "../../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "../boardError.ts";
import { holderOf } from "../portHolder.ts";
import { makeRaw } from "../rawTerminal.ts";
import type { Transport } from "../transport.ts";
import { openError } from "./serial.ts";
import { streamTransport } from "./stream.ts";

/**
 * A serial port as the terminal that it is on Linux and macOS, without native code. Node cannot
 * lock it, so whoever holds it already is looked for first.
 */
export function openTty(path: string): Transport {
  const fd = openDescriptor(path);
  if (!isatty(fd)) {
    closeSync(fd);
    throw new BoardError(portFailed(path, "it is not a serial port"));
  }
  const stream = new ReadStream(fd);
  makeRaw(path);
  return streamTransport(path, stream, { lost: () => new BoardError(lineLost(path)) });
}

function openDescriptor(path: string): number {
  const holder = holderOf(path);
  if (holder !== undefined) throw new BoardError(portBusy(path, holder));
  try {
    return openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  } catch (error) {
    throw openError(path, error as Error);
  }
}

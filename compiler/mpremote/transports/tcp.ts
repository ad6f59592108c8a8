import { connect } from "node:net";
import { lineLost, portFailed } from "../../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "../boardError.ts";
import type { Transport } from "../transport.ts";
import { streamTransport } from "./stream.ts";

const connectTimeoutMs = 5_000;

/** A board behind a socket: an emulator, or a serial server that passes bytes through unchanged. */
export async function openTcp(address: string, host: string, port: number): Promise<Transport> {
  const socket = connect({ host, port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    const fail = (detail: string) => {
      socket.destroy();
      reject(new BoardError(portFailed(address, detail)));
    };
    const timer = setTimeout(
      () => fail(`no answer in ${connectTimeoutMs / 1000} s`),
      connectTimeoutMs,
    );
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.removeAllListeners("error");
      resolve();
    });
    socket.once("error", (error) => {
      clearTimeout(timer);
      fail(error.message);
    });
  });
  return streamTransport(address, socket, { lost: () => new BoardError(lineLost(address)) });
}

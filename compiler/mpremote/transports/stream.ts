import type { Duplex } from "node:stream";
import { LineEnd } from "../lineEnd.ts";
import type { Transport } from "../transport.ts";

interface StreamEnds {
  /** The cause of an end that nobody asked for. */
  lost(): Error;
  /** Ends the stream; by default it is destroyed. */
  shut?(): void;
}

/** A transport over a Node stream. */
export function streamTransport(
  address: string,
  stream: Duplex,
  { lost, shut = () => stream.destroy() }: StreamEnds,
): Transport {
  const end = new LineEnd();
  let closing = false;
  const over = () => end.end(closing ? undefined : lost());
  stream.on("error", over).on("close", over).on("end", over);
  return {
    address,
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (end.ended) return reject(end.cause ?? lost());
        end.onEnd((cause) => reject(cause ?? lost()));
        stream.write(bytes, (error) => (error ? reject(lost()) : resolve()));
      }),
    onData: (listener) => {
      stream.removeAllListeners("data");
      stream.on("data", listener);
    },
    onClose: (listener) => end.onEnd(listener),
    async close() {
      closing = true;
      if (end.ended) return;
      const closed = new Promise<void>((resolve) => end.onEnd(() => resolve()));
      shut();
      await closed;
    },
  };
}

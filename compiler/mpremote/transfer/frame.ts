import { constants, deflateRawSync } from "node:zlib";
import { stuff } from "./stuffing.ts";

/** What one frame may hold, unpacked; the receiver's buffers have this size. */
export const frameSize = 4096;
/** The window of the board's `deflate.DeflateIO`: 4 KiB of its memory. */
const windowBits = 12;
const windowSize = 1 << windowBits;

const stored = 0x30;
const deflated = 0x31;

/**
 * Makes frames for the receiver: their kind, the lengths of payload and content as twice seven bits
 * with the eighth set, and the payload, deflated where that makes it shorter.
 *
 * The deflated ones are pieces of one stream, so each may refer to what those before it held.
 */
export class Framer {
  readonly #inflates: boolean;
  #window: Buffer = Buffer.alloc(0);

  /** Whether the board has `deflate`. */
  constructor(inflates: boolean) {
    this.#inflates = inflates;
  }

  frame(content: Uint8Array): Buffer {
    const packed = this.#inflates ? this.#deflate(content) : undefined;
    const smaller = packed !== undefined && packed.length < content.length;
    if (smaller) this.#window = Buffer.concat([this.#window, content]).subarray(-windowSize);
    const payload = stuff(smaller ? packed : content);
    const head = [smaller ? deflated : stored, ...sevenBits(payload), ...sevenBits(content)];
    return Buffer.concat([Buffer.from(head), payload]);
  }

  /** A piece of a stream that goes on, up to a byte boundary. */
  #deflate(content: Uint8Array): Buffer {
    return deflateRawSync(content, {
      windowBits,
      level: 9,
      memLevel: 9,
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(this.#window.length === 0 ? {} : { dictionary: this.#window }),
    });
  }
}

function sevenBits({ length }: Uint8Array): [number, number] {
  return [0x80 | (length & 0x7f), 0x80 | (length >> 7)];
}

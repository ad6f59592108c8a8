import { deflateRawSync } from "node:zlib";
import { stuff } from "./stuffing.ts";

/** What one frame may hold, unpacked; the receiver's buffers have this size. */
export const frameSize = 4096;
/** The window of the board's `deflate.DeflateIO`: 4 KiB of its memory. */
const windowBits = 12;

const stored = 0x30;
const deflated = 0x31;

/**
 * A frame for the receiver: its kind, the length as twice seven bits with the eighth set, and the
 * payload, deflated where that makes it shorter.
 */
export function frame(content: Uint8Array, inflates: boolean): Buffer {
  const packed = inflates
    ? deflateRawSync(content, { windowBits, level: 9, memLevel: 9 })
    : undefined;
  const smaller = packed !== undefined && packed.length < content.length;
  const payload = stuff(smaller ? packed : content);
  const { length } = payload;
  const head = [smaller ? deflated : stored, 0x80 | (length & 0x7f), 0x80 | (length >> 7)];
  return Buffer.concat([Buffer.from(head), payload]);
}

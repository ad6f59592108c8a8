/** Decompression of zlib, gzip and raw deflate. */

/**
 * Finds out which format it is.
 *
 * @since 1.21
 */
export const AUTO: 0;
/**
 * Without a header.
 *
 * @since 1.21
 */
export const RAW: 1;
/**
 * With a zlib header.
 *
 * @since 1.21
 */
export const ZLIB: 2;
/**
 * With a gzip header.
 *
 * @since 1.21
 */
export const GZIP: 3;
/** A stream of bytes that can be read. */
export interface ByteSource {
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer): int | null;
}
/**
 * A stream that decompresses another. `using` closes it.
 *
 * @since 1.21
 */
export class DeflateIO implements Disposable {
  /**
   * @param format AUTO, RAW, ZLIB or GZIP.
   * @param wbits The window: 2 ** wbits bytes of memory, 5 to 15; 0 takes it from the header.
   * @param close Whether closing closes the other stream too.
   */
  constructor(stream: ByteSource | BinaryFile, format?: 0 | 1 | 2 | 3, wbits?: int, close?: boolean);
  /** Up to `size` bytes, or all; OSError EINVAL when the data is broken. */
  read(size?: int): bytes;
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer, size?: int): int;
  /** A line with its line end. */
  readline(size?: int): bytes;
  /** Closes it. */
  close(): void;
  [Symbol.dispose](): void;
}

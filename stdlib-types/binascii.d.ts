/** Bytes as text and back: hexadecimal, base64; checksums. */

/** The bytes that base64 text stands for; ValueError when it is none. */
export function a2b_base64(data: string | ReadableBuffer): bytes;
/** Base64 text of bytes, with a line end unless `newline` is false. */
export function b2a_base64(data: ReadableBuffer, options?: Keywords<{ newline?: boolean }>): bytes;
/** The CRC-32 of bytes; `value` is the checksum so far. */
export function crc32(data: ReadableBuffer, value?: int): u32;
/** Two hexadecimal digits per byte, with `sep` between. */
export function hexlify(data: ReadableBuffer | string, sep?: string | bytes): bytes;
/** The bytes that hexadecimal digits stand for; ValueError when the number of digits is odd. */
export function unhexlify(data: string | ReadableBuffer): bytes;

/** Checksums that cannot be forged. */

/** What the three have in common. */
export interface Hash {
  /** Adds data. */
  update(data: ReadableBuffer | string): void;
  /** The checksum. The hash is used up then. */
  digest(): bytes;
}
/** MD5, 16 bytes: old and broken: for compatibility only. */
export class md5 {
  /** @param data The first data. */
  constructor(data?: ReadableBuffer | string);
}
export interface md5 extends Hash {}
/** SHA1, 20 bytes: weak: for compatibility only. */
export class sha1 {
  /** @param data The first data. */
  constructor(data?: ReadableBuffer | string);
}
export interface sha1 extends Hash {}
/** SHA256, 32 bytes: the one to use. */
export class sha256 {
  /** @param data The first data. */
  constructor(data?: ReadableBuffer | string);
}
export interface sha256 extends Hash {}

/** The AES cipher. */

/** A cipher with a key. Make one to encrypt and another to decrypt. */
export class aes {
  /**
   * @param key 16 or 32 bytes.
   * @param mode 1 ECB, 2 CBC, 6 CTR.
   * @param IV For CBC and CTR: 16 bytes to begin with, not the same twice under one key.
   */
  constructor(key: ReadableBuffer, mode: 1);
  constructor(key: ReadableBuffer, mode: 2 | 6, IV: ReadableBuffer);
  /** Encrypts; the length is a multiple of 16 but for CTR. Into `out` when given, which may be the same. */
  encrypt(input: ReadableBuffer): bytes;
  encrypt<B extends WritableBuffer>(input: ReadableBuffer, out: B): B;
  /** Decrypts. Into `out` when given, which may be the same. */
  decrypt(input: ReadableBuffer): bytes;
  decrypt<B extends WritableBuffer>(input: ReadableBuffer, out: B): B;
}

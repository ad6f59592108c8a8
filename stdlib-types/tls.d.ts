/** Encrypted connections. */
import type { socket } from "socket";

/**
 * The other side's certificate is not asked for.
 *
 * @since 1.23
 */
export const CERT_NONE: 0;
/**
 * The other side's certificate is checked when there is one.
 *
 * @since 1.23
 */
export const CERT_OPTIONAL: 1;
/**
 * The other side must have a certificate that holds.
 *
 * @since 1.23
 */
export const CERT_REQUIRED: 2;
/**
 * TLS, this side calls.
 *
 * @since 1.23
 */
export const PROTOCOL_TLS_CLIENT: int;
/**
 * TLS, this side is called.
 *
 * @since 1.23
 */
export const PROTOCOL_TLS_SERVER: int;
/**
 * TLS over UDP, this side calls.
 *
 * @since 1.23
 */
export const PROTOCOL_DTLS_CLIENT: int;
/**
 * TLS over UDP, this side is called.
 *
 * @since 1.23
 */
export const PROTOCOL_DTLS_SERVER: int;
/**
 * The version of the library that does it.
 *
 * @since 1.23
 */
export const MBEDTLS_VERSION: string;

/** An encrypted connection. */
export interface TLSSocket {
  /** Reads `size` bytes, or until the other side closes. */
  read(size?: int): bytes;
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer, nbytes?: int): int | null;
  /** A line with its line end. */
  readline(): bytes;
  /** Sends bytes; gives how many were taken. */
  write(data: ReadableBuffer | string): int;
  /** Whether calls wait. */
  setblocking(value: boolean): void;
  /** The other side's certificate. */
  getpeercert(binary_form: true): bytes;
  /** The cipher in use and the version of TLS. */
  cipher(): readonly [string, string];
  /** Ends it. */
  close(): void;
}
/**
 * Settings of encrypted connections.
 *
 * @since 1.23
 */
export class SSLContext {
  constructor(protocol: int);
  /** Whether the other side's certificate is checked: `CERT_NONE`, `CERT_OPTIONAL` or `CERT_REQUIRED`. */
  verify_mode: 0 | 1 | 2;
  /** The ciphers that can be used. */
  get_ciphers(): string[];
  /** Sets the ciphers that may be used. */
  set_ciphers(ciphers: readonly string[]): void;
  /** Sets this side's certificate and key, in DER format. ValueError when they are broken. */
  load_cert_chain(cert: ReadableBuffer, key: ReadableBuffer): void;
  /** Sets the certificates that are trusted, in DER format. */
  load_verify_locations(cadata: ReadableBuffer): void;
  /** Encrypts a connection. OSError when the other side's certificate does not hold. */
  wrap_socket(
    sock: socket,
    options?: Keywords<{
      server_side?: boolean;
      do_handshake_on_connect?: boolean;
      /** The name that the certificate must bear. */
      server_hostname?: string | null;
      client_id?: ReadableBuffer;
    }>,
  ): TLSSocket;
}

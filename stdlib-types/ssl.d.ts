/** Encrypted connections, as Python names them. The module `tls` is what lies below. */
import type { socket } from "socket";
import type { TLSSocket } from "tls";
export {
  CERT_NONE,
  CERT_OPTIONAL,
  CERT_REQUIRED,
  MBEDTLS_VERSION,
  PROTOCOL_DTLS_CLIENT,
  PROTOCOL_DTLS_SERVER,
  PROTOCOL_TLS_CLIENT,
  PROTOCOL_TLS_SERVER,
} from "tls";

/** Settings of encrypted connections. Certificates may be files. */
export class SSLContext {
  constructor(protocol: int);
  /** Whether the other side's certificate is checked: `CERT_NONE`, `CERT_OPTIONAL` or `CERT_REQUIRED`. */
  verify_mode: 0 | 1 | 2;
  /** Sets this side's certificate and key: DER data, or the paths of files. */
  load_cert_chain(certfile: string | ReadableBuffer, keyfile: string | ReadableBuffer): void;
  /** Sets the certificates that are trusted: the path of a file, or DER data. */
  load_verify_locations(options: Keywords<{ cafile?: string; cadata?: ReadableBuffer }>): void;
  load_verify_locations(cafile: string): void;
  /** Encrypts a connection. OSError when the other side's certificate does not hold. */
  wrap_socket(
    sock: socket,
    options?: Keywords<{ server_side?: boolean; do_handshake_on_connect?: boolean; server_hostname?: string | null }>,
  ): TLSSocket;
}
/** Encrypts a connection, with settings of its own. Certificates are not checked unless `cert_reqs` says so. */
export function wrap_socket(
  sock: socket,
  options?: Keywords<{
    server_side?: boolean;
    key?: ReadableBuffer | null;
    cert?: ReadableBuffer | null;
    cert_reqs?: 0 | 1 | 2;
    cadata?: ReadableBuffer | null;
    server_hostname?: string | null;
    do_handshake?: boolean;
  }>,
): TLSSocket;

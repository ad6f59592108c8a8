/** Connections: TCP and UDP. Tasks use `asyncio.open_connection` and `asyncio.start_server`. */

/** Addresses of version 4. */
export const AF_INET: 2;
/** Addresses of version 6. */
export const AF_INET6: 10;
/** TCP. */
export const SOCK_STREAM: 1;
/** UDP. */
export const SOCK_DGRAM: 2;
/** Raw packets. */
export const SOCK_RAW: 3;
/** Options of IP. */
export const IPPROTO_IP: 0;
/** Options of TCP. */
export const IPPROTO_TCP: 6;
/** Joins a group of receivers. */
export const IP_ADD_MEMBERSHIP: int;
/** Leaves a group of receivers. */
export const IP_DROP_MEMBERSHIP: int;
/** Options of sockets. */
export const SOL_SOCKET: int;
/** Option: the address may be used again at once. */
export const SO_REUSEADDR: int;
/** Option: broadcasts may be sent. */
export const SO_BROADCAST: int;
/** Option: small packets are sent at once. */
export const TCP_NODELAY: int;
/** Flag of `recv`: leaves what it reads. */
export const MSG_PEEK: int;
/** Flag of `recv`: does not wait. */
export const MSG_DONTWAIT: int;

/** Host, as an address of numbers, and port. */
export type Address = readonly [host: string, port: int] | readonly [host: string, port: int, flow: int, scope: int];
/** Family, type, protocol, name, address. */
export type AddressInfo = readonly [family: int, type: int, proto: int, canonname: string, address: Address];

/**
 * The addresses of a host. Blocks while a name server is asked; OSError when it knows none.
 *
 * @example
 * const address = getaddrinfo("example.com", 80)[0][4];
 */
export function getaddrinfo(host: string, port: int, af?: int, type?: int, proto?: int, flags?: int): AddressInfo[];

/** A connection, or one end of it. It is a stream too. */
export class socket {
  /** OSError ENOMEM when there are too many. */
  constructor(af?: int, type?: int, proto?: int);
  /** Waits for a connection; gives a socket for it, and where it comes from. */
  accept(): readonly [socket, Address];
  /** Takes an address of this side. OSError EADDRINUSE. */
  bind(address: Address): void;
  /** Ends it. */
  close(): void;
  /** Connects. OSError ECONNREFUSED, EHOSTUNREACH, ETIMEDOUT; EINPROGRESS when it does not block. */
  connect(address: Address): void;
  /** Begins to take connections. */
  listen(backlog?: int): void;
  /** Gives the socket itself: it is a stream. */
  makefile(mode?: "rb" | "wb" | "rwb", buffering?: int): socket;
  /** Reads `size` bytes, or until the other side closes. null when it does not block and nothing is there. */
  read(size?: int): bytes;
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer, nbytes?: int): int | null;
  /** A line with its line end. */
  readline(size?: int): bytes;
  /** Up to `bufsize` bytes as they come; empty when the other side has closed. */
  recv(bufsize: int, flags?: int): bytes;
  /** As `recv`, with the sender's address. */
  recvfrom(bufsize: int, flags?: int): readonly [bytes, Address];
  /** Sends bytes; gives how many were taken. */
  send(data: ReadableBuffer | string): int;
  /** Sends all bytes. */
  sendall(data: ReadableBuffer | string): void;
  /** Sends bytes to an address (UDP). */
  sendto(data: ReadableBuffer | string, address: Address): int;
  /** Whether calls wait. */
  setblocking(value: boolean): void;
  /** Sets an option. */
  setsockopt(level: int, option: int, value: int | ReadableBuffer | SoftIsr<(socket: socket) => void> | null): void;
  /** Seconds that calls wait at most: 0 not at all, null for ever. */
  settimeout(seconds: number | null): void;
  /** Sends bytes, or `size` of them from `offset`; gives how many were taken. */
  write(data: ReadableBuffer | string): int;
  write(data: ReadableBuffer, size: int): int;
  write(data: ReadableBuffer, offset: int, size: int): int;
}
/** Something to be called when a socket changes; not for programs. */
export function callback(...args: unknown[]): unknown;
/** Prints the connections of the network stack; not for programs. */
export function print_pcbs(): void;
/** Starts the network stack anew; not for programs. */
export function reset(): void;

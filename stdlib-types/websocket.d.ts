/** The frames of a web socket, below `webrepl`. */
import type { socket } from "socket";
/** A web socket on a connection that has been agreed on already. */
export class websocket {
  constructor(sock: socket, blocking?: boolean);
  /** Reads bytes of messages. */
  read(size?: int): bytes;
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer, size?: int): int | null;
  /** A line with its line end. */
  readline(size?: int): bytes;
  /** Sends a message. */
  write(data: ReadableBuffer | string): int;
  /** Questions and commands of streams. */
  ioctl(op: int, arg: int): int;
  /** Ends it. */
  close(): void;
}

/**
 * A line to a board: bytes out, bytes in, and its end. Nothing here knows of MicroPython.
 *
 * A transport is open when one has it. `write` resolves when the line has taken the bytes, so a
 * caller that awaits it never runs ahead of a slow board.
 */
export interface Transport {
  /** What the user would type to open it again: a path, or `tcp:host:port`. */
  readonly address: string;
  write(bytes: Uint8Array): Promise<void>;
  /** Calls back with every piece that arrives from now on. At most one listener. */
  onData(listener: (bytes: Buffer) => void): void;
  /** Calls back once when the line is gone, at once if it is; without a cause after `close()`. */
  onClose(listener: (cause: Error | undefined) => void): void;
  close(): Promise<void>;
  /** Modem lines, where there are any: a pseudo-terminal and a socket have none. */
  setSignals?(signals: Signals): Promise<void>;
}

export interface Signals {
  readonly dtr?: boolean;
  readonly rts?: boolean;
}

const tcpAddress = /^(?:tcp|socket):(?:\/\/)?\[?([^\]]+?)\]?:(\d+)$/;

/** Opens what a user named: `tcp:host:port`, or a path of this computer. Throws a BoardError. */
export async function openTransport(address: string): Promise<Transport> {
  const tcp = tcpAddress.exec(address);
  if (tcp !== null) {
    const { openTcp } = await import("./transports/tcp.ts");
    return openTcp(address, tcp[1] as string, Number(tcp[2]));
  }
  const { openSerial } = await import("./transports/serial.ts");
  return openSerial(address);
}

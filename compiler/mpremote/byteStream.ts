import { boardSilent } from "../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "./boardError.ts";
import type { Transport } from "./transport.ts";

/** How long a read may wait, and who sees the bytes as they come. */
export interface ReadOptions {
  /** Milliseconds without a single byte after which the board counts as silent. */
  readonly timeoutMs: number;
  /** Sees every byte before the ending, as it arrives. */
  readonly onBytes?: ((bytes: Buffer) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const nothing = Buffer.alloc(0);

/**
 * What a board says, read by expectation: the next n bytes, or up to an ending. Reads wake up when
 * bytes arrive; nobody polls. One read at a time.
 */
export class ByteStream {
  readonly transport: Transport;
  /** What was counted on the line since it was opened. */
  readonly traffic = { sent: 0, received: 0, turnarounds: 0 };
  #pending: Buffer = nothing;
  #wake: (() => void) | undefined;
  #lost: { cause: Error | undefined } | undefined;
  #sentLast = false;

  constructor(transport: Transport) {
    this.transport = transport;
    transport.onData((bytes) => this.#arrive(bytes));
    transport.onClose((cause) => {
      this.#lost = { cause };
      this.#wake?.();
    });
  }

  /** Sends, and waits until the line has taken it: at most `timeoutMs`. */
  async write(data: Uint8Array | string, timeoutMs = 10_000): Promise<void> {
    const bytes = typeof data === "string" ? Buffer.from(data) : data;
    this.traffic.sent += bytes.length;
    this.#sentLast = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#silence(timeoutMs)), timeoutMs);
    });
    const written = this.transport.write(bytes);
    written.catch(() => {}); // it may fail after the time is up
    await Promise.race([written, late]).finally(() => clearTimeout(timer));
  }

  /** Exactly the next `count` bytes. */
  async read(count: number, options: ReadOptions): Promise<Buffer> {
    while (this.#pending.length < count) await this.#more(options);
    return this.#take(count);
  }

  /**
   * Everything up to and with the first of the endings. With `onBytes`, what is before the ending
   * goes there instead, and the ending alone comes back.
   */
  async readUntil(endings: string | readonly string[], options: ReadOptions): Promise<Buffer> {
    const wanted = (typeof endings === "string" ? [endings] : endings).map((ending) =>
      Buffer.from(ending, "latin1"),
    );
    const seen: Buffer[] = [];
    for (;;) {
      const end = firstEnd(this.#pending, wanted);
      if (end !== undefined) {
        const piece = this.#take(end.after);
        if (options.onBytes === undefined) return Buffer.concat([...seen, piece]);
        if (end.at > 0) options.onBytes(piece.subarray(0, end.at));
        return piece.subarray(end.at);
      }
      // What cannot be the beginning of an ending goes out at once.
      const passed = this.#pending.length - beginningOf(wanted, this.#pending);
      if (passed > 0) {
        const piece = this.#take(passed);
        if (options.onBytes === undefined) seen.push(piece);
        else options.onBytes(piece);
      }
      try {
        await this.#more(options);
      } catch (error) {
        this.#pending = Buffer.concat([...seen, this.#pending]);
        throw error;
      }
    }
  }

  /** What has arrived and nobody has read. */
  takeAll(): Buffer {
    return this.#take(this.#pending.length);
  }

  /** The same, left in place. */
  peek(): Buffer {
    return this.#pending;
  }

  /** Puts bytes in front of what comes next. */
  unread(bytes: Buffer): void {
    this.#pending = Buffer.concat([bytes, this.#pending]);
  }

  /** Waits until something arrives; false when `timeoutMs` passed first. */
  async waitForMore(timeoutMs: number): Promise<boolean> {
    const before = this.#pending.length;
    try {
      await this.#more({ timeoutMs });
    } catch (error) {
      if (this.#lost !== undefined) throw error;
    }
    return this.#pending.length > before;
  }

  #arrive(bytes: Buffer): void {
    this.traffic.received += bytes.length;
    if (this.#sentLast) {
      this.#sentLast = false;
      this.traffic.turnarounds++;
    }
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    this.#wake?.();
  }

  #take(count: number): Buffer {
    const taken = this.#pending.subarray(0, count);
    this.#pending = this.#pending.subarray(count);
    return taken;
  }

  /** Resolves when bytes have arrived. */
  #more({ timeoutMs, signal }: ReadOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#lost !== undefined) return reject(this.#lossError());
      if (signal?.aborted) return reject(signal.reason);
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", aborted);
        this.#wake = undefined;
        finish();
      };
      const aborted = () => settle(() => reject(signal?.reason));
      const late = () => settle(() => reject(this.#silence(timeoutMs)));
      const timer = Number.isFinite(timeoutMs) ? setTimeout(late, timeoutMs) : undefined;
      signal?.addEventListener("abort", aborted);
      this.#wake = () =>
        settle(() => (this.#lost === undefined ? resolve() : reject(this.#lossError())));
    });
  }

  #lossError(): Error {
    return this.#lost?.cause ?? new Error(`the line to ${this.transport.address} is closed`);
  }

  #silence(timeoutMs: number): BoardError {
    return new BoardError(boardSilent(this.transport.address, timeoutMs / 1000));
  }
}

/** How many of the last bytes may be the beginning of an ending. */
function beginningOf(endings: readonly Buffer[], bytes: Buffer): number {
  const longest = Math.max(...endings.map(({ length }) => length)) - 1;
  for (let count = Math.min(longest, bytes.length); count > 0; count--) {
    const last = bytes.subarray(bytes.length - count);
    if (endings.some((ending) => ending.length > count && last.equals(ending.subarray(0, count)))) {
      return count;
    }
  }
  return 0;
}

function firstEnd(
  bytes: Buffer,
  endings: readonly Buffer[],
): { at: number; after: number } | undefined {
  let best: { at: number; after: number } | undefined;
  for (const ending of endings) {
    const at = bytes.indexOf(ending);
    if (at !== -1 && (best === undefined || at < best.at)) best = { at, after: at + ending.length };
  }
  return best;
}

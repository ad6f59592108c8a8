import { type Attached, type AttachOptions, attach, type BoardInfo } from "./attach.ts";
import { ByteStream } from "./byteStream.ts";
import { DeviceException } from "./deviceException.ts";
import { ctrlB, ctrlD, type ExecOptions, type ExecResult, RawRepl } from "./rawRepl.ts";
import { openTransport, type Transport } from "./transport.ts";

export interface OpenBoardOptions extends AttachOptions {}

/** A board whose program was stopped and whose raw REPL waits for code. */
export interface Board {
  readonly address: string;
  readonly info: BoardInfo;
  readonly transport: Transport;
  /** For a conversation with code that `repl.start` began. */
  readonly stream: ByteStream;
  readonly repl: RawRepl;
  /** What the code given as `ask` has printed on attaching; a second time, undefined. */
  takeAnswer(): string | undefined;
  /** Runs code to its end; a traceback is in the result. */
  exec(code: string, options?: ExecOptions): Promise<ExecResult>;
  /** Runs code and gives what it printed; a traceback is thrown as a DeviceException. */
  evaluate(code: string, options?: ExecOptions): Promise<string>;
  /** A fresh interpreter; boot.py runs, main.py does not. */
  softReset(): Promise<void>;
  close(options?: CloseOptions): Promise<void>;
}

export interface CloseOptions {
  /**
   * `interrupted` starts the program again when attaching stopped one, which is the default;
   * `always` starts main.py in any case; `never` leaves the board at its prompt.
   */
  readonly restart?: "interrupted" | "always" | "never";
}

/** Opens a port and attaches to the board on it. On an error the port is closed again. */
export async function openBoard(address: string, options: OpenBoardOptions = {}): Promise<Board> {
  return boardOn(await openTransport(address), options);
}

/** The same over a line that is open already. */
export async function boardOn(
  transport: Transport,
  options: OpenBoardOptions = {},
): Promise<Board> {
  const stream = new ByteStream(transport);
  try {
    await transport.setSignals?.({ dtr: true, rts: true });
    return new AttachedBoard(stream, await attach(stream, options));
  } catch (error) {
    await transport.close();
    throw error;
  }
}

class AttachedBoard implements Board {
  readonly info: BoardInfo;
  readonly stream: ByteStream;
  readonly repl: RawRepl;

  #answer: string | undefined;

  constructor(stream: ByteStream, { info, answer }: Attached) {
    this.info = info;
    this.#answer = answer;
    this.stream = stream;
    this.repl = new RawRepl(stream);
  }

  get transport(): Transport {
    return this.stream.transport;
  }

  get address(): string {
    return this.transport.address;
  }

  takeAnswer(): string | undefined {
    const answer = this.#answer;
    this.#answer = undefined;
    return answer;
  }

  exec(code: string, options?: ExecOptions): Promise<ExecResult> {
    return this.repl.exec(code, options);
  }

  async evaluate(code: string, options?: ExecOptions): Promise<string> {
    const { stdout, stderr } = await this.exec(code, options);
    if (stderr !== "") throw new DeviceException(stderr);
    return stdout;
  }

  softReset(): Promise<void> {
    return this.repl.softReset();
  }

  async close({ restart = "interrupted" }: CloseOptions = {}): Promise<void> {
    const again = restart === "always" || (restart === "interrupted" && this.info.wasRunning);
    // The friendly REPL's Ctrl-D is a soft reset that runs main.py; the raw one's does not.
    await this.stream.write(again ? ctrlB + ctrlD : ctrlB, 1_000).catch(() => {});
    await this.transport.close();
  }
}

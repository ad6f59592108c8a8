import { randomBytes } from "node:crypto";
import { StringDecoder } from "node:string_decoder";
import { boardRaised, programDoesNotStop } from "../diagnostics/catalogue/boardLink.ts";
import type { Board } from "./board.ts";
import { BoardError } from "./boardError.ts";
import { pythonText } from "./boardFiles.ts";
import { DeviceException } from "./deviceException.ts";
import { ramFileSystem } from "./ramFileSystem.ts";

/** A file of a program; its path has `/` and starts at the program's folder. */
export interface RamFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface RamProgram {
  readonly files: readonly RamFile[];
  /** The path of the main program among the files. */
  readonly entry: string;
  /** `sys.argv` behind the program's name. */
  readonly args?: readonly string[];
  /** What the program prints, as it comes, with plain newlines. */
  readonly stdout: (piece: string) => void;
  /** The traceback that ended it. */
  readonly stderr: (piece: string) => void;
  /** Stops the program on the board, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

const lineBytes = 1536;
const inFlight = 2;
/** How often, and for how long, a program that is to stop is interrupted. */
const interruptEveryMs = 100;
const interruptForMs = 5_000;

/**
 * Runs a program on a fresh interpreter of the board, from RAM: nothing is written to its flash.
 * Resolves with the program's exit status, 130 if it was stopped.
 */
export async function runFromRam(board: Board, program: RamProgram): Promise<number> {
  await board.softReset();
  await board.evaluate(ramFileSystem, { timeoutMs: 20_000 }).catch(refuse);
  await sendFiles(board, program.files);
  program.signal?.throwIfAborted();
  return run(board, program);
}

/** Base64 by lines, each answered by a full stop, so that no more is on its way than fits. */
async function sendFiles(board: Board, files: readonly RamFile[]): Promise<void> {
  const lines = files.flatMap(({ content }) => linesOf(content));
  const sizes = files.map(
    ({ path, content }) => `(${pythonText(path)},${linesOf(content).length})`,
  );
  await board.repl.start(
    `def _get(n):
 import sys,binascii
 d=[]
 for _ in range(n):d.append(binascii.a2b_base64(sys.stdin.readline()));print(end='.')
 return b''.join(d)
for p,n in [${sizes.join(",")}]:_v.f[p]=_get(n)
del _get`,
    { timeoutMs: 20_000 },
  );
  for (let at = 0; at < lines.length + inFlight; at++) {
    const line = lines[at];
    if (line !== undefined) await board.stream.write(line);
    if (at < inFlight || at - inFlight >= lines.length) continue;
    const answer = await board.stream.readUntil([".", "\x04"], { timeoutMs: 20_000 });
    if (answer.at(-1) === 0x04) {
      board.stream.unread(answer.subarray(-1));
      break;
    }
  }
  const { stderr } = await board.repl.finish({ timeoutMs: 20_000 });
  if (stderr !== "") refuse(new DeviceException(stderr));
}

function linesOf(content: Uint8Array): string[] {
  const count = Math.ceil(content.length / lineBytes);
  return Array.from({ length: count }, (_, at) => {
    const piece = content.subarray(at * lineBytes, (at + 1) * lineBytes);
    return `${Buffer.from(piece).toString("base64")}\n`;
  });
}

function refuse(error: unknown): never {
  if (!(error instanceof DeviceException)) throw error;
  throw new BoardError(boardRaised("take the program into its memory", error.message));
}

async function run(board: Board, program: RamProgram): Promise<number> {
  const mark = `\x1e${randomBytes(4).toString("hex")}`;
  const stdout = lineReader(program.stdout);
  const stderr = lineReader(program.stderr);
  await board.repl.start(runner(program, mark));
  const stopping = stopOnSignal(board, program.signal);
  const follow = async () => {
    const { stream, repl } = board;
    await stream.readUntil(mark, { timeoutMs: Number.POSITIVE_INFINITY, onBytes: stdout.push });
    stdout.end();
    const ended = await repl.finish({ timeoutMs: 30_000 });
    stderr.push(Buffer.from(withoutRunner(ended.stderr)));
    stderr.end();
    return Number.parseInt(ended.stdout, 10);
  };
  try {
    return await Promise.race([follow(), stopping.failed]);
  } finally {
    stopping.end();
  }
}

/** The mark ends what the program prints: a program may print a Ctrl-D of its own. */
function runner({ entry, args = [] }: RamProgram, mark: string): string {
  const argv = [entry, ...args].map(pythonText).join(",");
  return `def _run(n):
 import sys
 sys.argv[:]=[${argv}]
 c=1
 try:
  execfile(n,{'__name__':'__main__'})
  c=0
 except SystemExit as e:
  c=e.args[0] if e.args else 0
  if c is None:c=0
  elif isinstance(c,int):c&=255
  else:
   print(c)
   c=1
 except KeyboardInterrupt:
  c=130
  raise
 finally:print(end='${mark.replace("\x1e", "\\x1e")}'+str(c))
_run(${pythonText(entry)})`;
}

/** The frames of the runner itself are nobody's business. */
function withoutRunner(traceback: string): string {
  return traceback.replace(/^ {2}File "<stdin>", line \d+, in (?:<module>|_run)\n/gm, "");
}

/** Interrupts until the program has ended; `failed` rejects when it does not. */
function stopOnSignal(board: Board, signal: AbortSignal | undefined) {
  let timer: NodeJS.Timeout | undefined;
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const stop = () => {
    const end = performance.now() + interruptForMs;
    const interrupt = () => {
      if (performance.now() > end) {
        fail(new BoardError(programDoesNotStop(board.address, interruptForMs / 1000)));
      } else {
        board.repl.interrupt().catch(fail);
      }
    };
    interrupt();
    timer = setInterval(interrupt, interruptEveryMs);
  };
  if (signal?.aborted) stop();
  else signal?.addEventListener("abort", stop, { once: true });
  return {
    failed,
    end() {
      clearInterval(timer);
      signal?.removeEventListener("abort", stop);
    },
  };
}

/** Bytes as text, with the newlines that the firmware turned into `\r\n` turned back. */
function lineReader(show: (piece: string) => void) {
  const decoder = new StringDecoder("utf8");
  let held = "";
  return {
    push(bytes: Buffer) {
      const text = held + decoder.write(bytes);
      held = text.endsWith("\r") ? "\r" : "";
      const whole = text.slice(0, text.length - held.length).replaceAll("\r\n", "\n");
      if (whole !== "") show(whole);
    },
    end() {
      const rest = held + decoder.end();
      held = "";
      if (rest !== "") show(rest);
    },
  };
}

import { deflateRawSync } from "node:zlib";
import { transferBroke } from "../../diagnostics/catalogue/deploy.ts";
import type { Board } from "../board.ts";
import { boardCode } from "../boardCode.ts";
import { BoardError } from "../boardError.ts";
import { ctrlC, ctrlD } from "../rawRepl.ts";
import { Framer, frameSize } from "./frame.ts";
import type { Batch } from "./operations.ts";
import { storageError } from "./storageError.ts";

export interface SendOptions {
  /** Whether the board has `deflate`. */
  readonly inflates: boolean;
  /** Sees how many bytes of the contents have arrived. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One frame arrives while the board writes the one before. Two more keep the board busy when this
 * computer is: its acknowledgements wait then. What the board cannot take yet, the line holds back.
 */
const inFlight = 4;
/** An operation may copy or hash many files before it asks for more. */
const patienceMs = 60_000;

/** The window with which the receiver itself is packed. */
const unpackBits = 11;

const acknowledged = ".".charCodeAt(0);
const ended = ctrlD.charCodeAt(0);

/** Has the board carry out the batches. When this throws, it stands at its raw prompt if it still answers. */
export async function sendBatches(
  board: Board,
  batches: readonly Batch[],
  options: SendOptions,
): Promise<void> {
  await startReceiver(board, options.inflates);
  try {
    await sendFrames(board, batches, options);
  } catch (error) {
    if (options.signal?.aborted) await stopReceiver(board);
    throw error;
  }
  const { stderr } = await board.repl.finish({ timeoutMs: patienceMs });
  if (stderr !== "") throw failure(board, stderr);
}

async function sendFrames(
  board: Board,
  batches: readonly Batch[],
  { inflates, onProgress, signal }: SendOptions,
): Promise<void> {
  const waiting: number[] = [];
  let arrived = 0;
  const acknowledge = async () => {
    await nextAcknowledgement(board, signal);
    arrived += waiting.shift() ?? 0;
    onProgress?.(arrived);
  };
  for (const { bytes, contentSize } of framesOf(batches, inflates)) {
    if (waiting.length === inFlight) await acknowledge();
    waiting.push(contentSize);
    await board.stream.write(bytes, patienceMs);
  }
  while (waiting.length > 0) await acknowledge();
}

/** The board drops what is on its way, and is back at its prompt. */
async function stopReceiver(board: Board): Promise<void> {
  await board.repl.interrupt();
  await board.repl.finish({ timeoutMs: 3_000 }).catch(() => {}); // close() tries what it can
}

/** The receiver is packed too where the board can unpack it. It reads itself from the line. */
async function startReceiver(board: Board, inflates: boolean): Promise<void> {
  const code = boardCode("receiver.py");
  if (!inflates) return board.repl.start(code, { mode: "paste" });
  const packed = packedWithoutInterrupt(code);
  const unpack = `import sys,io,deflate\nexec(deflate.DeflateIO(io.BytesIO(sys.stdin.buffer.read(${packed.length})),1,${unpackBits}).read())`;
  await board.repl.start(unpack, { mode: "plain" });
  await board.stream.write(packed);
}

/** Blank lines in front change how the rest is packed, until no Ctrl-C comes out: one in thirty does. */
function packedWithoutInterrupt(code: string): Buffer {
  for (let padding = ""; ; padding += "\n") {
    const packed = deflateRawSync(padding + code, { windowBits: unpackBits, level: 9 });
    if (!packed.includes(ctrlC)) return packed;
  }
}

interface Frame {
  readonly bytes: Buffer;
  /** How many bytes of the files are in it. */
  readonly contentSize: number;
}

function* framesOf(batches: readonly Batch[], inflates: boolean): Generator<Frame> {
  const framer = new Framer(inflates);
  const operationsFrame = (operations: Batch["operations"]): Frame => ({
    bytes: framer.frame(Buffer.from(JSON.stringify(operations))),
    contentSize: 0,
  });
  for (const { operations, contents } of batches) {
    if (operations.length === 0) continue;
    yield operationsFrame(operations);
    const content = Buffer.concat(contents);
    for (let at = 0; at < content.length; at += frameSize) {
      const piece = content.subarray(at, at + frameSize);
      yield { bytes: framer.frame(piece), contentSize: piece.length };
    }
  }
  yield operationsFrame([]);
}

async function nextAcknowledgement(board: Board, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    const [byte] = await board.stream.read(1, { timeoutMs: patienceMs, signal });
    if (byte === acknowledged) return;
    if (byte !== ended) continue; // a timer of boot.py may print
    board.stream.unread(Buffer.from(ctrlD));
    const { stderr } = await board.repl.finish({ timeoutMs: patienceMs });
    throw failure(board, stderr);
  }
}

function failure(board: Board, traceback: string): BoardError {
  const last = traceback.trimEnd().split("\n").at(-1) ?? "";
  return new BoardError(storageError(last) ?? transferBroke(board.address, last));
}

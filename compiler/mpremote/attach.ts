import { randomBytes } from "node:crypto";
import {
  boardKeepsResetting,
  boardSilent,
  firmwareTooOld,
  notMicroPython,
  programDoesNotStop,
} from "../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "./boardError.ts";
import type { ByteStream } from "./byteStream.ts";
import { printable } from "./printable.ts";
import { ctrlA, ctrlC, ctrlD, rawBanner } from "./rawRepl.ts";

/** What a board says of itself when one attaches to it. */
export interface BoardInfo {
  /** The firmware's version, such as `1.28.0`. */
  readonly version: string;
  /** `sys.implementation._machine`: the board and its chip. */
  readonly machine: string;
  /** `sys.implementation._mpy`: which .mpy files it takes; 0 for none. */
  readonly mpy: number;
  /** The flash chip's serial number in hex; empty where there is none. */
  readonly uid: string;
  /** A program ran, and attaching stopped it. */
  readonly wasRunning: boolean;
}

/** What came of attaching: the board, and what the code that came along has printed. */
export interface Attached {
  readonly info: BoardInfo;
  /** Undefined for no code, and for code that raised something. */
  readonly answer: string | undefined;
}

export interface AttachOptions {
  /** Tries longer to stop a program that catches KeyboardInterrupt. */
  readonly force?: boolean;
  /** Python that runs in the exchange that proves MicroPython, and so costs none of its own. */
  readonly ask?: string;
}

/** The oldest firmware whose raw REPL and libraries tsmp relies on. */
const minimum = [1, 20];

/** Stops what runs, twice over: the second is for a handler of the first. */
const handshake = ctrlC + ctrlC + ctrlA;
const politeWaitsMs = [40, 60, 100];
const stormMs = 4_000;
const silentMs = 3_000;
const probeMs = 1_500;
/** A board that has said its name may need longer for what it is asked besides. */
const askMs = 20_000;
/** Threads that print more seldom are not noticed; a board that was silent is not waited for. */
const quietMs = 20;
/** More than this is never needed to recognise a banner; a flood is forgotten beyond it. */
const remembered = 4_096;

/**
 * Brings whatever the board does to the raw REPL's prompt, and proves that MicroPython is there.
 *
 * Until the banner of the raw REPL has come, nothing but Ctrl-C and Ctrl-A is sent: a foreign
 * device must not be disturbed. A program that catches KeyboardInterrupt is stopped by an interrupt
 * that comes while it handles the one before, so after a few polite ones they come as fast as the
 * line takes them.
 */
export async function attach(
  stream: ByteStream,
  { force = false, ask = "" }: AttachOptions = {},
): Promise<Attached> {
  const heard = await reachRawRepl(stream, force ? 5 * stormMs : stormMs);
  const printed = !/^[\s>]*$/.test(heard);
  let wasRunning = /KeyboardInterrupt/.test(heard);
  let question = ask;
  for (let attempt = 0; ; attempt++) {
    const proof = await probe(stream, question);
    const { info, answer } = proof === "raised" || proof === undefined ? nothing : proof;
    if (info !== undefined && (attempt === 2 || !(printed && (await printsOn(stream))))) {
      refuseOld(info.version);
      return { info: { ...info, wasRunning }, answer };
    }
    if (attempt === 2) {
      const said = printable(stream.takeAll());
      throw new BoardError(notMicroPython(stream.transport.address, said));
    }
    // There may be no memory for it.
    if (proof === "raised") question = "";
    // Threads and timers of the interrupted program may still print; a soft reset ends them.
    const ends = info !== undefined || attempt > 0;
    wasRunning ||= ends;
    await stream.write(ends ? ctrlC + ctrlD : handshake);
    await waitForBanner(stream, probeMs);
  }
}

/** Whether something goes on printing at the prompt: it would stand in the middle of every answer. */
async function printsOn(stream: ByteStream): Promise<boolean> {
  return stream.peek().length > 0 || stream.waitForMore(quietMs);
}

/** Gives what was heard before the banner. */
async function reachRawRepl(stream: ByteStream, patienceMs: number): Promise<string> {
  let heard = "";
  const hear = (piece: string) => {
    heard = (heard + piece).slice(-remembered);
  };
  for (const waitMs of politeWaitsMs) {
    await stream.write(handshake, silentMs);
    if (await waitForBanner(stream, waitMs, hear)) return heard;
  }
  if (await storm(stream, patienceMs, hear)) return heard;
  throw new BoardError(whyNot(stream, heard, patienceMs));
}

/** Interrupts as fast as the line takes them, at uneven times. */
async function storm(
  stream: ByteStream,
  patienceMs: number,
  hear: (piece: string) => void,
): Promise<boolean> {
  const end = performance.now() + patienceMs;
  const silentSince = stream.traffic.received;
  const silentEnd = performance.now() + silentMs;
  for (let turn = 0; performance.now() < end; turn++) {
    await stream.write(handshake, silentMs);
    if (await waitForBanner(stream, turn % 16 === 15 ? 20 : Math.random() * 2, hear)) {
      await settle(stream);
      return true;
    }
    const silent = stream.traffic.received === silentSince;
    if (silent && performance.now() > silentEnd) return false;
  }
  return false;
}

/** The interrupts of a storm that were still on their way are answered too. */
async function settle(stream: ByteStream): Promise<void> {
  const end = performance.now() + 500;
  do stream.takeAll();
  while ((await stream.waitForMore(20)) && performance.now() < end);
}

async function waitForBanner(
  stream: ByteStream,
  waitMs: number,
  hear: (piece: string) => void = () => {},
): Promise<boolean> {
  const end = performance.now() + waitMs;
  for (;;) {
    const text = stream.peek().toString("latin1");
    const at = text.lastIndexOf(rawBanner);
    if (at !== -1) {
      hear(text.slice(0, at));
      stream.takeAll();
      return true;
    }
    // A flood is dropped, but for what may be the beginning of the banner.
    if (text.length > remembered) {
      const all = stream.takeAll();
      hear(all.toString("latin1"));
      stream.unread(all.subarray(-rawBanner.length));
    }
    const left = end - performance.now();
    if (left <= 0) return false;
    await stream.waitForMore(left);
  }
}

/** The end of code that did not get as far as the nonce. */
const endedInError = new RegExp(`OK[^${ctrlD}]*${ctrlD}[^${ctrlD}]*Error[^${ctrlD}]*${ctrlD}>`);
const nothing = { info: undefined, answer: undefined };

type Proof = { readonly info: Omit<BoardInfo, "wasRunning"> } & Pick<Attached, "answer">;

/**
 * Asks for the answer to a question that only Python answers, and for what else is to be known.
 * Undefined when no answer came; `raised` when Python was there, and could not run this much.
 */
async function probe(stream: ByteStream, question: string): Promise<Proof | "raised" | undefined> {
  const nonce = randomBytes(4).toString("hex");
  await stream.write(`${probeCode(nonce)}\n${question}${ctrlD}`);
  const start = performance.now();
  let said = Buffer.alloc(0);
  for (;;) {
    const text = said.toString("latin1");
    const proof = readProof(text, nonce, (rest) => stream.unread(rest));
    if (proof !== undefined) return proof;
    const left = start + (text.includes(nonce) ? askMs : probeMs) - performance.now();
    if (left <= 0) break;
    await stream.waitForMore(left);
    const all = Buffer.concat([said, stream.takeAll()]);
    said = all.includes(nonce) ? all : all.subarray(-2 * remembered);
  }
  stream.unread(said);
  return undefined;
}

/** The whole reply, if it is there: bytes as characters, since pieces may end inside of one. */
function readProof(
  text: string,
  nonce: string,
  unread: (rest: Buffer) => void,
): Proof | "raised" | undefined {
  const reply = new RegExp(
    `${nonce}\\t([^\\t]*)\\t([^\\t]*)\\t(\\d+)\\t([0-9a-f]*)\\r?\\n([^\\x04]*)\\x04([^\\x04]*)\\x04>`,
  );
  const found = reply.exec(text);
  if (found === null) return endedInError.test(text) ? "raised" : undefined;
  unread(Buffer.from(text.slice(found.index + found[0].length), "latin1"));
  const [version = "", machine = "", mpy = "0", uid = "", answer, traceback] = found
    .slice(1)
    .map((group) => Buffer.from(group, "latin1").toString("utf8"));
  return {
    info: { version, machine, mpy: Number(mpy), uid },
    answer: traceback === "" ? answer : undefined,
  };
}

/** The nonce is put together by the board: an echo of these lines is no answer. */
function probeCode(nonce: string): string {
  return `def _t():
 import sys
 i=sys.implementation
 u=b''
 try:
  import machine
  u=machine.unique_id()
 except:pass
 print('\\t'.join(['${nonce.slice(0, 4)}'+'${nonce.slice(4)}','.'.join(map(str,i[1][:3])),getattr(i,'_machine',sys.platform),str(getattr(i,'_mpy',0)),u and u.hex()or""]))
_t()
del _t`;
}

function refuseOld(version: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = minimum;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new BoardError(firmwareTooOld(version, minimum.join(".")));
}

function whyNot(stream: ByteStream, heard: string, patienceMs: number) {
  const { address } = stream.transport;
  const said = heard + stream.takeAll().toString("latin1");
  if (said === "") return boardSilent(address, silentMs / 1000);
  if ((said.match(/soft reboot|MicroPython v/g) ?? []).length > 3) {
    return boardKeepsResetting(address);
  }
  if (/KeyboardInterrupt|Traceback|MicroPython|>>> /.test(said)) {
    return programDoesNotStop(address, Math.round(patienceMs / 1000));
  }
  return notMicroPython(address, printable(said));
}

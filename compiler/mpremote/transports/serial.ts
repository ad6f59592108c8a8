import { existsSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import type * as Bindings from "@serialport/bindings-cpp";
import type * as Stream from "@serialport/stream";
import {
  lineLost,
  portBusy,
  portFailed,
  portMissing,
  portNotPermitted,
  serialportMissing,
} from "../../diagnostics/catalogue/boardLink.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { BoardError } from "../boardError.ts";
import { groupName, holderOf } from "../portHolder.ts";
import type { Signals, Transport } from "../transport.ts";
import { streamTransport } from "./stream.ts";

/** USB ignores the rate; a serial adapter in between takes this one, as MicroPython's UARTs do. */
const baudRate = 115_200;

/** A serial port by its path. Without `serialport`, a system that has terminals opens it as one. */
export async function openSerial(path: string): Promise<Transport> {
  const makePort = loadSerialPort();
  if (makePort instanceof Error) {
    if (process.platform !== "win32") return (await import("./tty.ts")).openTty(path);
    throw new BoardError(serialportMissing(makePort.message), { cause: makePort });
  }
  const port = makePort({ path, baudRate, lock: true, autoOpen: false });
  await openFreed(path, port);
  endWhenGone(path, port);
  return overPort(path, port);
}

/**
 * How long a port may take to become free, in milliseconds, and how often to try. A lock outlives
 * its holder's close for as long as a process that the holder is just starting has a copy of it.
 */
const freedWithinMs = 1000;
const freedTryMs = 20;

/** Opens a port that may have been closed a moment ago; one that stays locked is in use. */
async function openFreed(path: string, port: Port): Promise<void> {
  for (const start = performance.now(); ; await sleep(freedTryMs)) {
    const error = await new Promise<Error | null>((resolve) =>
      port.open((failure) => resolve(failure ?? null)),
    );
    if (error === null) return;
    const inUse = locked.test(error.message) && performance.now() - start < freedWithinMs;
    if (!inUse) throw openError(path, error);
  }
}

/** How often to look whether the port is still there. */
const lookMs = 200;

/**
 * serialport takes the end of a line that is gone for "nothing yet", and reads again for ever. The
 * system removes the port's name at once, and gives it to no other while this one is open.
 */
function endWhenGone(path: string, port: Port): void {
  if (process.platform === "win32") return;
  const name = realpathSync(path);
  const timer = setInterval(() => {
    if (!existsSync(name) && port.isOpen) port.close();
  }, lookMs);
  timer.unref();
  port.once("close", () => clearInterval(timer));
}

type Port = Stream.SerialPortStream;

interface PortOptions {
  readonly path: string;
  readonly baudRate: number;
  readonly lock: boolean;
  readonly autoOpen: false;
}

/**
 * Makes a port, or says why none can be made: it is an optional dependency with native code. The
 * package also has a dozen parsers, which would double the time that it takes to load.
 */
function loadSerialPort(): ((options: PortOptions) => Port) | Error {
  try {
    const ofPackage = createRequire(createRequire(import.meta.url).resolve("serialport"));
    const stream: typeof Stream = ofPackage("@serialport/stream");
    const { autoDetect }: typeof Bindings = ofPackage("@serialport/bindings-cpp");
    const binding = autoDetect();
    return (options) => new stream.SerialPortStream({ ...options, binding });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function overPort(path: string, port: Port): Transport {
  const transport = streamTransport(path, port, {
    lost: () => new BoardError(lineLost(path)),
    // A port that is only destroyed stays locked.
    shut: () => port.close(),
  });
  return {
    ...transport,
    // A pseudo-terminal has no modem lines and says so; nothing hangs on them.
    setSignals: (signals: Signals) =>
      new Promise<void>((resolve) => port.set(signals, () => resolve())),
  };
}

/** serialport's errors have no code, only the system's text in the language of C. */
const locked = /cannot lock port|busy|temporarily unavailable|access (is )?denied/i;

const openProblems: readonly [RegExp, (path: string, detail: string) => Problem][] = [
  [locked, (path) => portBusy(path, holderOf(path))],
  [/no such file|file not found|no such device/i, portMissing],
  [/inappropriate ioctl/i, (path) => portFailed(path, "it is not a serial port")],
  [/permission denied|not permitted/i, (path) => portNotPermitted(path, groupOf(path))],
];

export function openError(path: string, error: Error): BoardError {
  const found = openProblems.find(([text]) => text.test(error.message));
  const detail = error.message.replace(/^Error:? /, "");
  const problem = found === undefined ? portFailed(path, detail) : found[1](path, detail);
  return new BoardError(problem, { cause: error });
}

function groupOf(path: string): string | undefined {
  try {
    return groupName(statSync(path).gid);
  } catch {
    return undefined;
  }
}

import { firmwareAnswer } from "../diagnostics/catalogue/emulator.ts";
import type { Firmware } from "../simulate/rp2040/firmware/readFirmware.ts";
import { Pico } from "../simulate/rp2040/pico.ts";
import { EmulatorError } from "./emulatorError.ts";
import { RawConsole } from "./rawConsole.ts";
import { bootPico } from "./startPico.ts";

/** Bytes per line of the code that writes a file. */
const CHUNK = 1024;

/**
 * A session with MicroPython on a board that was started only for it. Nothing of it goes through
 * to another board but what it leaves in the flash.
 */
function sessionOn(pico: Pico): RawConsole {
  const session = new RawConsole(pico);
  pico.serial.onData = (data) => session.receive(data);
  pico.serial.open();
  bootPico(pico);
  session.enter();
  return session;
}

/**
 * Writes files into the file system of a flash, through MicroPython itself, and gives the flash.
 * Folders on the way are made.
 */
export function flashWithFiles(
  firmware: Firmware,
  flash: Uint8Array | undefined,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const pico = new Pico(flash === undefined ? { firmware } : { firmware, flash });
  const session = sessionOn(pico);
  ask(session, "import os, binascii", "/");
  const folders = new Set<string>();
  for (const [path, bytes] of files) {
    for (const folder of foldersOf(path)) folders.add(folder);
    for (const folder of folders) {
      ask(session, `try: os.mkdir(${text(folder)})\nexcept OSError: pass`, folder);
    }
    folders.clear();
    writeFile(session, path, bytes);
  }
  pico.powerOff();
  return pico.flash;
}

function writeFile(session: RawConsole, path: string, bytes: Uint8Array): void {
  ask(session, `f = open(${text(path)}, 'wb')`, path);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = Buffer.from(bytes.subarray(at, at + CHUNK)).toString("base64");
    ask(session, `f.write(binascii.a2b_base64(b'${piece}'))`, path);
  }
  ask(session, "f.close()", path);
}

function ask(session: RawConsole, code: string, path: string): void {
  const { stderr } = session.run(code);
  if (stderr === "") return;
  const reason = stderr.trim().split("\n").at(-1) ?? "";
  throw new EmulatorError(firmwareAnswer(path, reason));
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** A Python literal; the escapes of JSON mean the same there. */
function text(value: string): string {
  return JSON.stringify(value);
}

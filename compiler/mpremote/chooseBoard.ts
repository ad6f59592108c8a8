import { boardInBootloader } from "../diagnostics/catalogue/boardFiles.ts";
import { deviceUnknown, noBoardFound, severalBoards } from "../diagnostics/catalogue/boardLink.ts";
import { readAliases } from "./aliases.ts";
import { BoardError } from "./boardError.ts";
import { boardsInBootloader, listPorts, looksLikeBoard, type SerialPortInfo } from "./discovery.ts";

/** A path, a COM port, or a socket: what can be opened as it stands. */
const address = /[/\\]|^com\d+$|^(?:tcp|socket):/i;

/**
 * The address of the board that is meant. A name is an alias, the beginning of a serial number, a
 * path, or `tcp:host:port`; without one there must be exactly one board. Nothing is opened, and
 * nothing is ever guessed.
 */
export async function chooseBoard(wanted?: string, sysFolder?: string): Promise<string> {
  const name = wanted === undefined ? undefined : (readAliases()[wanted] ?? wanted);
  if (name !== undefined && address.test(name)) return name;
  const ports = await listPorts(sysFolder);
  if (name !== undefined) return named(name, ports);
  const boards = ports.filter(looksLikeBoard);
  const [only] = boards;
  if (only === undefined) {
    throw new BoardError(boardsInBootloader(sysFolder) ? boardInBootloader() : noBoardFound());
  }
  if (boards.length > 1) throw new BoardError(severalBoards(boards.map(nameOf)));
  return only.path;
}

function named(name: string, ports: readonly SerialPortInfo[]): string {
  const same = (text: string | undefined) => text?.toLowerCase() === name.toLowerCase();
  const begins = (text: string | undefined) => text?.toLowerCase().startsWith(name.toLowerCase());
  const exact = ports.filter((port) => same(port.serial) || same(port.path.replace(/^.*\//, "")));
  const found = exact.length > 0 ? exact : ports.filter((port) => begins(port.serial));
  const [only] = found;
  if (only === undefined || name === "") {
    throw new BoardError(deviceUnknown(name, ports.filter(looksLikeBoard).map(nameOf)));
  }
  if (found.length > 1) throw new BoardError(severalBoards(found.map(nameOf)));
  return only.path;
}

function nameOf({ serial, path }: SerialPortInfo): string {
  return serial === undefined ? path : `${serial} (${path})`;
}

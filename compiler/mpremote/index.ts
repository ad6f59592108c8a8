/**
 * `import { openBoard } from "tsmp/mpremote"`: a line to a board that runs MicroPython. It knows
 * nothing of TypeScript programs, and loads none of the compiler.
 */
export { readAliases, writeAlias } from "./aliases.ts";
export type { BoardInfo } from "./attach.ts";
export {
  type Board,
  boardOn,
  type CloseOptions,
  type OpenBoardOptions,
  openBoard,
} from "./board.ts";
export { BoardError } from "./boardError.ts";
export {
  type BoardEntry,
  type BoardSpace,
  listFolder,
  makeFolders,
  readFile,
  removePath,
  spaces,
  writeFile,
} from "./boardFiles.ts";
export type { ByteStream, ReadOptions } from "./byteStream.ts";
export { chooseBoard } from "./chooseBoard.ts";
export { readClock, setClock } from "./clock.ts";
export {
  type DeployOptions,
  type DeployReport,
  deploy,
  type Progress,
} from "./deploy/deploy.ts";
export type { DeployFile } from "./deploy/layout.ts";
export { deployQuestion } from "./deploy/probe.ts";
export { DeviceException } from "./deviceException.ts";
export { listPorts, looksLikeBoard, type SerialPortInfo } from "./discovery.ts";
export { examineBoard } from "./examineBoard.ts";
export { type Chip, chipOfDrive, chipOfFirmware, copyFirmware, findBootDrive } from "./firmware.ts";
export { type Following, followBoard } from "./followBoard.ts";
export type { ExecOptions, ExecResult, RawRepl } from "./rawRepl.ts";
export { type RamFile, type RamProgram, runFromRam } from "./runFromRam.ts";
export { openTransport, type Signals, type Transport } from "./transport.ts";
export { streamTransport } from "./transports/stream.ts";

import { createBootRom } from "../../compiler/simulate/rp2040/bootRom/bootRom.ts";
import type {
  RomBoard,
  RomCaller,
  RomMemory,
} from "../../compiler/simulate/rp2040/bootRom/contract.ts";

/** What a ROM can reach, without a chip around it: bytes at addresses, registers in a table, calls in a list. */
export class RomBench implements RomCaller, RomMemory, RomBoard {
  readonly rom = createBootRom();
  readonly registers = new Uint32Array(16);
  readonly memory = this;
  readonly flash = this;
  core: 0 | 1 = 0;
  cycles = 0;
  /** What was asked of the board, in order. */
  readonly calls: string[] = [];
  /** What was written to the system registers of the core. */
  readonly writtenWords = new Map<number, number>();
  readonly mailbox: number[] = [];
  readonly replies: number[] = [];
  /** How many replies the other core has been woken for. */
  woken = 0;
  readonly #ranges: { start: number; bytes: Uint8Array; hasWindow: boolean }[] = [];

  constructor() {
    this.addRange(0, new Uint8Array(this.rom.image.buffer), true);
  }

  addRange(start: number, bytes: Uint8Array, hasWindow: boolean): void {
    this.#ranges.push({ start, bytes, hasWindow });
  }

  /** Calls a function of the ROM as a program does: looks it up in a table, executes it, reads r0 and r1. */
  call(pointer: number, ...words: number[]): Uint32Array {
    this.registers.set(words);
    this.trapAt(pointer & ~1);
    return this.registers;
  }

  trapAt(address: number): void {
    const instruction = this.readUint16(address);
    if (instruction >> 8 !== 0xbe) throw new Error(`no BKPT at 0x${address.toString(16)}`);
    this.registers[15] = address + 2;
    const trap = this.rom.traps.get(instruction & 0xff);
    if (trap === undefined) throw new Error(`no trap behind 0x${address.toString(16)}`);
    trap(this, this);
  }

  /** Through the ROM's own look-up function, as the SDK does it. */
  functionPointer(letters: string): number {
    return this.#lookUp(0x14, letters);
  }

  dataPointer(letters: string): number {
    return this.#lookUp(0x16, letters);
  }

  #lookUp(table: number, letters: string): number {
    const code = letters.charCodeAt(0) | (letters.charCodeAt(1) << 8);
    return this.call(this.readUint16(0x18), this.readUint16(table), code)[0]!;
  }

  sendEvent(): void {
    this.woken = this.replies.length;
  }

  charge(cycles: number): void {
    this.cycles += cycles;
  }

  readUint8(address: number): number {
    return this.#locate(address, 1).getUint8(0);
  }

  readUint16(address: number): number {
    return this.#locate(address, 2).getUint16(0, true);
  }

  readUint32(address: number): number {
    if (address === 0xd000_0050) return this.mailbox.length > 0 ? 3 : 2;
    if (address === 0xd000_0058) return this.mailbox.shift() ?? 0;
    return this.#locate(address, 4).getUint32(0, true);
  }

  writeUint8(address: number, value: number): void {
    this.#locate(address, 1).setUint8(0, value);
  }

  writeUint16(address: number, value: number): void {
    this.#locate(address, 2).setUint16(0, value, true);
  }

  writeUint32(address: number, value: number): void {
    if (address === 0xd000_0054) this.replies.push(value);
    else if (address >= 0xe000_0000) this.writtenWords.set(address, value);
    else this.#locate(address, 4).setUint32(0, value, true);
  }

  window(address: number, length: number): Uint8Array | undefined {
    const range = this.#rangeOf(address, length);
    if (range === undefined || !range.hasWindow) return undefined;
    return range.bytes.subarray(address - range.start, address - range.start + length);
  }

  eraseSector(offset: number): void {
    this.calls.push(`erase ${offset}`);
  }

  programPage(offset: number, data: Uint8Array): void {
    this.calls.push(`program ${offset} ${Buffer.from(data).toString("hex")}`);
  }

  setMapped(mapped: boolean): void {
    this.calls.push(mapped ? "mapped" : "unmapped");
  }

  enterBootLoader(activityPins: number, disabledInterfaces: number): void {
    this.calls.push(`boot loader ${activityPins} ${disabledInterfaces}`);
  }

  #rangeOf(address: number, length: number) {
    return this.#ranges.find(
      ({ start, bytes }) => address >= start && address + length <= start + bytes.length,
    );
  }

  #locate(address: number, length: number): DataView {
    const range = this.#rangeOf(address, length);
    if (range === undefined) throw new Error(`nothing at 0x${address.toString(16)}`);
    const { bytes, start } = range;
    return new DataView(bytes.buffer, bytes.byteOffset + address - start, length);
  }
}

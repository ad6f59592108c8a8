/** `BX LR`: back to the caller. */
const RETURN = 0x4770;
const BREAKPOINT = 0xbe00;
const THUMB = 1;

/** Vectors and header (RP2040 datasheet, 2.8.3.1) lie below. */
const FIRST_FREE = 0x40;

/** Lays out a ROM of 16 KiB from its lowest address up. Addresses of functions have the Thumb bit set. */
export class RomLayout {
  readonly image = new Uint32Array(4096);
  readonly #view = new DataView(this.image.buffer);
  #next = FIRST_FREE;

  /** A function that a trap answers: `BKPT number; BX LR`. */
  trapFunction(number: number): number {
    return this.code([BREAKPOINT | number, RETURN]);
  }

  code(instructions: readonly number[]): number {
    const address = this.#align(4);
    for (const instruction of instructions) this.#halfword(instruction);
    return address | THUMB;
  }

  /** A table of code and pointer pairs, as the look-up function reads it; a zero ends it. */
  lookUpTable(entries: readonly (readonly [code: string, pointer: number])[]): number {
    const address = this.#align(4);
    for (const [code, pointer] of entries) {
      this.#halfword(tableCode(code));
      this.#halfword(pointer);
    }
    this.#halfword(0);
    return address;
  }

  /** A table of function pointers, after a halfword with their number. */
  functionTable(pointers: readonly number[]): number {
    const address = this.#align(4) + 4;
    this.setHalfword(address - 2, pointers.length);
    this.#next = address;
    for (const pointer of pointers) this.#word(pointer);
    return address;
  }

  /** A text, with the zero at its end. */
  text(text: string): number {
    const address = this.#align(4);
    for (const byte of Buffer.from(`${text}\0`, "latin1")) {
      this.#view.setUint8(this.#next, byte);
      this.#next += 1;
    }
    return address;
  }

  setWord(address: number, value: number): void {
    this.#view.setUint32(address, value, true);
  }

  setHalfword(address: number, value: number): void {
    this.#view.setUint16(address, value, true);
  }

  setByte(address: number, value: number): void {
    this.#view.setUint8(address, value);
  }

  #align(size: number): number {
    this.#next = Math.ceil(this.#next / size) * size;
    return this.#next;
  }

  #halfword(value: number): void {
    this.setHalfword(this.#next, value);
    this.#next += 2;
  }

  #word(value: number): void {
    this.setWord(this.#next, value);
    this.#next += 4;
  }
}

/** The number that stands for two letters in the ROM's tables. */
export function tableCode(letters: string): number {
  return letters.charCodeAt(0) | (letters.charCodeAt(1) << 8);
}

import type { RP2040 } from "rp2040js";
import { RegisterFile } from "./registerFile.ts";

/** Registers of the SSI, through which firmware talks to the flash chip (RP2040 datasheet, 4.10.13). */
const TXFLR = 0x20;
const RXFLR = 0x24;
const SR = 0x28;
const IDR = 0x58;
const VERSION_ID = 0x5c;
const DR0 = 0x60;

const TRANSMIT_NOT_FULL = 2;
const TRANSMIT_EMPTY = 4;
const RECEIVE_NOT_EMPTY = 8;

/** Commands of the W25Q16JV that firmware sends besides reading (its data sheet, 8.1.2). */
const READ_JEDEC_ID = 0x9f;
const READ_UNIQUE_ID = 0x4b;
const READ_STATUS_2 = 0x35;
const QUAD_ENABLED = 2;

/** Winbond, W25Q-JV, 2^21 bytes. */
const JEDEC_ID = [0xef, 0x40, 0x15];
/** A unique id is read after the command and four idle bytes. */
const UNIQUE_ID_AT = 5;

/** Answers the commands that firmware sends to the flash chip byte by byte. */
export class FlashSerialInterface extends RegisterFile {
  private readonly uniqueId: Uint8Array;
  private readonly answers: number[] = [];
  private command = 0;
  private position = 0;
  private selectedByFirmware = false;

  constructor(chip: RP2040, uniqueId: Uint8Array) {
    super(chip, "SSI", { [IDR]: 0x51535049, [VERSION_ID]: 0x3430312a });
    this.uniqueId = uniqueId;
  }

  /** The chip-select pin, which firmware drives by hand around its own commands. */
  select(low: boolean): void {
    this.selectedByFirmware = low;
    this.position = 0;
    this.answers.length = 0;
  }

  override readUint32(offset: number): number {
    switch (offset) {
      case TXFLR:
        return 0;
      case RXFLR:
        return this.answers.length;
      case SR:
        return (
          TRANSMIT_NOT_FULL | TRANSMIT_EMPTY | (this.answers.length > 0 ? RECEIVE_NOT_EMPTY : 0)
        );
      case DR0:
        return this.answers.shift() ?? 0;
      default:
        return super.readUint32(offset);
    }
  }

  override writeUint32(offset: number, value: number): void {
    if (offset !== DR0) {
      super.writeUint32(offset, value);
      return;
    }
    // Without a hand on chip-select the hardware ends a command when its answers are read.
    if (!this.selectedByFirmware && this.answers.length === 0) this.position = 0;
    if (this.position === 0) this.command = value & 255;
    this.answers.push(this.answer());
    this.position += 1;
  }

  private answer(): number {
    if (this.position === 0) return 0;
    switch (this.command) {
      case READ_JEDEC_ID:
        return JEDEC_ID[this.position - 1] ?? 0;
      case READ_UNIQUE_ID:
        return this.uniqueId[this.position - UNIQUE_ID_AT] ?? 0;
      case READ_STATUS_2:
        return QUAD_ENABLED;
      default:
        return 0;
    }
  }
}

/** CTRL of the pin QSPI_SS in IO_QSPI, and its field that overrides the output. */
const SELECT_CONTROL = 0x0c;
const OVERRIDE_SHIFT = 8;
const OVERRIDE_LOW = 2;

/** The QSPI pins: of them only the hand-driven chip select has an effect. */
export class QspiPins extends RegisterFile {
  private readonly onSelect: (low: boolean) => void;
  private low = false;

  constructor(chip: RP2040, onSelect: (low: boolean) => void) {
    super(chip, "IO_QSPI");
    this.onSelect = onSelect;
  }

  override writeUint32(offset: number, value: number): void {
    super.writeUint32(offset, value);
    if (offset !== SELECT_CONTROL) return;
    const low = ((value >>> OVERRIDE_SHIFT) & 3) === OVERRIDE_LOW;
    if (low !== this.low) this.onSelect(low);
    this.low = low;
  }
}

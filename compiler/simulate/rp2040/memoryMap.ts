import type { Peripheral } from "rp2040js";
import type { RomMemory } from "./bootRom/contract.ts";
import type { CoreBus } from "./core/coreBus.ts";
import { CoreFault } from "./core/coreFault.ts";

/** The RP2040's SRAM: four striped banks and two of 4 KiB, one after the other. */
export const SRAM_SIZE = 264 * 1024;
const SRAM_BASE = 0x20000000;
const FLASH_BASE = 0x10000000;
const ROM_SIZE = 16 * 1024;
const USB_RAM_BASE = 0x50100000;
const USB_RAM_SIZE = 4096;
/** Below this offset the USB memory holds control words, of which writes have effects. */
const USB_CONTROL_END = 0x100;

/** A device of words: SIO and the system registers of a core. */
export interface WordDevice {
  readUint32(offset: number): number;
  writeUint32(offset: number, value: number): void;
}

/** Memory that both cores and the DMA share. */
export interface SharedMemory {
  readonly rom: Uint32Array;
  readonly sram: Uint8Array;
  readonly flash: FlashWindow;
  readonly usbRam: Uint8Array;
  usbRamWritten(offset: number): void;
  peripheral(address: number): Peripheral | undefined;
}

/** The flash as it is seen in the address space; its length is a power of two. */
export interface FlashWindow {
  readonly bytes: Uint8Array;
  mapped: boolean;
}

/**
 * The address space of one core (RP2040 datasheet, 2.2), and without `sio` and `system` that of
 * the DMA. Reads and writes of nothing throw `CoreFault`.
 */
export class MemoryMap implements CoreBus, RomMemory {
  private readonly rom16: Uint16Array;
  private readonly rom8: Uint8Array;
  private readonly sram8: Uint8Array;
  private readonly sram16: Uint16Array;
  private readonly sram32: Int32Array;
  private readonly flash8: Uint8Array;
  private readonly flash16: Uint16Array;
  private readonly flash32: Int32Array;
  private readonly flashMask: number;
  private readonly usbRam: DataView;
  private readonly shared: SharedMemory;
  private readonly sio: WordDevice | undefined;
  private readonly system: WordDevice | undefined;

  constructor(shared: SharedMemory, sio?: WordDevice, system?: WordDevice) {
    this.shared = shared;
    this.sio = sio;
    this.system = system;
    this.rom8 = new Uint8Array(shared.rom.buffer, shared.rom.byteOffset, ROM_SIZE);
    this.rom16 = new Uint16Array(shared.rom.buffer, shared.rom.byteOffset, ROM_SIZE / 2);
    const { buffer, byteOffset } = shared.sram;
    this.sram8 = shared.sram;
    this.sram16 = new Uint16Array(buffer, byteOffset, SRAM_SIZE / 2);
    this.sram32 = new Int32Array(buffer, byteOffset, SRAM_SIZE / 4);
    const flash = shared.flash.bytes;
    this.flash8 = flash;
    this.flash16 = new Uint16Array(flash.buffer, flash.byteOffset, flash.length / 2);
    this.flash32 = new Int32Array(flash.buffer, flash.byteOffset, flash.length / 4);
    this.flashMask = flash.length - 1;
    this.usbRam = new DataView(shared.usbRam.buffer, shared.usbRam.byteOffset, USB_RAM_SIZE);
  }

  fetch(address: number): number {
    const region = address >>> 28;
    let opcode: number | undefined;
    if (region === 1 && address < 0x14000000) {
      if (!this.shared.flash.mapped) throw new CoreFault("flash not mapped", address);
      opcode = this.flash16[(address & this.flashMask) >> 1];
    } else if (region === 2) {
      opcode = this.sram16[(address - SRAM_BASE) >> 1];
    } else if (region === 0) {
      opcode = this.rom16[address >> 1];
    }
    if (opcode === undefined) throw new CoreFault("fetch of nothing", address);
    return opcode;
  }

  readUint32(address: number): number {
    if ((address & 3) !== 0) throw new CoreFault("unaligned access", address);
    switch (address >>> 28) {
      case 2: {
        const offset = address - SRAM_BASE;
        if (offset < SRAM_SIZE) return this.sram32[offset >> 2]!;
        break;
      }
      case 1:
        if (address < 0x14000000) {
          if (!this.shared.flash.mapped) throw new CoreFault("flash not mapped", address);
          return this.flash32[(address & this.flashMask) >> 2]!;
        }
        break;
      case 0:
        if (address < ROM_SIZE) return this.shared.rom[address >> 2]!;
        break;
      default:
    }
    return this.readDevice(address);
  }

  readUint16(address: number): number {
    if ((address & 1) !== 0) throw new CoreFault("unaligned access", address);
    if (address >>> 28 === 2) {
      const offset = address - SRAM_BASE;
      if (offset < SRAM_SIZE) return this.sram16[offset >> 1]!;
    }
    const word = this.readUint32(address & ~3);
    return (address & 2) !== 0 ? word >>> 16 : word & 0xffff;
  }

  readUint8(address: number): number {
    if (address >>> 28 === 2) {
      const offset = address - SRAM_BASE;
      if (offset < SRAM_SIZE) return this.sram8[offset]!;
    }
    return (this.readUint32(address & ~3) >>> ((address & 3) << 3)) & 0xff;
  }

  writeUint32(address: number, value: number): void {
    if ((address & 3) !== 0) throw new CoreFault("unaligned access", address);
    if (address >>> 28 === 2) {
      const offset = address - SRAM_BASE;
      if (offset < SRAM_SIZE) {
        this.sram32[offset >> 2] = value;
        return;
      }
    }
    this.writeDevice(address, value);
  }

  /** Peripherals see a narrow write on every lane (datasheet, 2.1.4). */
  writeUint16(address: number, value: number): void {
    if ((address & 1) !== 0) throw new CoreFault("unaligned access", address);
    if (address >>> 28 === 2) {
      const offset = address - SRAM_BASE;
      if (offset < SRAM_SIZE) {
        this.sram16[offset >> 1] = value;
        return;
      }
    }
    const half = value & 0xffff;
    if (this.writeUsbBytes(address, value, 2)) return;
    this.writeDevice(address & ~3, (half << 16) | half);
  }

  writeUint8(address: number, value: number): void {
    if (address >>> 28 === 2) {
      const offset = address - SRAM_BASE;
      if (offset < SRAM_SIZE) {
        this.sram8[offset] = value;
        return;
      }
    }
    const byte = value & 0xff;
    if (this.writeUsbBytes(address, value, 1)) return;
    this.writeDevice(address & ~3, byte * 0x01010101);
  }

  window(address: number, length: number): Uint8Array | undefined {
    const start = address >>> 0;
    const region = start >>> 28;
    if (region === 2 && start - SRAM_BASE + length <= SRAM_SIZE) {
      return this.sram8.subarray(start - SRAM_BASE, start - SRAM_BASE + length);
    }
    if (region === 0 && start + length <= ROM_SIZE)
      return this.rom8.subarray(start, start + length);
    if (region === 1 && start < 0x14000000 && this.shared.flash.mapped) {
      const offset = (start - FLASH_BASE) & this.flashMask;
      if (offset + length <= this.flash8.length)
        return this.flash8.subarray(offset, offset + length);
    }
    return undefined;
  }

  private readDevice(address: number): number {
    const unsigned = address >>> 0;
    if (unsigned >>> 28 === 13 && this.sio !== undefined)
      return this.sio.readUint32(address & 0xfff);
    if (unsigned >>> 12 === 0xe000e && this.system !== undefined) {
      return this.system.readUint32(address & 0xfff);
    }
    const usb = unsigned - USB_RAM_BASE;
    if (usb >= 0 && usb < USB_RAM_SIZE) return this.usbRam.getUint32(usb, true);
    const peripheral = this.shared.peripheral(unsigned);
    if (peripheral === undefined) throw new CoreFault("read of nothing", address);
    return peripheral.readUint32(address & 0xfff);
  }

  private writeDevice(address: number, value: number): void {
    const unsigned = address >>> 0;
    const word = value >>> 0;
    if (unsigned >>> 28 === 13 && this.sio !== undefined) {
      this.sio.writeUint32(address & 0xfff, word);
      return;
    }
    if (unsigned >>> 12 === 0xe000e && this.system !== undefined) {
      this.system.writeUint32(address & 0xfff, word);
      return;
    }
    // The ROM takes writes and ignores them; TinyUSB relies on it for endpoint 0, at address 0.
    if (unsigned < ROM_SIZE) return;
    const usb = unsigned - USB_RAM_BASE;
    if (usb >= 0 && usb < USB_RAM_SIZE) {
      this.usbRam.setUint32(usb, word, true);
      if (usb < USB_CONTROL_END) this.shared.usbRamWritten(usb);
      return;
    }
    const peripheral = this.shared.peripheral(unsigned);
    if (peripheral === undefined) throw new CoreFault("write to nothing", address);
    peripheral.writeUint32Atomic(address & 0xfff, word, (address >> 12) & 3);
  }

  private writeUsbBytes(address: number, value: number, length: 1 | 2): boolean {
    const offset = (address >>> 0) - USB_RAM_BASE;
    if (offset < 0 || offset >= USB_RAM_SIZE) return false;
    if (length === 1) this.usbRam.setUint8(offset, value);
    else this.usbRam.setUint16(offset, value, true);
    if (offset < USB_CONTROL_END) this.shared.usbRamWritten(offset & ~3);
    return true;
  }
}

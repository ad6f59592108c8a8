import type { GPIOPin } from "rp2040js";
import type { Chip } from "./chip.ts";
import type { WordDevice } from "./memoryMap.ts";

const GPIO_IN = 0x004;
const GPIO_HI_IN = 0x008;
const GPIO_OUT = 0x010;
const GPIO_OE = 0x020;
const GPIO_HI_OUT = 0x030;
const GPIO_HI_OE = 0x040;
const SPINLOCK_ST = 0x05c;
const SPINLOCK0 = 0x100;
const SPINLOCK31 = 0x17c;

const BANK_0 = 0x3fffffff;
const QSPI = 0x3f;

/** The variants of an output register: offset 0 writes, 4 sets, 8 clears, 12 toggles. */
function combine(current: number, offset: number, value: number): number {
  switch (offset & 12) {
    case 4:
      return current | value;
    case 8:
      return current & ~value;
    case 12:
      return current ^ value;
    default:
      return value;
  }
}

/** What both cores share of SIO: the pins and the 32 spin locks. */
export class SharedSio implements WordDevice {
  private locks = 0;
  private readonly chip: Chip;

  constructor(chip: Chip) {
    this.chip = chip;
  }

  readUint32(offset: number): number {
    if (offset >= SPINLOCK0 && offset <= SPINLOCK31) return this.claim((offset - SPINLOCK0) >> 2);
    const { sio } = this.chip;
    switch (offset) {
      case GPIO_IN:
        this.chip.pins.update();
        return this.chip.gpioValues;
      case GPIO_HI_IN:
        return inputs(this.chip.qspi);
      case GPIO_OUT:
        return sio.gpioValue;
      case GPIO_OE:
        return sio.gpioOutputEnable;
      case GPIO_HI_OUT:
        return sio.qspiGpioValue;
      case GPIO_HI_OE:
        return sio.qspiGpioOutputEnable;
      case SPINLOCK_ST:
        return this.locks;
      default:
        return 0;
    }
  }

  writeUint32(offset: number, value: number): void {
    if (offset >= SPINLOCK0 && offset <= SPINLOCK31) {
      this.locks &= ~(1 << ((offset - SPINLOCK0) >> 2));
      return;
    }
    const { sio } = this.chip;
    switch (offset & ~12) {
      case GPIO_OUT:
        this.drive(combine(sio.gpioValue, offset, value) & BANK_0, sio.gpioOutputEnable);
        return;
      case GPIO_OE:
        this.drive(sio.gpioValue, combine(sio.gpioOutputEnable, offset, value) & BANK_0);
        return;
      case GPIO_HI_OUT:
        sio.qspiGpioValue = combine(sio.qspiGpioValue, offset, value) & QSPI;
        return;
      case GPIO_HI_OE:
        sio.qspiGpioOutputEnable = combine(sio.qspiGpioOutputEnable, offset, value) & QSPI;
        return;
      default:
    }
  }

  private claim(lock: number): number {
    const bit = 1 << lock;
    if ((this.locks & bit) !== 0) return 0;
    this.locks |= bit;
    return bit;
  }

  private drive(value: number, enable: number): void {
    const { sio, gpio } = this.chip;
    let changed = (value ^ sio.gpioValue) | (enable ^ sio.gpioOutputEnable);
    sio.gpioValue = value;
    sio.gpioOutputEnable = enable;
    for (; changed !== 0; changed &= changed - 1) {
      gpio[31 - Math.clz32(changed & -changed)]!.checkForUpdates();
    }
  }
}

function inputs(pins: readonly GPIOPin[]): number {
  let value = 0;
  pins.forEach((pin, index) => {
    if (pin.inputValue) value |= 1 << index;
  });
  return value;
}

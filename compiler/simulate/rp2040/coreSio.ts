import type { CoreMailbox } from "./mailbox.ts";
import type { WordDevice } from "./memoryMap.ts";
import type { SharedSio } from "./sharedSio.ts";
import { SioDivider } from "./sioDivider.ts";

/** Registers at 0xD0000000 that each core has for itself (RP2040 datasheet, 2.3.1.7). */
const CPUID = 0x000;
const FIFO_ST = 0x050;
const FIFO_WR = 0x054;
const FIFO_RD = 0x058;
const FIRST_DIVIDER = 0x060;
const LAST_DIVIDER = 0x078;
const FIRST_INTERPOLATOR = 0x080;
const LAST_INTERPOLATOR = 0x0fc;

/** The single-cycle IO of one core: its own divider, interpolators and mailbox, and what is shared. */
export class CoreSio implements WordDevice {
  private readonly core: 0 | 1;
  private readonly divider = new SioDivider();
  private readonly mailbox: CoreMailbox;
  private readonly interpolators: WordDevice;
  private readonly shared: SharedSio;

  constructor(core: 0 | 1, mailbox: CoreMailbox, interpolators: WordDevice, shared: SharedSio) {
    this.core = core;
    this.mailbox = mailbox;
    this.interpolators = interpolators;
    this.shared = shared;
  }

  readUint32(offset: number): number {
    if (offset >= FIRST_INTERPOLATOR && offset <= LAST_INTERPOLATOR) {
      return this.interpolators.readUint32(offset);
    }
    if (offset >= FIRST_DIVIDER && offset <= LAST_DIVIDER) return this.divider.readUint32(offset);
    switch (offset) {
      case CPUID:
        return this.core;
      case FIFO_ST:
        return this.mailbox.status;
      case FIFO_RD:
        return this.mailbox.read();
      default:
        return this.shared.readUint32(offset);
    }
  }

  writeUint32(offset: number, value: number): void {
    if (offset >= FIRST_INTERPOLATOR && offset <= LAST_INTERPOLATOR) {
      this.interpolators.writeUint32(offset, value);
      return;
    }
    if (offset >= FIRST_DIVIDER && offset <= LAST_DIVIDER) {
      this.divider.writeUint32(offset, value);
      return;
    }
    switch (offset) {
      case FIFO_ST:
        this.mailbox.clearErrors();
        return;
      case FIFO_WR:
        this.mailbox.write(value);
        return;
      default:
        this.shared.writeUint32(offset, value);
    }
  }
}

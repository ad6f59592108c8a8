import type { RP2040, RPPIO } from "rp2040js";
import type { ChipClock } from "../../chipClock.ts";
import { PioBlock } from "./pioBlock.ts";
import { PioTime } from "./pioTime.ts";

/** Interrupt of the first line of PIO0; its second, and those of PIO1, come after it. */
const FIRST_INTERRUPT = 7;
const FIRST_BASE = 0x50200;

/** Both PIO blocks in their chip: the pins they drive and see, their interrupts, the DMA they feed from. */
export class ChipPio {
  private readonly chip: RP2040;
  private readonly time: PioTime;
  private readonly onEnabled: () => void;
  private readonly blocks: readonly [PioBlock, PioBlock];

  /** `onEnabled` hears when machines are started or stopped. */
  constructor(chip: RP2040, clock: ChipClock, onEnabled: () => void) {
    this.chip = chip;
    this.onEnabled = onEnabled;
    this.time = new PioTime(clock);
    this.blocks = [this.block(0), this.block(1)];
  }

  /** Takes the place of what `rp2040js` brings. */
  replace(): void {
    this.blocks.forEach((block, index) => {
      this.chip.peripherals[FIRST_BASE + 0x100 * index] = block;
      // Pins look here for what PIO drives, and for nothing else.
      this.chip.pio[index] = block as unknown as RPPIO;
    });
  }

  /** Whether a machine runs: it may look at any pin. */
  get anyEnabled(): boolean {
    return this.blocks.some(({ stateMachines }) => stateMachines.some(({ enabled }) => enabled));
  }

  /** Called before the input of a pin changes: the machines have seen the level until now. */
  beforeInput(): void {
    this.time.update();
  }

  inputChanged(pin: number): void {
    for (const block of this.blocks) block.inputChanged(pin);
  }

  private block(index: 0 | 1): PioBlock {
    const { chip } = this;
    return new PioBlock(chip, `PIO${index}`, this.time, {
      onPins: (changed) => {
        for (let rest = changed; rest !== 0; rest &= rest - 1) {
          chip.gpio[31 - Math.clz32(rest & -rest)]!.checkForUpdates();
        }
      },
      onEnabled: this.onEnabled,
      onInterrupt: (line, level) => chip.setInterrupt(FIRST_INTERRUPT + 2 * index + line, level),
      // Transmit queues first, then receive queues (RP2040 datasheet, 2.5.3.1).
      onDataRequest: (machine, queue, ready) =>
        this.requestData(8 * index + (queue === "receive" ? 4 : 0) + machine, ready),
    });
  }

  /** The DMA answers within the instruction of the machine, whose time may be behind that of alarms. */
  private requestData(request: number, ready: boolean): void {
    const { dma } = this.chip;
    if (ready === Boolean(dma.dreq[request])) return;
    if (!ready) {
      dma.clearDREQ(request);
      return;
    }
    dma.setDREQ(request);
    const channels = dma.channels.filter(({ treq }) => treq === request);
    // One that ends may start another by its chain.
    const next = () => channels.find(({ active }) => active && dma.dreq[request]);
    for (let channel = next(); channel !== undefined; channel = next()) channel.transfer();
    for (const channel of channels) channel["transferAlarm"].cancel();
  }
}

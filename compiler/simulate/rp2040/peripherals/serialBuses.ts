import type { RP2040 } from "rp2040js";
import type { ChipClock } from "../chipClock.ts";
import { I2cMaster } from "./i2cMaster.ts";
import { Spi } from "./spi.ts";
import { Uart } from "./uart.ts";
import type { UartChip } from "./uartChip.ts";

/** Interrupt numbers (RP2040 datasheet, 2.3.2). */
const SPI_INTERRUPT = 18;
const UART_INTERRUPT = 20;
const I2C_INTERRUPT = 23;
/** Data requests of the DMA (datasheet, 2.5.3.1): transmit of the first, and the three after it. */
const SPI_DATA_REQUEST = 16;
const UART_DATA_REQUEST = 20;

/** The UARTs, SPIs and I2Cs of a chip, two of each, with their interrupts and data requests. */
export class SerialBuses {
  readonly uarts: readonly [Uart, Uart];
  readonly spi: readonly [Spi, Spi];
  readonly i2c: readonly [I2cMaster, I2cMaster];
  private readonly chip: RP2040;
  private readonly clock: ChipClock;

  constructor(chip: RP2040, clock: ChipClock, driveReceivePins: UartChip["driveReceivePins"]) {
    this.chip = chip;
    this.clock = clock;
    const uartChip: UartChip = {
      rp2040: chip,
      onInterrupt: (uart, level) => chip.setInterrupt(UART_INTERRUPT + uart, level),
      driveReceivePins,
      onDataRequest: (uart, ready) => this.requestBoth(UART_DATA_REQUEST + 2 * uart, ready),
    };
    this.uarts = [new Uart(0, uartChip, clock), new Uart(1, uartChip, clock)];
    this.spi = [this.newSpi(0), this.newSpi(1)];
    this.i2c = [this.newI2c(0), this.newI2c(1)];
  }

  /** Puts them where the chip looks for those that `rp2040js` brings. */
  replace(): void {
    const { peripherals } = this.chip;
    for (const bus of [0, 1] as const) {
      peripherals[0x40034 + 4 * bus] = this.uarts[bus];
      peripherals[0x4003c + 4 * bus] = this.spi[bus];
      this.chip.i2c[bus] = this.i2c[bus];
      peripherals[0x40044 + 4 * bus] = this.i2c[bus];
    }
  }

  private newSpi(index: 0 | 1): Spi {
    return new Spi(this.chip, index, this.clock, {
      onInterrupt: (level) => this.chip.setInterrupt(SPI_INTERRUPT + index, level),
      onDataRequest: (ready) => this.requestBoth(SPI_DATA_REQUEST + 2 * index, ready),
    });
  }

  private newI2c(index: 0 | 1): I2cMaster {
    return new I2cMaster(this.chip, `I2C${index}`, I2C_INTERRUPT + index, this.clock);
  }

  private requestBoth(request: number, ready: { transmit: boolean; receive: boolean }): void {
    this.requestData(request, ready.transmit);
    this.requestData(request + 1, ready.receive);
  }

  private requestData(request: number, ready: boolean): void {
    const { dma } = this.chip;
    if (ready === Boolean(dma.dreq[request])) return;
    if (ready) dma.setDREQ(request);
    else dma.clearDREQ(request);
  }
}

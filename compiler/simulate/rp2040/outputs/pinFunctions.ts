import type { OutputSignal } from "./outputSignal.ts";

/** Functions of a pin (RP2040 datasheet, 2.19.2); SIO and PIO are 5 to 7. */
const SPI = 1;
const UART = 2;
const I2C = 3;
const PWM = 4;

/** The outputs of all parts that pins can be given to. */
export interface OutputParts {
  readonly spi: readonly {
    readonly select: OutputSignal;
    readonly clock: OutputSignal;
    readonly transmit: OutputSignal;
  }[];
  readonly uarts: readonly {
    readonly transmitLine: OutputSignal;
    readonly requestToSend: OutputSignal;
  }[];
  readonly i2c: readonly { readonly data: OutputSignal; readonly clock: OutputSignal }[];
  /** Channel A of slice 0, channel B, A of slice 1, ... */
  readonly pwm: readonly OutputSignal[];
}

/** UART0 has pins 0 to 3, 12 to 19 and from 28 on. */
export const uartOf = (pin: number): 0 | 1 => (((pin + 4) >> 3) & 1) as 0 | 1;
export const isUartReceive = (pin: number): boolean => pin % 4 === 1;
/** SPI0 has pins 0 to 7 and 16 to 23. */
export const spiOf = (pin: number): 0 | 1 => ((pin >> 3) & 1) as 0 | 1;
export const isSpiReceive = (pin: number): boolean => pin % 4 === 0;
export const i2cOf = (pin: number): 0 | 1 => ((pin >> 1) & 1) as 0 | 1;

/** What a pin shows, by the number of its function. */
export function signalsOf(pin: number, parts: OutputParts): readonly (OutputSignal | undefined)[] {
  const spi = parts.spi[spiOf(pin)]!;
  const uart = parts.uarts[uartOf(pin)]!;
  const i2c = parts.i2c[i2cOf(pin)]!;
  const signals: (OutputSignal | undefined)[] = new Array(PWM + 1).fill(undefined);
  signals[SPI] = [undefined, spi.select, spi.clock, spi.transmit][pin % 4];
  signals[UART] = [uart.transmitLine, undefined, undefined, uart.requestToSend][pin % 4];
  signals[I2C] = pin % 2 === 0 ? i2c.data : i2c.clock;
  signals[PWM] = parts.pwm[pin % 16]!;
  return signals;
}

export const functions = { SPI, UART, I2C, PWM } as const;

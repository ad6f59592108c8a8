/** The hardware of the chip: pins, buses, timers, power, memory. */
import type {
  AdcChannels,
  Gpio,
  I2cPins,
  PinAliases,
  PinName,
  RadioPin,
  ReservedPins,
  SpiPins,
  TimerId,
  UartPins,
} from "tsmp-board";

export {};

// --- Pins ------------------------------------------------------------------------------------

declare const pinId: unique symbol;
declare const pinMode: unique symbol;
declare const pinPull: unique symbol;
declare const pinAlt: unique symbol;
declare const problem: unique symbol;

/** Which way a pin works: `Pin.IN`, `Pin.OUT`, `Pin.OPEN_DRAIN`, `Pin.ALT`. */
export type PinMode = int & { readonly [pinMode]: true };
/** The resistor of an input: `Pin.PULL_UP`, `Pin.PULL_DOWN`. */
export type PinPull = int & { readonly [pinPull]: true };
/** What a pin in mode ALT is connected to: `Pin.ALT_SPI` and so on. */
export type PinAlt = int & { readonly [pinAlt]: true };
/** The level of a pin: 0 is low, 1 high. */
export type Level = 0 | 1;

/** A number or name as the number of the chip's pin, where it is known. */
type PinNumber<Id> = string extends Id
  ? any
  : unknown extends Id
    ? any
    : Id extends number
      ? Plain<Id>
      : Id extends `GP${infer N extends number}`
        ? N
        : Id extends `GPIO${infer N extends number}`
          ? N
          : Id extends keyof PinAliases
            ? PinAliases[Id]
            : Id extends Pin<infer Of>
              ? Of
              : Id;
/**
 * A number as its literal, any where it is not known: a `number`, an `int` or another with a mark. A member of an
 * enum would be assignable to every literal.
 */
type Plain<Id extends number> = [Extract<keyof Id, `__${string}`>] extends [never]
  ? `${number}` extends `${Id}`
    ? any
    : `${Id}` extends `${infer N extends number}`
      ? N
      : Id
  : any;
/** What nothing can be given for: the type's argument says why. */
export interface Wrong<Why extends string> {
  readonly [problem]: Why;
}
type NotFree<N> = N extends keyof ReservedPins
  ? `GPIO ${N & number} is not free on this board: ${ReservedPins[N] & string}`
  : `there is no GPIO ${N & number} on this board`;
type Digits<Name> = Name extends `GP${infer N extends number}`
  ? N
  : Name extends `GPIO${infer N extends number}`
    ? N
    : never;
/** `Id` itself, or what is wrong with it. The names beside it are what editors offer. */
export type CheckedPin<Id> = Id extends Pin
  ? Id
  : Id extends number
    ? Plain<Id> extends infer N
      ? 0 extends 1 & N
        ? Id
        : N extends Gpio
          ? Id
          : Wrong<NotFree<N>>
      : never
    : Id extends string
      ? string extends Id
        ? Id
        : Id extends PinName
          ? Id
          : PinName | ([Digits<Id>] extends [keyof ReservedPins]
              ? [Digits<Id>] extends [never]
                ? Wrong<`this board has no pin "${Id}"`>
                : Wrong<NotFree<Digits<Id>>>
              : Wrong<`this board has no pin "${Id}"`>)
      : never;
/** As `CheckedPin`, for what the radio chip's pins cannot do. */
type CheckedChipPin<Id> = PinNumber<Id> extends infer N
  ? 0 extends 1 & N
    ? CheckedPin<Id>
    : N extends RadioPin
      ? Wrong<`"${N}" is a pin of the radio chip: it can only be switched`>
      : CheckedPin<Id>
  : never;
/** As `CheckedPin`, for pins with an analog input. */
export type CheckedAdc<Id> = PinNumber<Id> extends infer N
  ? 0 extends 1 & N
    ? Id
    : [Id, N] extends [number, keyof AdcChannels | 4]
      ? Id
      : N extends AdcChannels[keyof AdcChannels]
        ? CheckedPin<Id>
        : N extends number
          ? Wrong<`GPIO ${N} has no analog input; the pins with one are 26, 27 and 28`>
          : Wrong<"only the pins 26, 27 and 28 have an analog input">
  : never;

/** As `CheckedPin`, for a line of a bus that only the pins `Of` have. */
type BusPin<Id, Of, What extends string> = PinNumber<Id> extends infer N
  ? 0 extends 1 & N
    ? CheckedPin<Id>
    : N extends Of
      ? CheckedPin<Id>
      : N extends keyof ReservedPins
        ? Wrong<NotFree<N>>
        : Wrong<`${N extends number ? "GPIO " : ""}${N & (string | number)} cannot be ${What}`>
  : never;
type Line<Id, Pins, Name extends keyof Pins, Bus extends string> = BusPin<
  Id,
  Pins[Name],
  `${Name & string} of ${Bus}: that is GPIO ${Pins extends { text: { [N in Name]: infer Text extends string } } ? Text : ""}`
>;
type AnyPin = number | string | Pin;

/** Any pin by number, by name, or as a Pin. */
export type PinLike = Gpio | PinName | Pin;
/** A pin of the chip itself: those of the radio chip can only be switched, and read. */
export type ChipPin = Pin<ChipId>;
type ChipId = number | Exclude<PinName, RadioPin>;
/** Any pin of the chip itself, by number, by name, or as a Pin. */
export type ChipPinLike = Gpio | Exclude<PinName, RadioPin> | ChipPin;
/** A pin with interrupts. */
type InterruptPin<Id> = Id extends RadioPin
  ? Wrong<`"${Id}" is a pin of the radio chip: it has no interrupts`>
  : Pin<Id>;

/** What `irq` gives. */
export interface Irq {
  /** Calls the handler now. */
  (): void;
  /** What caused the interrupt that is being handled. */
  flags(): int;
  /** What causes interrupts, or sets it; gives what it was. */
  trigger(trigger?: int): int;
}

interface PinSettings {
  /** In, out, open drain or an alternate function; left as it is when not given. */
  mode?: PinMode;
  /** The pull resistor; null for none. */
  pull?: PinPull | null;
  /** The level of an output from the start. */
  value?: Level | boolean;
  /** The function of a pin in mode `Pin.ALT`. */
  alt?: PinAlt;
}
type PinHandler = (pin: Pin) => void;
interface PinTrigger {
  /**
   * Edges that count, joined by `|`: `Pin.IRQ_RISING`, `Pin.IRQ_FALLING`; both by default.
   *
   * @range 4 12
   */
  trigger?: int;
}

/** One pin. Call it, `pin()` and `pin(1)`, as short for `value`. */
export interface Pin<Id = any> {
  readonly [pinId]?: Id;
  /** The level. */
  (): Level;
  /** Sets the level. */
  (level: Level | boolean): void;
  /** Sets the pin up anew. */
  init(options: Keywords<PinSettings>): void;
  init(mode: PinMode, options: Keywords<Omit<PinSettings, "mode">>): void;
  init(mode?: PinMode, pull?: PinPull | null, options?: Keywords<Omit<PinSettings, "mode" | "pull">>): void;
  /** The level, or sets it. */
  value(): Level;
  value(level: Level | boolean): void;
  /** Drives the pin high. */
  high(): void;
  /** Drives the pin low. */
  low(): void;
  /** Drives the pin high. */
  on(): void;
  /** Drives the pin low. */
  off(): void;
  /** Turns the level over. */
  toggle(): void;
  /**
   * Calls the handler on edges: as a soft interrupt, or as a hard one with `hard: true`.
   * null as handler ends it.
   *
   * @example
   * button.irq({ handler: () => flag.set(), trigger: Pin.IRQ_FALLING });
   */
  irq(this: InterruptPin<Id>, options: Keywords<PinTrigger & { handler: HardIsr<PinHandler>; hard: true }>): Irq;
  irq(this: InterruptPin<Id>, options?: Keywords<PinTrigger & { handler?: SoftIsr<PinHandler> | null; hard?: false }>): Irq;
  irq(this: InterruptPin<Id>, handler: HardIsr<PinHandler>, options: Keywords<PinTrigger & { hard: true }>): Irq;
  irq(this: InterruptPin<Id>, handler: SoftIsr<PinHandler> | null, options: Keywords<PinTrigger & { hard?: false }>): Irq;
  /** @range trigger 4 12 */
  irq(this: InterruptPin<Id>, handler: HardIsr<PinHandler>, trigger: int, options: Keywords<{ hard: true }>): Irq;
  /** @range trigger 4 12 */
  irq(this: InterruptPin<Id>, handler: SoftIsr<PinHandler> | null, trigger?: int, options?: Keywords<{ hard?: false }>): Irq;
}
/** Pins by the names that are printed on the board. */
type BoardPins = { readonly [Name in PinName]: Pin<PinNumber<Name>> };
interface PinConstructor {
  /**
   * A pin by its number or name: `new Pin(15)`, `new Pin("GP15")`, `new Pin("LED")`.
   *
   * @param mode `Pin.IN`, `Pin.OUT` or `Pin.OPEN_DRAIN`.
   * @param pull `Pin.PULL_UP` or `Pin.PULL_DOWN`.
   * @throws ValueError for a pin that does not exist.
   * @example
   * const led = new Pin("LED", Pin.OUT);
   * const button = new Pin(14, Pin.IN, Pin.PULL_UP);
   */
  new <const Id extends PinLike>(id: Id, mode?: PinMode, pull?: PinPull | null): Pin<PinNumber<Id>>;
  new <const Id extends number | string | Pin>(
    id: CheckedPin<Id>,
    options: Keywords<PinSettings>,
  ): Pin<PinNumber<Id>>;
  new <const Id extends number | string | Pin>(
    id: CheckedPin<Id>,
    mode: PinMode,
    options: Keywords<Omit<PinSettings, "mode">>,
  ): Pin<PinNumber<Id>>;
  new <const Id extends number | string | Pin>(
    id: CheckedPin<Id>,
    mode?: PinMode,
    pull?: PinPull | null,
    options?: Keywords<Omit<PinSettings, "mode" | "pull">>,
  ): Pin<PinNumber<Id>>;
  readonly prototype: Pin;
  /** Pins by their names on the board: `Pin.board.GP15`, `Pin.board.LED`. */
  readonly board: BoardPins;
  /** Pins by their names on the chip: `Pin.cpu.GPIO15`. */
  readonly cpu: { readonly [Name in `GPIO${Gpio}`]: Pin<PinNumber<Name>> };
  /** An input. */
  readonly IN: PinMode;
  /** An output. */
  readonly OUT: PinMode;
  /** An output that pulls low or lets go. */
  readonly OPEN_DRAIN: PinMode;
  /** An alternate function. */
  readonly ALT: PinMode;
  /** A resistor to 3.3 V. */
  readonly PULL_UP: PinPull;
  /** A resistor to ground. */
  readonly PULL_DOWN: PinPull;
  /** Interrupt on a rising edge. */
  readonly IRQ_RISING: 8;
  /** Interrupt on a falling edge. */
  readonly IRQ_FALLING: 4;
  /** Clock input or output. */
  readonly ALT_GPCK: PinAlt;
  /** I2C. */
  readonly ALT_I2C: PinAlt;
  /** State machines of the first PIO. */
  readonly ALT_PIO0: PinAlt;
  /** State machines of the second PIO. */
  readonly ALT_PIO1: PinAlt;
  /** Pulse width modulation. */
  readonly ALT_PWM: PinAlt;
  /** Plain input and output. */
  readonly ALT_SIO: PinAlt;
  /** SPI. */
  readonly ALT_SPI: PinAlt;
  /** UART. */
  readonly ALT_UART: PinAlt;
  /** USB power control. */
  readonly ALT_USB: PinAlt;
}
/** A pin of the chip or of the board. */
export const Pin: PinConstructor;

/** A pin whose meaning may be turned over: on is what the device calls on. */
export class Signal {
  /**
   * @param pin The pin.
   * @param options `invert: true` when the device is on at a low level.
   */
  constructor(pin: PinLike, options?: Keywords<{ invert?: boolean }>);
  constructor(pin: PinLike, mode: PinMode, options?: Keywords<Omit<PinSettings, "mode"> & { invert?: boolean }>);
  /** Turns the device on. */
  on(): void;
  /** Turns the device off. */
  off(): void;
  /** Whether the device is on, or turns it on or off. */
  value(): Level;
  value(on: Level | boolean): void;
}
export interface Signal {
  (): Level;
  (on: Level | boolean): void;
}

// --- Analog ----------------------------------------------------------------------------------

/** An analog input. 12 bits, given as 16. */
export interface ADC {
  /** The voltage: 0 is ground, 65535 is 3.3 V. Takes about 2 microseconds. */
  read_u16(): u16;
}
interface AdcConstructor {
  /**
   * An analog input by pin (26, 27, 28) or by channel: 0 to 3, and 4 for the chip's temperature.
   *
   * @throws ValueError for a pin without an analog input.
   * @example
   * const volts = new ADC(26).read_u16() * 3.3 / 65535;
   */
  new <const Id extends number | string | Pin>(id: CheckedAdc<Id>): ADC;
  readonly prototype: ADC;
  /** The channel of the temperature sensor in the chip. */
  readonly CORE_TEMP: 4;
}
/** An analog input. */
export const ADC: AdcConstructor;

interface PwmSettings {
  /**
   * Pulses per second, 8 Hz to half the clock. Both pins of a slice share it.
   *
   * @range 8 150000000
   * @range 9 150000000 rp2350
   */
  freq?: int;
  /** How long the level is high: 0 is never, 65535 always. */
  duty_u16?: u16;
  /**
   * How long the level is high, in nanoseconds.
   *
   * @range 0 200000000
   */
  duty_ns?: int;
  /** Turns the output over. */
  invert?: boolean;
}
/** Pulse width modulation. The pins n and n + 1 (n even), and those 16 higher, share a slice. */
export interface PWM {
  /** Sets it up anew. */
  init(options?: Keywords<PwmSettings>): void;
  /** Ends the pulses. */
  deinit(): void;
  /** Pulses per second, or sets it; ValueError when it is too low or too high. */
  freq(): int;
  /**
   * Sets the pulses per second, 8 Hz to half the clock; ValueError when it is too low or too high.
   *
   * @range hz 8 150000000
   * @range hz 9 150000000 rp2350
   */
  freq(hz: int): void;
  /** How long the level is high, of 65535, or sets it. */
  duty_u16(): u16;
  duty_u16(duty: u16): void;
  /** How long the level is high, in nanoseconds, or sets it. */
  duty_ns(): int;
  /**
   * Sets how long the level is high, in nanoseconds.
   *
   * @range ns 0 200000000
   */
  duty_ns(ns: int): void;
}
interface PwmConstructor {
  /**
   * Pulses on a pin.
   *
   * @example
   * const servo = new PWM(new Pin(15), { freq: 50, duty_ns: 1_500_000 });
   */
  new <const Id extends number | string | Pin>(dest: CheckedChipPin<Id>, options?: Keywords<PwmSettings>): PWM;
  readonly prototype: PWM;
}
/** Pulse width modulation. */
export const PWM: PwmConstructor;

// --- Buses -----------------------------------------------------------------------------------

interface I2cTransfers {
  /** The addresses that answer, 0x08 to 0x77. */
  scan(): int[];
  /**
   * Reads bytes from a device; OSError ENODEV (or EIO) when it does not answer.
   *
   * @range addr 0 127
   * @range nbytes 0 1073741823
   */
  readfrom(addr: int, nbytes: int, stop?: boolean): bytes;
  /**
   * Reads bytes from a device into a buffer.
   *
   * @range addr 0 127
   */
  readfrom_into(addr: int, buffer: WritableBuffer, stop?: boolean): void;
  /**
   * Writes bytes to a device; gives how many it took.
   *
   * @range addr 0 127
   */
  writeto(addr: int, data: ReadableBuffer, stop?: boolean): int;
  /**
   * Writes several buffers in one go; gives how many bytes were taken.
   *
   * @range addr 0 127
   */
  writevto(addr: int, data: readonly ReadableBuffer[], stop?: boolean): int;
  /**
   * Reads bytes from a register of a device. `addrsize` is the width of its address in bits.
   *
   * @range addr 0 127
   * @range nbytes 0 1073741823
   */
  readfrom_mem(addr: int, memaddr: int, nbytes: int, options?: Keywords<{ addrsize?: 8 | 16 | 24 | 32 }>): bytes;
  /**
   * Reads bytes from a register into a buffer.
   *
   * @range addr 0 127
   */
  readfrom_mem_into(
    addr: int,
    memaddr: int,
    buffer: WritableBuffer,
    options?: Keywords<{ addrsize?: 8 | 16 | 24 | 32 }>,
  ): void;
  /**
   * Writes bytes to a register.
   *
   * @range addr 0 127
   */
  writeto_mem(
    addr: int,
    memaddr: int,
    data: ReadableBuffer,
    options?: Keywords<{ addrsize?: 8 | 16 | 24 | 32 }>,
  ): void;
}
type OnlySoft = Wrong<"only a SoftI2C has init and the single steps of a transfer">;
/** An I2C controller: a bus of two wires, scl and sda, each with a pull-up resistor. */
export interface I2C extends I2cTransfers {
  /** @deprecated Only a SoftI2C can do it; here it raises OSError. Make a new I2C. */
  init(this: OnlySoft, options?: Keywords<{ freq?: int }>): void;
  /** @deprecated Only a SoftI2C can do it; here it raises OSError. */
  start(this: OnlySoft): void;
  /** @deprecated Only a SoftI2C can do it; here it raises OSError. */
  stop(this: OnlySoft): void;
  /** @deprecated Only a SoftI2C can do it; here it raises OSError. */
  readinto(this: OnlySoft, buffer: WritableBuffer, nack?: boolean): void;
  /** @deprecated Only a SoftI2C can do it; here it raises OSError. */
  write(this: OnlySoft, data: ReadableBuffer): int;
}
interface I2cConstructor {
  /**
   * @param id The controller, 0 or 1; its default pins are used when none are given.
   * @param options Pins and speed: `freq` in Hz (default 400 000), `timeout` in microseconds.
   * @throws ValueError for pins that do not belong to the controller.
   * @example
   * const i2c = new I2C(0, { scl: new Pin(5), sda: new Pin(4), freq: 100_000 });
   */
  new <const Bus extends keyof I2cPins, const Scl extends AnyPin = Pin, const Sda extends AnyPin = Pin>(
    id: Bus,
    options?: Keywords<{
      scl?: Line<Scl, I2cPins[Bus], "scl", `I2C ${Bus}`>;
      sda?: Line<Sda, I2cPins[Bus], "sda", `I2C ${Bus}`>;
      /** Bits per second (default 400 000). */
      freq?: int;
      /** Microseconds that a device may hold scl low (default 50 000). */
      timeout?: int;
    }>,
  ): I2C;
  readonly prototype: I2C;
}
/** An I2C controller. */
export const I2C: I2cConstructor;

/** I2C on any two pins, driven by the program. */
export class SoftI2C {
  /** @throws OSError ETIMEDOUT, later, when a device holds scl low for longer than `timeout` microseconds. */
  constructor(options: Keywords<{ scl: ChipPinLike; sda: ChipPinLike; freq?: int; timeout?: int }>);
  constructor(scl: ChipPinLike, sda: ChipPinLike, options?: Keywords<{ freq?: int; timeout?: int }>);
  /** Sets the bus up anew. */
  init(options: Keywords<{ scl: ChipPinLike; sda: ChipPinLike; freq?: int }>): void;
  /** Begins a transfer. */
  start(): void;
  /** Ends a transfer. */
  stop(): void;
  /** Reads bytes; the last one is not acknowledged unless `nack` is false. */
  readinto(buffer: WritableBuffer, nack?: boolean): void;
  /** Writes bytes; gives how many were acknowledged. */
  write(data: ReadableBuffer): int;
}
export interface SoftI2C extends I2cTransfers {}

type TargetHandler = (target: I2CTarget) => void;
/**
 * This board as a device on somebody else's I2C bus: a memory that the other side reads and writes.
 *
 * @since 1.26
 */
export interface I2CTarget {
  /** Ends it. */
  deinit(): void;
  /** The address in `mem` that the other side chose last. */
  readonly memaddr: int;
  /** Inside of a write request: reads what the other side sent; gives the number of bytes. */
  readinto(buffer: WritableBuffer): int;
  /** Inside of a read request: what the other side gets; gives the number of bytes. */
  write(data: ReadableBuffer): int;
  /** Calls the handler on events. The four requests need `hard: true`. */
  irq(handler: HardIsr<TargetHandler>, trigger: int, hard: true): Irq;
  irq(handler?: SoftIsr<TargetHandler> | null, trigger?: int, hard?: false): Irq;
  irq(handler: HardIsr<TargetHandler>, options: Keywords<{ trigger?: int; hard: true }>): Irq;
  irq(handler: SoftIsr<TargetHandler> | null, options: Keywords<{ trigger?: int; hard?: false }>): Irq;
  irq(options: Keywords<{ handler: HardIsr<TargetHandler>; trigger?: int; hard: true }>): Irq;
  irq(options: Keywords<{ handler?: SoftIsr<TargetHandler> | null; trigger?: int; hard?: false }>): Irq;
}
interface I2cTargetConstructor {
  /**
   * @param id The controller, 0 or 1.
   * @param addr The address, 7 bits, or 10.
   * @range addr 0 1023
   * @param options `mem` is the memory that the other side sees.
   * @throws ValueError for pins that do not belong to the controller.
   */
  new <const Bus extends keyof I2cPins, const Scl extends AnyPin = Pin, const Sda extends AnyPin = Pin>(
    id: Bus,
    addr: int,
    options?: Keywords<{
      addrsize?: 7 | 10;
      mem?: WritableBuffer | null;
      mem_addrsize?: 0 | 8 | 16 | 24 | 32;
      scl?: Line<Scl, I2cPins[Bus], "scl", `I2C ${Bus}`>;
      sda?: Line<Sda, I2cPins[Bus], "sda", `I2C ${Bus}`>;
    }>,
  ): I2CTarget;
  readonly prototype: I2CTarget;
  /** The other side begins to read. */
  readonly IRQ_ADDR_MATCH_READ: int;
  /** The other side begins to write. */
  readonly IRQ_ADDR_MATCH_WRITE: int;
  /** The other side wants a byte. */
  readonly IRQ_READ_REQ: int;
  /** The other side sent a byte. */
  readonly IRQ_WRITE_REQ: int;
  /** The other side has read. */
  readonly IRQ_END_READ: int;
  /** The other side has written. */
  readonly IRQ_END_WRITE: int;
}
/**
 * This board as a device on somebody else's I2C bus: a memory that the other side reads and writes.
 *
 * @since 1.26
 */
export const I2CTarget: I2cTargetConstructor;

declare const firstBit: unique symbol;
/** `SPI.MSB`. */
export type FirstBit = int & { readonly [firstBit]: true };
interface SpiSettings {
  /** The level of sck at rest. */
  polarity?: 0 | 1;
  /** Whether data is taken at the first (0) or the second (1) edge. */
  phase?: 0 | 1;
  /** Bits per word. */
  bits?: int;
  /** `SPI.MSB`: the highest bit comes first. */
  firstbit?: FirstBit;
}
interface SpiTransfers {
  /** Reads bytes while it sends `write` over and over (default 0). */
  read(nbytes: int, write?: u8): bytes;
  /** Fills a buffer while it sends `write` over and over (default 0). */
  readinto(buffer: WritableBuffer, write?: u8): void;
  /** Sends bytes. */
  write(data: ReadableBuffer): void;
  /** Sends one buffer and fills another of the same length; ValueError when they differ. */
  write_readinto(write: ReadableBuffer, read: WritableBuffer): void;
}
type HardSpiPins<Bus extends keyof SpiPins, Sck, Mosi, Miso> = SpiSettings & {
  sck?: Line<Sck, SpiPins[Bus], "sck", `SPI ${Bus}`>;
  mosi?: Line<Mosi, SpiPins[Bus], "mosi", `SPI ${Bus}`>;
  miso?: Line<Miso, SpiPins[Bus], "miso", `SPI ${Bus}`> | null;
};
/** An SPI controller: clock, data out and data in; every device has its own select pin. */
export interface SPI extends SpiTransfers {
  /** Sets speed and mode anew. Only the constructor takes the speed without its name. */
  init(options?: Keywords<SpiSettings & { baudrate?: int }>): void;
  /** Ends it. */
  deinit(): void;
}
interface SpiConstructor {
  /**
   * @param id The controller, 0 or 1; its default pins are used when none are given.
   * @param baudrate Bits per second (default 1 000 000).
   * @throws ValueError for pins that do not belong to the controller.
   * @example
   * const spi = new SPI(0, 10_000_000, { sck: new Pin(18), mosi: new Pin(19), miso: new Pin(16) });
   */
  new <const Bus extends keyof SpiPins, const Sck extends AnyPin = Pin, const Mosi extends AnyPin = Pin, const Miso extends AnyPin = Pin>(
    id: Bus,
    baudrate: int,
    options?: Keywords<HardSpiPins<Bus, Sck, Mosi, Miso>>,
  ): SPI;
  new <const Bus extends keyof SpiPins, const Sck extends AnyPin = Pin, const Mosi extends AnyPin = Pin, const Miso extends AnyPin = Pin>(
    id: Bus,
    options?: Keywords<HardSpiPins<Bus, Sck, Mosi, Miso> & { baudrate?: int }>,
  ): SPI;
  readonly prototype: SPI;
  /** The highest bit first. */
  readonly MSB: FirstBit;
  /** The lowest bit first: an SPI controller of an RP2 cannot do it, a SoftSPI neither. */
  readonly LSB: int;
}
/** An SPI controller. */
export const SPI: SpiConstructor;

/** SPI on any pins, driven by the program. */
export class SoftSPI {
  /** @throws ValueError without sck, mosi and miso. */
  constructor(options: Keywords<SpiSettings & { baudrate?: int; sck: ChipPinLike; mosi: ChipPinLike; miso: ChipPinLike }>);
  constructor(baudrate: int, options: Keywords<SpiSettings & { sck: ChipPinLike; mosi: ChipPinLike; miso: ChipPinLike }>);
  /** Sets it up anew. */
  init(baudrate: int, options?: Keywords<SpiSettings & { sck?: ChipPinLike; mosi?: ChipPinLike; miso?: ChipPinLike }>): void;
  init(options?: Keywords<SpiSettings & { baudrate?: int; sck?: ChipPinLike; mosi?: ChipPinLike; miso?: ChipPinLike }>): void;
  /** Ends it. */
  deinit(): void;
  /** The highest bit first. */
  static readonly MSB: FirstBit;
  /** The lowest bit first: not offered here. */
  static readonly LSB: int;
}
export interface SoftSPI extends SpiTransfers {}

interface UartFrame {
  /** Bits per second (default 115 200). */
  baudrate?: int;
  /** Data bits (default 8). */
  bits?: 5 | 6 | 7 | 8;
  /** 0 is even, 1 is odd, null none (default). */
  parity?: 0 | 1 | null;
  /** Stop bits (default 1). */
  stop?: 1 | 2;
}
interface UartBuffers {
  /**
   * Bytes of the send buffer, 32 to 32766 (default 256).
   *
   * @range 32 32766
   */
  txbuf?: int;
  /**
   * Bytes of the receive buffer, 32 to 32766 (default 256).
   *
   * @range 32 32766
   */
  rxbuf?: int;
  /** Milliseconds to wait for the first byte (default 0). */
  timeout?: int;
  /** Milliseconds to wait between bytes. */
  timeout_char?: int;
  /**
   * `UART.INV_TX`, `UART.INV_RX` or both.
   *
   * @range 0 3
   */
  invert?: int;
  /**
   * `UART.RTS`, `UART.CTS` or both: flow control in hardware.
   *
   * @range 0 3
   */
  flow?: int;
}
type UartLines<Bus extends keyof UartPins, Tx, Rx, Rts, Cts> = UartBuffers & {
  tx?: Line<Tx, UartPins[Bus], "tx", `UART ${Bus}`>;
  rx?: Line<Rx, UartPins[Bus], "rx", `UART ${Bus}`>;
  rts?: Line<Rts, UartPins[Bus], "rts", `UART ${Bus}`>;
  cts?: Line<Cts, UartPins[Bus], "cts", `UART ${Bus}`>;
};
type UartHandler = (uart: UART) => void;
/** A serial port. */
export interface UART {
  /** Sets speed and frame anew. */
  init(options?: Keywords<UartFrame & UartBuffers & { tx?: ChipPinLike; rx?: ChipPinLike; rts?: ChipPinLike; cts?: ChipPinLike }>): void;
  init(baudrate: int, options: Keywords<Omit<UartFrame, "baudrate"> & UartBuffers & { tx?: ChipPinLike; rx?: ChipPinLike; rts?: ChipPinLike; cts?: ChipPinLike }>): void;
  init(baudrate: int, bits?: 5 | 6 | 7 | 8, parity?: 0 | 1 | null, stop?: 1 | 2): void;
  /** Ends it. */
  deinit(): void;
  /** How many bytes can be read without waiting. */
  any(): int;
  /** Up to `nbytes` bytes, or all that are there; null when none came in time. */
  read(nbytes?: int): bytes | null;
  /** Fills a buffer as far as it goes; gives the number of bytes, or null. */
  readinto(buffer: WritableBuffer, nbytes?: int): int | null;
  /** A line with its line end; what came in time, or null. */
  readline(): bytes | null;
  /** Sends bytes or text; gives how many were taken, or null. */
  write(data: ReadableBuffer | string): int | null;
  /** Holds the line low for longer than a byte. */
  sendbreak(): void;
  /** Waits until everything is sent; OSError ETIMEDOUT. */
  flush(): void;
  /** True when everything is sent. */
  txdone(): boolean;
  /**
   * Calls the handler on events: `UART.IRQ_RXIDLE`, `UART.IRQ_TXIDLE`, `UART.IRQ_BREAK`.
   *
   * @since 1.24
   */
  irq(handler: HardIsr<UartHandler>, trigger: int, hard: true): Irq;
  irq(handler: SoftIsr<UartHandler> | null, trigger?: int, hard?: false): Irq;
  irq(options: Keywords<{ handler: HardIsr<UartHandler>; trigger: int; hard: true }>): Irq;
  irq(options: Keywords<{ handler?: SoftIsr<UartHandler> | null; trigger?: int; hard?: false }>): Irq;
}
interface UartConstructor {
  /**
   * @param id The port, 0 or 1; its default pins are used when none are given.
   * @throws ValueError for pins that do not belong to the port.
   * @example
   * const gps = new UART(1, 9600, { tx: new Pin(4), rx: new Pin(5), timeout: 100 });
   */
  new <const Bus extends keyof UartPins, const Tx extends AnyPin = Pin, const Rx extends AnyPin = Pin, const Rts extends AnyPin = Pin, const Cts extends AnyPin = Pin>(
    id: Bus,
    options?: Keywords<UartFrame & UartLines<Bus, Tx, Rx, Rts, Cts>>,
  ): UART;
  new <const Bus extends keyof UartPins, const Tx extends AnyPin = Pin, const Rx extends AnyPin = Pin, const Rts extends AnyPin = Pin, const Cts extends AnyPin = Pin>(
    id: Bus,
    baudrate: int,
    options: Keywords<Omit<UartFrame, "baudrate"> & UartLines<Bus, Tx, Rx, Rts, Cts>>,
  ): UART;
  new <const Bus extends keyof UartPins, const Tx extends AnyPin = Pin, const Rx extends AnyPin = Pin, const Rts extends AnyPin = Pin, const Cts extends AnyPin = Pin>(
    id: Bus,
    baudrate: int,
    bits?: 5 | 6 | 7 | 8,
    parity?: 0 | 1 | null,
    stop?: 1 | 2,
    options?: Keywords<UartLines<Bus, Tx, Rx, Rts, Cts>>,
  ): UART;
  readonly prototype: UART;
  /** Flow control: this side may be sent to. */
  readonly RTS: int;
  /** Flow control: the other side may be sent to. */
  readonly CTS: int;
  /** Turns tx over. */
  readonly INV_TX: int;
  /** Turns rx over. */
  readonly INV_RX: int;
  /**
   * After bytes came, the line has gone quiet.
   *
   * @since 1.24
   */
  readonly IRQ_RXIDLE: int;
  /**
   * Everything is sent.
   *
   * @since 1.24
   */
  readonly IRQ_TXIDLE: int;
  /**
   * The other side sent a break.
   *
   * @since 1.24
   */
  readonly IRQ_BREAK: int;
}
/** A serial port. */
export const UART: UartConstructor;

interface I2sSettings<Sck, Ws> {
  /** Clock pin; `ws` must be the next pin. */
  sck: CheckedPin<Sck>;
  /** Word select pin: the one after `sck`. */
  ws: AfterSck<Sck, Ws>;
  /** Data pin. */
  sd: ChipPinLike;
  /** Master clock pin. */
  mck?: ChipPinLike | null;
  /** `I2S.RX` or `I2S.TX`. */
  mode: int;
  /** Bits per sample. */
  bits: 16 | 32;
  /** `I2S.MONO` or `I2S.STEREO`. */
  format: int;
  /** Samples per second. */
  rate: int;
  /** Bytes of the buffer between program and hardware. */
  ibuf: int;
}
/** The pins in turn: the number after N stands at place N. */
type Following = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29];
type AfterSck<Sck, Ws> = [PinNumber<Sck>, PinNumber<Ws>] extends [infer S, infer W]
  ? 0 extends 1 & S
    ? CheckedPin<Ws>
    : 0 extends 1 & W
      ? CheckedPin<Ws>
      : `${S & number}` extends keyof Following
        ? W extends Following[`${S & number}` & keyof Following]
          ? CheckedPin<Ws>
          : Wrong<`ws must be the pin after sck: GPIO ${Following[`${S & number}` & keyof Following] & number}`>
        : CheckedPin<Ws>
  : never;
/** Digital sound, in or out. */
export interface I2S {
  /** Sets it up anew. */
  init<const Sck extends AnyPin, const Ws extends AnyPin>(options: Keywords<I2sSettings<Sck, Ws>>): void;
  /** Ends it. */
  deinit(): void;
  /** Fills a buffer with samples; gives the number of bytes. Waits unless `irq` was called. */
  readinto(buffer: WritableBuffer): int;
  /** Sends samples; gives the number of bytes. Waits unless `irq` was called. */
  write(data: ReadableBuffer): int;
  /** From now on `readinto` and `write` return at once and the handler is called when they are done. */
  irq(handler: SoftIsr<(i2s: I2S) => void> | null): void;
}
interface I2sConstructor {
  /**
   * @param id 0 or 1.
   * @throws ValueError when ws is not the pin after sck.
   * @example
   * const speaker = new I2S(0, {
   *   sck: new Pin(16), ws: new Pin(17), sd: new Pin(18), mode: I2S.TX,
   *   bits: 16, format: I2S.MONO, rate: 22_050, ibuf: 20_000,
   * });
   */
  new <const Sck extends AnyPin, const Ws extends AnyPin>(id: 0 | 1, options: Keywords<I2sSettings<Sck, Ws>>): I2S;
  readonly prototype: I2S;
  /** Makes samples louder (`shift` > 0) or softer, in place: each step doubles or halves. */
  shift(options: Keywords<{ buf: WritableBuffer; bits: 16 | 32; shift: int }>): void;
  /** Receive. */
  readonly RX: int;
  /** Send. */
  readonly TX: int;
  /** One channel. */
  readonly MONO: int;
  /** Two channels. */
  readonly STEREO: int;
}
/** Digital sound, in or out. */
export const I2S: I2sConstructor;

// --- Time ------------------------------------------------------------------------------------

interface TimerPeriod {
  /**
   * Milliseconds from call to call, or ticks of `tick_hz`.
   *
   * @range 1 1073741823
   */
  period: int;
  freq?: never;
  /**
   * Ticks per second that `period` counts (default 1000).
   *
   * @range 1 1000000
   */
  tick_hz?: int;
}
interface TimerFrequency {
  /**
   * Calls per second; less than 1 for pauses of more than a second.
   *
   * @range 0.0001 1000000
   */
  freq: number;
  period?: never;
  tick_hz?: never;
}
type TimerHandler = (timer: Timer) => void;
interface HardTimer {
  mode?: TimerMode;
  /** Called as a hard interrupt: it must not allocate memory. */
  callback: HardIsr<TimerHandler>;
  /**
   * Asks for a hard interrupt.
   *
   * @since 1.26
   */
  hard: true;
}
interface SoftTimer {
  mode?: TimerMode;
  /** Called as a soft interrupt. */
  callback?: SoftIsr<TimerHandler> | null;
  hard?: false;
}
type HardTimerOptions = Keywords<TimerPeriod & HardTimer> | Keywords<TimerFrequency & HardTimer>;
type SoftTimerOptions = Keywords<TimerPeriod & SoftTimer> | Keywords<TimerFrequency & SoftTimer>;
/** A timer. Keep it in a variable: one that nobody holds may be collected. */
export class Timer {
  /**
   * Starts a timer when it is given options; `init` does so later otherwise.
   *
   * The callback is a soft interrupt, or a hard one with `hard: true` (since 1.26).
   *
   * @param id -1: an RP2 has no numbered timers.
   * @param options `period` in milliseconds (or in ticks of `tick_hz`), or `freq` in Hz; never both.
   * @throws ValueError for another id; OSError ENOMEM when no alarm is free.
   * @example
   * const timer = new Timer(-1, { period: 500, mode: Timer.PERIODIC, callback: () => led.toggle() });
   */
  constructor(id: TimerId, options: HardTimerOptions);
  constructor(id: TimerId, options: SoftTimerOptions);
  constructor(options: HardTimerOptions);
  constructor(options: SoftTimerOptions);
  constructor(id?: TimerId);
  /** Starts the timer anew. */
  init(options: HardTimerOptions): void;
  init(options: SoftTimerOptions): void;
  /** Stops the timer. */
  deinit(): void;
  /** Fires once. */
  static readonly ONE_SHOT: TimerMode;
  /** Fires again and again (default). */
  static readonly PERIODIC: TimerMode;
}
declare const timerMode: unique symbol;
/** `Timer.ONE_SHOT` or `Timer.PERIODIC`. */
export type TimerMode = int & { readonly [timerMode]: true };

/** January is 1. */
export type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
/** Monday is 0. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
/** What `RTC.datetime` takes; the weekday is computed from the date. */
type DateAndTime = readonly [
  /** @range 1970 2105 */ year: int,
  /** @range 1 12 */ month: int,
  /** @range 1 31 */ day: int,
  /** @range 0 6 */ weekday: int,
  /** @range 0 23 */ hours: int,
  /** @range 0 59 */ minutes: int,
  /** @range 0 59 */ seconds: int,
  subseconds: int,
];
/** The clock of the board. It starts at 2021-01-01 and stops without power. */
export class RTC {
  constructor();
  /** Date and time, or sets it. The weekday (0 is Monday) is computed, the subseconds are 0. */
  datetime(): [year: int, month: Month, day: int, weekday: Weekday, hours: int, minutes: int, seconds: int, subseconds: int];
  datetime(time: DateAndTime): void;
}

interface WatchdogSettings {
  id?: 0;
  /**
   * Milliseconds, at most 8388 on an RP2040, 16777 on an RP2350 (default 5000).
   *
   * @range 1 8388
   * @range 1 16777 rp2350
   */
  timeout?: int;
}
/** The watchdog: it resets the board unless it is fed in time. Once started, it cannot be stopped. */
export class WDT {
  /**
   * @param options `timeout` in milliseconds, at most 8388 on an RP2040 (default 5000).
   * @throws ValueError when the time is too long.
   */
  constructor(options?: Keywords<WatchdogSettings>);
  /**
   * @param timeout Milliseconds, at most 8388 on an RP2040 (default 5000).
   * @range timeout 1 8388
   * @range timeout 1 16777 rp2350
   */
  constructor(id: 0, timeout?: int);
  /** Starts the time anew. */
  feed(): void;
}

// --- USB -------------------------------------------------------------------------------------

/** A driver of the firmware: the numbers and descriptors that are taken. */
export interface BuiltinUsbDriver {
  /** How many interfaces it takes: the program's begin there. */
  readonly itf_max: int;
  /** How many endpoints it takes: the program's begin there. */
  readonly ep_max: int;
  /** How many strings it takes: the program's begin there. */
  readonly str_max: int;
  /** Its device descriptor. */
  readonly desc_dev: bytes;
  /** Its configuration descriptor. */
  readonly desc_cfg: bytes;
}
/**
 * The USB device, to be described by the program.
 *
 * @since 1.23
 */
export class USBDevice {
  constructor();
  /** What the device does by itself, beside what the program describes: one of the three below. */
  builtin_driver: BuiltinUsbDriver;
  /** Nothing. */
  static readonly BUILTIN_NONE: BuiltinUsbDriver;
  /** What the firmware does when no program describes a device: a serial line. */
  static readonly BUILTIN_DEFAULT: BuiltinUsbDriver;
  /** A serial line, over which the prompt is reached. */
  static readonly BUILTIN_CDC: BuiltinUsbDriver;
  /** Whether the device is on the bus, or puts it there. */
  active(value?: boolean): boolean;
  /** Sets descriptors and callbacks; only while it is not active. */
  config(
    desc_dev: ReadableBuffer,
    desc_cfg: ReadableBuffer,
    options?: Keywords<{
      /** Text by index. */
      desc_strs?: Record<int, string> | readonly string[] | null;
      open_itf_cb?: SoftIsr<(interface_descriptor: bytes) => void> | null;
      reset_cb?: SoftIsr<() => void> | null;
      control_xfer_cb?: SoftIsr<(stage: int, request: bytes) => boolean | WritableBuffer> | null;
      xfer_cb?: SoftIsr<(ep: int, result: int, transferred: int) => void> | null;
    }>,
  ): void;
  /** Wakes the host up; true when it was asleep and allows it. */
  remote_wakeup(): boolean;
  /** Whether an endpoint is stalled, or stalls it. */
  stall(ep: int, stall?: boolean): boolean;
  /** Queues a transfer; false when the endpoint is busy. */
  submit_xfer(ep: int, buffer: WritableBuffer): boolean;
}

// --- The chip --------------------------------------------------------------------------------

/** Memory by address; addresses must be multiples of the width. */
export interface Memory {
  [address: number]: int;
}
/** The chip's memory and registers by byte. */
export const mem8: Memory;
/** The chip's memory and registers by 16-bit word. */
export const mem16: Memory;
/** The chip's memory and registers by 32-bit word. */
export const mem32: Memory;

declare const irqState: unique symbol;
/** What `disable_irq` gives and `enable_irq` takes. */
export type IrqState = int & { readonly [irqState]: true };
/** Blocks interrupts on this core; give the result to `enable_irq`, within microseconds. */
export function disable_irq(): IrqState;
/** Allows interrupts as they were before `disable_irq`. */
export function enable_irq(state: IrqState): void;

/** Restarts the chip, as after power on. */
export function reset(): never;
/** Restarts the interpreter; what the peripherals do may go on. */
export function soft_reset(): never;
/** Why the board started: `PWRON_RESET` or `WDT_RESET`. */
export function reset_cause(): int;
/** Started by power or the reset pin. */
export const PWRON_RESET: 1;
/** Started by the watchdog, or by `reset`. */
export const WDT_RESET: 3;
/** Restarts as a USB drive that takes firmware files. */
export function bootloader(value?: unknown): never;
/** The clock of the cores in Hz, or sets it (default 125 000 000, RP2350 150 000 000). */
export function freq(): int;
/**
 * Sets the clock of the cores.
 *
 * @param hz Hz: what the chip is made for is 125 000 000 or 133 000 000 (RP2350 150 000 000).
 * @throws ValueError for what the PLL cannot make.
 * @range hz 10000000 500000000
 */
export function freq(hz: int): void;
/** Sleeps until the next interrupt. */
export function idle(): void;
/**
 * Stops the clocks for so many milliseconds or until a pin interrupt; then goes on.
 *
 * @range ms 0 1073741823
 */
export function lightsleep(ms?: int): void;
/**
 * Sleeps for so many milliseconds or until a pin interrupt; then restarts.
 *
 * @range ms 0 1073741823
 */
export function deepsleep(ms?: int): never;
/** The chip's number, 8 bytes. */
export function unique_id(): bytes;
/**
 * How long a pin stays at a level, in microseconds; -2 when the pulse did not begin in time, -1 when it did not end.
 *
 * @param timeout_us Microseconds to wait (default 1 000 000).
 */
export function time_pulse_us(pin: ChipPin, level: Level, timeout_us?: int): int;
/**
 * Sends bytes as pulses, as WS2812 LEDs want them. Interrupts wait meanwhile.
 *
 * @param encoding 0: high and low times.
 * @param timing Nanoseconds: high of a 0, low of a 0, high of a 1, low of a 1.
 */
export function bitstream(pin: ChipPin, encoding: 0, timing: readonly [int, int, int, int], data: ReadableBuffer): void;
/** Reads the 5 bytes of a DHT sensor; the module `dht` does it for you. OSError ETIMEDOUT. */
export function dht_readinto(pin: ChipPin, buffer: WritableBuffer): void;

/**
 * The Pyboard's hardware module. On an RP2 board a shim offers it over `machine`.
 *
 * A name with the tag `@pyboard` exists on a Pyboard only: using it for an RP2 board is an error of
 * the build, which shows the tag's text.
 */

import type { CheckedAdc, CheckedPin, ChipPin } from "machine";

export {};

// --- Time, power, interrupts -----------------------------------------------------------------

/** Waits so many milliseconds and blocks this core. */
export function delay(ms: int): void;
/** Waits so many microseconds and blocks this core. */
export function udelay(us: int): void;
/** Milliseconds since the start; wraps. */
export function millis(): int;
/** Microseconds since the start; wraps after 17.8 minutes. */
export function micros(): int;
/** Milliseconds since `start`, a value of `millis`. */
export function elapsed_millis(start: int): int;
/** Microseconds since `start`, a value of `micros`. */
export function elapsed_micros(start: int): int;
/** Restarts the chip. */
export function hard_reset(): never;
/** Restarts as a USB drive that takes firmware. */
export function bootloader(): never;
/** The clocks in Hz, or sets the first of them. An RP2 has one. */
export function freq(): readonly [sysclk: int, hclk: int, pclk1: int, pclk2: int];
export function freq(sysclk: int, hclk?: int, pclk1?: int, pclk2?: int): void;
/** Blocks interrupts; gives whether they were allowed. */
export function disable_irq(): boolean;
/** Allows interrupts, or leaves them blocked when `state` is false. */
export function enable_irq(state?: boolean): void;
/** Sleeps until the next interrupt. */
export function wfi(): void;
/**
 * Stops the clocks until an interrupt.
 *
 * @pyboard Use `machine.lightsleep`.
 */
export function stop(): void;
/**
 * Sleeps until a wake-up, then restarts.
 *
 * @pyboard Use `machine.deepsleep`.
 */
export function standby(): void;
/**
 * Prints clocks, memory and file system.
 *
 * @pyboard Use `micropython.mem_info`.
 */
export function info(dump_alloc_table?: bytes): void;
/**
 * Which file runs after boot.py.
 *
 * @pyboard An RP2 always runs main.py.
 */
export function main(filename: string): void;
/** What a block device must offer. */
export interface BlockDevice {
  /** Reads blocks into the buffer. */
  readblocks(block: int, buffer: WritableBuffer, offset?: int): unknown;
  /** Writes blocks from the buffer. */
  writeblocks(block: int, buffer: ReadableBuffer, offset?: int): unknown;
  /** Questions and commands: 4 asks for the number of blocks, 5 for their size. */
  ioctl(op: int, arg: int): int | null | undefined;
}
/**
 * Mounts a block device.
 *
 * @pyboard Use `os.mount`.
 */
export function mount(device: BlockDevice, mountpoint: string, options?: Keywords<{ readonly?: boolean; mkfs?: boolean }>): void;
/** Writes what is in memory to the file systems. */
export function sync(): void;
/** The chip's number: 12 bytes, on an RP2 8. */
export function unique_id(): bytes;
/** A random number of 30 bits. */
export function rng(): int;
/**
 * The country for radio rules, or sets it.
 *
 * @pyboard Use `network.country`.
 */
export function country(): string;
export function country(code: string): void;
/**
 * Sends a keyboard or mouse report: buttons, x, y and wheel.
 *
 * @pyboard Use `machine.USBDevice`.
 */
export function hid(data: readonly [int, int, int, int] | readonly int[]): void;
/**
 * What the USB port is: "VCP", "MSC", "VCP+MSC", "VCP+HID" and so on, or sets it.
 *
 * @pyboard Use `machine.USBDevice`.
 */
export function usb_mode(): string | null;
export function usb_mode(
  mode: string | null,
  options?: Keywords<{
    port?: int;
    vid?: int;
    pid?: int;
    msc?: readonly BlockDevice[];
    hid?: readonly [int, int, int, int, bytes];
    high_speed?: boolean;
  }>,
): void;
/**
 * The descriptor of a mouse, for `usb_mode`.
 *
 * @pyboard Use `machine.USBDevice`.
 */
export const hid_mouse: readonly [int, int, int, int, bytes];
/**
 * The descriptor of a keyboard, for `usb_mode`.
 *
 * @pyboard Use `machine.USBDevice`.
 */
export const hid_keyboard: readonly [int, int, int, int, bytes];
/**
 * True when a USB console is attached.
 *
 * @pyboard An RP2 cannot tell.
 */
export function have_cdc(): boolean;
/**
 * The UART that carries the console too, or sets it.
 *
 * @pyboard Use `os.dupterm`.
 */
export function repl_uart(): UART | null;
export function repl_uart(uart: UART | null): void;
/**
 * Whether the console shows how long each line took.
 *
 * @pyboard An RP2 has nothing like it.
 */
export function repl_info(value: boolean): void;
/**
 * Whether a hard fault stops instead of restarting.
 *
 * @pyboard An RP2 has nothing like it.
 */
export function fault_debug(value?: boolean): void;
/**
 * Sets the angle of a servo.
 *
 * @pyboard Use the class `Servo`.
 */
export function servo(id: int, angle: int): void;
/**
 * Sets a PWM output.
 *
 * @pyboard Use `machine.PWM`.
 */
export function pwm(id: int, value: int): void;

// --- Pins ------------------------------------------------------------------------------------

declare const pinMode: unique symbol;
declare const pinPull: unique symbol;
/** Which way a pin works. */
export type PinMode = int & { readonly [pinMode]: true };
/** The resistor of an input. */
export type PinPull = int & { readonly [pinPull]: true };
/** A pin by name ("X1", "GP15"), by number (RP2 only), or as a Pin. */
export type PinId = string | int | Pin;
/** `Id` itself, or what is wrong with it. */
type Checked<Id> = Id extends Pin ? Id : CheckedPin<Id>;
type CheckedInput<Id> = Id extends Pin ? Id : CheckedAdc<Id>;

/**
 * What a pin can be connected to, from `Pin.af_list`.
 *
 * @pyboard An RP2 pin has one function per peripheral: see `machine.Pin`.
 */
export interface PinAF {
  /** The number of the function. */
  index(): int;
  /** The name of the function. */
  name(): string;
  /** The address of its registers. */
  reg(): int;
}

/** A pin. Call it, `pin()` and `pin(1)`, as short for `value`. */
export class Pin<const Id extends PinId | ChipPin = any> {
  /**
   * @param options `mode`, `pull`, first `value`, and `alt` for alternate functions.
   * @throws ValueError for a pin that does not exist.
   */
  constructor(id: Checked<Id>, options: Keywords<{ mode?: PinMode; pull?: PinPull; value?: 0 | 1 | boolean; alt?: string | int }>);
  constructor(id: Checked<Id>, mode?: PinMode, pull?: PinPull, options?: Keywords<{ value?: 0 | 1 | boolean; alt?: string | int }>);
  /** Sets the pin up anew. */
  init(options: Keywords<{ mode?: PinMode; pull?: PinPull; value?: 0 | 1 | boolean; alt?: string | int }>): void;
  init(mode?: PinMode, pull?: PinPull, options?: Keywords<{ value?: 0 | 1 | boolean; alt?: string | int }>): void;
  /** The level, or sets it. */
  value(): 0 | 1;
  value(level: 0 | 1 | boolean): void;
  /** Drives the pin high. */
  high(): void;
  /** Drives the pin low. */
  low(): void;
  /** Drives the pin high. */
  on(): void;
  /** Drives the pin low. */
  off(): void;
  /** Calls the handler on edges, as a soft interrupt unless `hard` is true. */
  irq(options: Keywords<{ handler: HardIsr<(pin: Pin) => void>; trigger?: int; hard: true }>): void;
  irq(options?: Keywords<{ handler?: SoftIsr<(pin: Pin) => void> | null; trigger?: int; hard?: false }>): void;
  /**
   * The mode it was set to.
   *
   * @pyboard A pin of an RP2 does not tell.
   */
  mode(): int;
  /**
   * The resistor it was set to.
   *
   * @pyboard A pin of an RP2 does not tell.
   */
  pull(): int;
  /**
   * Its name.
   *
   * @pyboard A pin of an RP2 has a number; `str(pin)` shows it.
   */
  name(): string;
  /**
   * All its names.
   *
   * @pyboard A pin of an RP2 has a number; `str(pin)` shows it.
   */
  names(): string[];
  /**
   * Its number. On a Pyboard, within its port.
   *
   * @pyboard A pin of an RP2 does not tell; `str(pin)` shows it.
   */
  pin(): int;
  /**
   * The number of its port: A is 0.
   *
   * @pyboard An RP2 has one port.
   */
  port(): int;
  /**
   * The address of its port's registers.
   *
   * @pyboard Use `machine.mem32` with the addresses of the RP2.
   */
  gpio(): int;
  /**
   * The alternate function it is set to.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  af(): int;
  /**
   * Its alternate functions.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  af_list(): PinAF[];
  /**
   * Whether the search for pins is printed.
   *
   * @pyboard An RP2 has nothing like it.
   */
  static debug(): boolean;
  static debug(state: boolean): void;
  /**
   * Names of your own for pins.
   *
   * @pyboard Keep a Map of pins.
   */
  static dict(): Record<string, Pin> | null;
  static dict(names: Record<string, Pin> | null): void;
  /**
   * A function that finds pins by name.
   *
   * @pyboard Keep a function of your own.
   */
  static mapper(): ((name: string) => Pin) | null;
  static mapper(find: ((name: string) => Pin) | null): void;
  /**
   * Pins by the names printed on a Pyboard: X1 to X22, Y1 to Y12, LEDs, switch, SD card.
   *
   * @pyboard Use `machine.Pin.board`.
   */
  static readonly board: Readonly<
    Record<
      | `X${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 17 | 18 | 19 | 20 | 21 | 22}`
      | `Y${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`
      | `LED_${"BLUE" | "GREEN" | "RED" | "YELLOW"}`
      | `MMA_${"AVDD" | "INT"}`
      | `SD${"" | "_CK" | "_CMD" | "_D0" | "_D1" | "_D2" | "_D3" | "_SW"}`
      | "SW"
      | `USB_${"DM" | "DP" | "ID" | "VBUS"}`,
      Pin
    >
  >;
  /**
   * Pins by their names on the chip: A0 to D2.
   *
   * @pyboard Use `machine.Pin.cpu`.
   */
  static readonly cpu: Readonly<
    Record<
      | `${"A" | "B" | "C"}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`
      | `${"A" | "B"}${14 | 15}`
      | "D2",
      Pin
    >
  >;
  /** An input. */
  static readonly IN: PinMode;
  /** An output. */
  static readonly OUT: PinMode;
  /** An output that pulls low or lets go. */
  static readonly OPEN_DRAIN: PinMode;
  /** An output: old name of `OUT`. */
  static readonly OUT_PP: PinMode;
  /** Old name of `OPEN_DRAIN`. */
  static readonly OUT_OD: PinMode;
  /**
   * An alternate function.
   *
   * @pyboard Use `machine.Pin.ALT`.
   */
  static readonly ALT: PinMode;
  /**
   * An alternate function, open drain.
   *
   * @pyboard Use `machine.Pin.ALT`.
   */
  static readonly ALT_OPEN_DRAIN: PinMode;
  /**
   * An alternate function: old name of `ALT`.
   *
   * @pyboard Use `machine.Pin.ALT`.
   */
  static readonly AF_PP: PinMode;
  /**
   * Old name of `ALT_OPEN_DRAIN`.
   *
   * @pyboard Use `machine.Pin.ALT`.
   */
  static readonly AF_OD: PinMode;
  /**
   * An analog input.
   *
   * @pyboard Use `machine.ADC`.
   */
  static readonly ANALOG: PinMode;
  /** No resistor. */
  static readonly PULL_NONE: PinPull;
  /** A resistor to 3.3 V. */
  static readonly PULL_UP: PinPull;
  /** A resistor to ground. */
  static readonly PULL_DOWN: PinPull;
  /** Interrupt on a rising edge. */
  static readonly IRQ_RISING: int;
  /** Interrupt on a falling edge. */
  static readonly IRQ_FALLING: int;
  /**
   * Alternate function: TIM1.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF1_TIM1: int;
  /**
   * Alternate function: TIM2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF1_TIM2: int;
  /**
   * Alternate function: TIM3.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF2_TIM3: int;
  /**
   * Alternate function: TIM4.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF2_TIM4: int;
  /**
   * Alternate function: TIM5.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF2_TIM5: int;
  /**
   * Alternate function: TIM10.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF3_TIM10: int;
  /**
   * Alternate function: TIM11.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF3_TIM11: int;
  /**
   * Alternate function: TIM8.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF3_TIM8: int;
  /**
   * Alternate function: TIM9.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF3_TIM9: int;
  /**
   * Alternate function: I2C1.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF4_I2C1: int;
  /**
   * Alternate function: I2C2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF4_I2C2: int;
  /**
   * Alternate function: I2S2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF5_I2S2: int;
  /**
   * Alternate function: SPI1.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF5_SPI1: int;
  /**
   * Alternate function: SPI2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF5_SPI2: int;
  /**
   * Alternate function: I2S2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF6_I2S2: int;
  /**
   * Alternate function: USART1.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF7_USART1: int;
  /**
   * Alternate function: USART2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF7_USART2: int;
  /**
   * Alternate function: USART3.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF7_USART3: int;
  /**
   * Alternate function: UART4.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF8_UART4: int;
  /**
   * Alternate function: USART6.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF8_USART6: int;
  /**
   * Alternate function: CAN1.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF9_CAN1: int;
  /**
   * Alternate function: CAN2.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF9_CAN2: int;
  /**
   * Alternate function: TIM12.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF9_TIM12: int;
  /**
   * Alternate function: TIM13.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF9_TIM13: int;
  /**
   * Alternate function: TIM14.
   *
   * @pyboard Use `machine.Pin` with `alt`.
   */
  static readonly AF9_TIM14: int;
}
export interface Pin<Id> {
  (): 0 | 1;
  (level: 0 | 1 | boolean): void;
}

/** An interrupt of a pin. */
export class ExtInt<const Id extends PinId | ChipPin = any> {
  /**
   * @param mode `IRQ_RISING`, `IRQ_FALLING` or `IRQ_RISING_FALLING`.
   * @param callback Gets the number of the line. A hard interrupt.
   */
  constructor(pin: Checked<Id>, mode: int, pull: PinPull, callback: HardIsr<(line: int) => void> | null);
  /** Ends the calls. */
  disable(): void;
  /** Begins the calls again. */
  enable(): void;
  /** The number of the line; on an RP2, of the pin. */
  line(): int;
  /** Calls the callback as if the edge had come. */
  swint(): void;
  /**
   * Prints the registers.
   *
   * @pyboard Use `machine.mem32` with the addresses of the RP2.
   */
  static regs(): void;
  /** A rising edge. */
  static readonly IRQ_RISING: int;
  /** A falling edge. */
  static readonly IRQ_FALLING: int;
  /** Both edges. */
  static readonly IRQ_RISING_FALLING: int;
  /**
   * A rising edge, without an interrupt.
   *
   * @pyboard An RP2 has no events.
   */
  static readonly EVT_RISING: int;
  /**
   * A falling edge, without an interrupt.
   *
   * @pyboard An RP2 has no events.
   */
  static readonly EVT_FALLING: int;
  /**
   * Both edges, without an interrupt.
   *
   * @pyboard An RP2 has no events.
   */
  static readonly EVT_RISING_FALLING: int;
}

/** A LED of the board, 1 to 4; an RP2 board has one. */
export class LED {
  constructor(id: 1 | 2 | 3 | 4);
  /** Turns it on. */
  on(): void;
  /** Turns it off. */
  off(): void;
  /** Turns it over. */
  toggle(): void;
  /**
   * How bright it is, 0 to 255, or sets it. On a Pico W only 0 and 255 differ.
   *
   * @range value 0 255
   */
  intensity(): int;
  intensity(value: u8): void;
}

/** The user switch. An RP2 board has none: name the pin it is on, or NotImplementedError is raised. */
export class Switch<const Id extends PinId | ChipPin = any> {
  constructor(pin?: Checked<Id>);
  /** True while it is pressed. */
  value(): boolean;
  /** Called when it is pressed: a hard interrupt. null ends it. */
  callback(fun: HardIsr<() => void> | null): void;
}
export interface Switch<Id> {
  (): boolean;
}

// --- Timers ----------------------------------------------------------------------------------

interface PybTimerBase {
  /** `Timer.UP`, `Timer.DOWN` or `Timer.CENTER`. */
  mode?: int;
  /** Divides the clock of the digital filters: 1, 2 or 4. */
  div?: 1 | 2 | 4;
  /** Called at each overflow: a hard interrupt. */
  callback?: HardIsr<(timer: Timer) => void> | null;
  /** Dead time of complementary channels, in ticks. */
  deadtime?: int;
}
interface PybTimerFrequency extends PybTimerBase {
  /** Overflows per second. */
  freq: number;
  prescaler?: never;
  period?: never;
}
interface PybTimerPeriod extends PybTimerBase {
  /** The clock is divided by this, plus 1. */
  prescaler: int;
  /** The counter overflows after this, plus 1. */
  period: int;
  freq?: never;
}
type PybTimerOptions = Keywords<PybTimerFrequency> | Keywords<PybTimerPeriod>;
/** A timer. On an RP2 every number gets a timer of `machine`. */
export class Timer {
  /**
   * @param id 1 to 14, but for 3 and 7.
   * @param options `freq` in Hz, or `prescaler` with `period`.
   * @example
   * const timer = new Timer(4, { freq: 1, callback: () => event.set() });
   */
  constructor(id: int, options?: PybTimerOptions);
  /** Starts it anew. */
  init(options: PybTimerOptions): void;
  /** Stops it. */
  deinit(): void;
  /** What is called at each overflow: a hard interrupt. null ends it. */
  callback(fun: HardIsr<(timer: Timer) => void> | null): void;
  /** Overflows per second, or sets it. */
  freq(): number;
  freq(hz: number): void;
  /** What the clock is divided by, less 1, or sets it. */
  prescaler(): int;
  prescaler(value: int): void;
  /** When the counter overflows, less 1, or sets it. */
  period(): int;
  period(value: int): void;
  /**
   * Where the counter stands, or sets it.
   *
   * @pyboard An alarm of an RP2 has no counter; use `time.ticks_us`.
   */
  counter(): int;
  counter(value: int): void;
  /** The clock that is divided, in Hz. */
  source_freq(): int;
  /**
   * A channel of the timer, or what it was set up to.
   *
   * On an RP2: `PWM` with a pin and a pulse width only.
   */
  channel(channel: 1 | 2 | 3 | 4): TimerChannel | null;
  channel(
    channel: 1 | 2 | 3 | 4,
    mode: int,
    options?: Keywords<{
      callback?: HardIsr<(timer: Timer) => void> | null;
      pin?: Pin | null;
      pulse_width?: int;
      pulse_width_percent?: number;
      compare?: int;
      polarity?: int;
    }>,
  ): TimerChannel;
  /** Counts up. */
  static readonly UP: int;
  /**
   * Counts down.
   *
   * @pyboard An RP2 timer has no direction.
   */
  static readonly DOWN: int;
  /**
   * Counts up and down.
   *
   * @pyboard An RP2 timer has no direction.
   */
  static readonly CENTER: int;
  /**
   * Captures a rising edge.
   *
   * @pyboard Use `machine.Pin.irq`.
   */
  static readonly RISING: int;
  /**
   * Captures a falling edge.
   *
   * @pyboard Use `machine.Pin.irq`.
   */
  static readonly FALLING: int;
  /**
   * Captures both edges.
   *
   * @pyboard Use `machine.Pin.irq`.
   */
  static readonly BOTH: int;
  /** Pulses: high first. */
  static readonly PWM: int;
  /** Pulses: low first. */
  static readonly PWM_INVERTED: int;
  /**
   * Compares without an output.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly OC_TIMING: int;
  /**
   * Compares: the output goes active.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly OC_ACTIVE: int;
  /**
   * Compares: the output goes inactive.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly OC_INACTIVE: int;
  /**
   * Compares: the output turns over.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly OC_TOGGLE: int;
  /**
   * The output is active.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly OC_FORCED_ACTIVE: int;
  /**
   * The output is inactive.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly OC_FORCED_INACTIVE: int;
  /**
   * Captures.
   *
   * @pyboard Use `machine.time_pulse_us`.
   */
  static readonly IC: int;
  /**
   * Counts an encoder, edges of channel 1.
   *
   * @pyboard Use `primitives.Encoder`.
   */
  static readonly ENC_A: int;
  /**
   * Counts an encoder, edges of channel 2.
   *
   * @pyboard Use `primitives.Encoder`.
   */
  static readonly ENC_B: int;
  /**
   * Counts an encoder, all edges.
   *
   * @pyboard Use `primitives.Encoder`.
   */
  static readonly ENC_AB: int;
  /**
   * Active is high.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly HIGH: int;
  /**
   * Active is low.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly LOW: int;
  /**
   * No break input.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly BRK_OFF: int;
  /**
   * Breaks at a low level.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly BRK_LOW: int;
  /**
   * Breaks at a high level.
   *
   * @pyboard Use `machine.PWM`.
   */
  static readonly BRK_HIGH: int;
}
/** A channel of a timer. */
export interface TimerChannel {
  /**
   * The captured value, or sets it.
   *
   * @pyboard Use `machine.time_pulse_us`.
   */
  capture(): int;
  capture(value: int): void;
  /**
   * The value that is compared, or sets it.
   *
   * @pyboard Use `machine.PWM`.
   */
  compare(): int;
  compare(value: int): void;
  /** How long the level is high, in ticks, or sets it. */
  pulse_width(): int;
  pulse_width(value: int): void;
  /** How long the level is high, in percent, or sets it. */
  pulse_width_percent(): number;
  pulse_width_percent(value: number): void;
}
/**
 * The class of `Timer.channel`.
 *
 * @pyboard An RP2 hides it; `TimerChannel` is its type.
 */
export const timerchannel: { readonly prototype: TimerChannel };

/** A servo: 1 to 4 are the pins X1 to X4; on an RP2 the number is that of the pin. */
export class Servo {
  constructor(id: int);
  /** The angle in degrees, or turns to it, in `time` milliseconds. */
  angle(): int;
  angle(angle: number, time?: int): void;
  /** The speed of a continuous servo, -100 to 100, or sets it. */
  speed(): int;
  speed(speed: number, time?: int): void;
  /** The width of the pulses in microseconds, or sets it. */
  pulse_width(): int;
  pulse_width(us: int): void;
  /** The pulse widths of its limits, or sets them. */
  calibration(): readonly [pulse_min: int, pulse_max: int, pulse_centre: int, pulse_angle_90: int, pulse_speed_100: int];
  calibration(pulse_min: int, pulse_max: int, pulse_centre: int): void;
  calibration(pulse_min: int, pulse_max: int, pulse_centre: int, pulse_angle_90: int, pulse_speed_100: int): void;
}

// --- Analog ----------------------------------------------------------------------------------

/** An analog input of 12 bits. */
export class ADC<const Id extends PinId | ChipPin = any> {
  constructor(pin: CheckedInput<Id>);
  /** The voltage: 0 to 4095. */
  read(): int;
  /** Fills a buffer at the speed of a timer, or so many times per second. Blocks. */
  read_timed(buffer: WritableBuffer, timer: Timer | int): int;
  /**
   * As `read_timed`, of several inputs; false when it came late.
   *
   * @pyboard Use `read_timed` of one input, or `rp2.DMA`.
   */
  static read_timed_multi(adcs: readonly ADC[], buffers: readonly WritableBuffer[], timer: Timer): boolean;
}
/**
 * All analog inputs at once.
 *
 * @pyboard Use `machine.ADC` for each input; `machine.ADC.CORE_TEMP` is the temperature.
 */
export class ADCAll {
  constructor(resolution: int, mask?: int);
  /** The voltage of a channel. */
  read_channel(channel: int): int;
  /** The temperature of the chip in degrees Celsius. */
  read_core_temp(): number;
  /** The voltage of the clock's battery. */
  read_core_vbat(): number;
  /** The reference voltage. */
  read_core_vref(): number;
  /** The supply voltage. */
  read_vref(): number;
}
/**
 * An analog output.
 *
 * @pyboard Use `machine.PWM` with a filter.
 */
export class DAC {
  constructor(port: 1 | 2 | Pin, options: Keywords<{ bits?: 8 | 12; buffering?: boolean | null }>);
  constructor(port: 1 | 2 | Pin, bits?: 8 | 12, options?: Keywords<{ buffering?: boolean | null }>);
  /** Sets it up anew. */
  init(bits?: 8 | 12, options?: Keywords<{ buffering?: boolean | null }>): void;
  /** Ends it. */
  deinit(): void;
  /** Noise, so many values per second. */
  noise(freq: int): void;
  /** A triangle, so many values per second. */
  triangle(freq: int): void;
  /** Sets the voltage. */
  write(value: int): void;
  /** Puts out a buffer, so many values per second. */
  write_timed(data: ReadableBuffer, freq: int | Timer, options?: Keywords<{ mode?: int }>): void;
  /** Once. */
  static readonly NORMAL: int;
  /** Over and over. */
  static readonly CIRCULAR: int;
}

// --- Buses -----------------------------------------------------------------------------------

interface PybI2cSettings {
  /** The address of this side, as a peripheral. */
  addr?: int;
  /** Bits per second. */
  baudrate?: int;
  /** Whether general calls are answered. */
  gencall?: boolean;
  /** Whether DMA is used. */
  dma?: boolean;
  /** The timing register of some chips. */
  timingr?: int | null;
}
/** An I2C bus. */
export class I2C {
  /** @param bus 1 or 2, "X" or "Y"; on an RP2 0 or 1. */
  constructor(bus: int | string, options: Keywords<PybI2cSettings & { mode?: int }>);
  constructor(bus: int | string, mode?: int, options?: Keywords<PybI2cSettings>);
  /** Sets it up anew. */
  init(options: Keywords<PybI2cSettings & { mode?: int }>): void;
  init(mode?: int, options?: Keywords<PybI2cSettings>): void;
  /** Ends it. */
  deinit(): void;
  /** True when a device answers. */
  is_ready(addr: int): boolean;
  /** The addresses that answer. */
  scan(): int[];
  /** Reads so many bytes, or fills a buffer. OSError when the device does not answer. */
  recv(count: int, options?: Keywords<{ addr?: int; timeout?: int }>): bytes;
  recv(count: int, addr: int, options?: Keywords<{ timeout?: int }>): bytes;
  recv<B extends WritableBuffer>(buffer: B, options?: Keywords<{ addr?: int; timeout?: int }>): B;
  recv<B extends WritableBuffer>(buffer: B, addr: int, options?: Keywords<{ timeout?: int }>): B;
  /** Writes a byte or bytes. */
  send(data: int | ReadableBuffer, options?: Keywords<{ addr?: int; timeout?: int }>): void;
  send(data: int | ReadableBuffer, addr: int, options?: Keywords<{ timeout?: int }>): void;
  /** Reads from a register of a device. */
  mem_read(count: int, addr: int, memaddr: int, options?: Keywords<{ timeout?: int; addr_size?: 8 | 16 }>): bytes;
  mem_read<B extends WritableBuffer>(buffer: B, addr: int, memaddr: int, options?: Keywords<{ timeout?: int; addr_size?: 8 | 16 }>): B;
  /** Writes to a register of a device. */
  mem_write(data: int | ReadableBuffer, addr: int, memaddr: int, options?: Keywords<{ timeout?: int; addr_size?: 8 | 16 }>): void;
  /** This side gives the clock. */
  static readonly CONTROLLER: int;
  /** Old name of `CONTROLLER`. */
  static readonly MASTER: int;
  /**
   * The other side gives the clock.
   *
   * @pyboard Use `machine.I2CTarget`.
   */
  static readonly PERIPHERAL: int;
  /**
   * Old name of `PERIPHERAL`.
   *
   * @pyboard Use `machine.I2CTarget`.
   */
  static readonly SLAVE: int;
}

interface PybSpiSettings {
  /** The level of the clock at rest (default 1). */
  polarity?: 0 | 1;
  /** Whether data is taken at the first (0) or the second (1) edge. */
  phase?: 0 | 1;
  dir?: int;
  /** Bits per word. */
  bits?: 8 | 16;
  nss?: int;
  /** `SPI.MSB` or `SPI.LSB`. */
  firstbit?: int;
  /** The frame format of TI. */
  ti?: boolean;
  /** A polynomial for checksums. */
  crc?: int | null;
}
/** An SPI bus. */
export class SPI {
  /** @param bus 1 or 2, "X" or "Y"; on an RP2 0 or 1. */
  constructor(bus: int | string);
  constructor(bus: int | string, mode: int, baudrate: int, options?: Keywords<PybSpiSettings>);
  constructor(bus: int | string, mode: int, options?: Keywords<PybSpiSettings & { baudrate?: int; prescaler?: int }>);
  /** Sets it up anew. */
  init(mode: int, baudrate: int, options?: Keywords<PybSpiSettings>): void;
  init(mode: int, options?: Keywords<PybSpiSettings & { baudrate?: int; prescaler?: int }>): void;
  /** Ends it. */
  deinit(): void;
  /** Reads so many bytes, or fills a buffer. */
  recv(count: int, options?: Keywords<{ timeout?: int }>): bytes;
  recv<B extends WritableBuffer>(buffer: B, options?: Keywords<{ timeout?: int }>): B;
  /** Writes a byte or bytes. */
  send(data: int | ReadableBuffer, options?: Keywords<{ timeout?: int }>): void;
  /** Writes and reads at once. */
  send_recv(send: int | ReadableBuffer, recv?: null, options?: Keywords<{ timeout?: int }>): bytes;
  send_recv<B extends WritableBuffer>(send: int | ReadableBuffer, recv: B, options?: Keywords<{ timeout?: int }>): B;
  /** As in `machine.SPI`. */
  read(nbytes: int, write?: int): bytes;
  /** As in `machine.SPI`. */
  readinto(buffer: WritableBuffer, write?: int): void;
  /** As in `machine.SPI`. */
  write(data: ReadableBuffer): void;
  /** As in `machine.SPI`. */
  write_readinto(write: ReadableBuffer, read: WritableBuffer): void;
  /** This side gives the clock. */
  static readonly CONTROLLER: int;
  /** Old name of `CONTROLLER`. */
  static readonly MASTER: int;
  /**
   * The other side gives the clock.
   *
   * @pyboard Write a PIO program with the module `rp2`.
   */
  static readonly PERIPHERAL: int;
  /**
   * Old name of `PERIPHERAL`.
   *
   * @pyboard Write a PIO program with the module `rp2`.
   */
  static readonly SLAVE: int;
  /** The highest bit first. */
  static readonly MSB: int;
  /** The lowest bit first. */
  static readonly LSB: int;
}

interface PybUartSettings {
  bits?: 7 | 8 | 9;
  /** 0 is even, 1 is odd, null none. */
  parity?: 0 | 1 | null;
  stop?: 1 | 2;
  /** Milliseconds to wait for the first byte. */
  timeout?: int;
  /** `UART.RTS`, `UART.CTS` or both. */
  flow?: int;
  /** Milliseconds to wait between bytes. */
  timeout_char?: int;
  /** Bytes of the receive buffer. */
  read_buf_len?: int;
}
/** A serial port. */
export class UART {
  /** @param bus 1 to 6, "XA", "YB" and so on; on an RP2 0 or 1. */
  constructor(bus: int | string);
  constructor(bus: int | string, baudrate: int, options: Keywords<PybUartSettings>);
  constructor(bus: int | string, baudrate: int, bits?: 7 | 8 | 9, parity?: 0 | 1 | null, stop?: 1 | 2, options?: Keywords<Omit<PybUartSettings, "bits" | "parity" | "stop">>);
  /** Sets it up anew. */
  init(baudrate: int, options: Keywords<PybUartSettings>): void;
  init(baudrate: int, bits?: 7 | 8 | 9, parity?: 0 | 1 | null, stop?: 1 | 2, options?: Keywords<Omit<PybUartSettings, "bits" | "parity" | "stop">>): void;
  /** Ends it. */
  deinit(): void;
  /** How many bytes can be read without waiting. */
  any(): int;
  /** Up to `nbytes` bytes, or all that are there; null when none came in time. */
  read(nbytes?: int): bytes | null;
  /** One byte; -1 when none came in time. */
  readchar(): int;
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer, nbytes?: int): int | null;
  /** A line with its line end, or null. */
  readline(): bytes | null;
  /** Sends bytes; gives how many were taken, or null. */
  write(data: ReadableBuffer | string): int | null;
  /** Sends one byte. */
  writechar(char: int): void;
  /** Holds the line low for longer than a byte. */
  sendbreak(): void;
  /** Waits until everything is sent. */
  flush(): void;
  /** True when everything is sent. */
  txdone(): boolean;
  /** Calls the handler on events. */
  irq(handler: HardIsr<(uart: UART) => void>, trigger: int, hard: true): unknown;
  irq(handler: SoftIsr<(uart: UART) => void> | null, trigger?: int, hard?: false): unknown;
  /** Flow control: this side may be sent to. */
  static readonly RTS: int;
  /** Flow control: the other side may be sent to. */
  static readonly CTS: int;
  /**
   * A byte came.
   *
   * @pyboard Use `UART.IRQ_RXIDLE`.
   */
  static readonly IRQ_RX: int;
  /** After bytes came, the line has gone quiet. */
  static readonly IRQ_RXIDLE: int;
}

/**
 * A CAN bus.
 *
 * @pyboard An RP2 has no CAN controller; attach an MCP2515 to `machine.SPI`.
 */
export class CAN {
  constructor(bus: int | string, mode: int, options?: Keywords<CanSettings>);
  constructor(bus: int | string);
  /** Sets it up anew. */
  init(mode: int, options?: Keywords<CanSettings>): void;
  /** Ends it. */
  deinit(): void;
  /** Takes it back on the bus after errors. */
  restart(): void;
  /** How it stands: `STOPPED`, `ERROR_ACTIVE` and so on. */
  state(): int;
  /** Counters of errors and messages. */
  info(list?: int[]): int[];
  /** True when a message waits. */
  any(fifo: 0 | 1): boolean;
  /** The next message: id, extended, remote, filter, data. */
  recv(fifo: 0 | 1, options?: Keywords<{ timeout?: int }>): [id: int, extended: boolean, rtr: boolean, fmi: int, data: bytes];
  recv<L extends unknown[]>(fifo: 0 | 1, list: L | null, options?: Keywords<{ timeout?: int }>): L;
  /** Sends a message. */
  send(data: int | ReadableBuffer, id: int, options?: Keywords<{ timeout?: int; rtr?: boolean; extframe?: boolean; fdf?: boolean; brs?: boolean }>): void;
  /** Sets which messages are taken. */
  setfilter(bank: int, mode: int, fifo: 0 | 1, params: readonly int[], options?: Keywords<{ rtr?: readonly boolean[]; extframe?: boolean }>): void;
  /** Takes a filter away. */
  clearfilter(bank: int, options?: Keywords<{ extframe?: boolean }>): void;
  /** Called when a message comes, with why: a hard interrupt. */
  rxcallback(fifo: 0 | 1, fun: HardIsr<(bus: CAN, reason: int) => void> | null): void;
  /** Sends and receives. */
  static readonly NORMAL: int;
  /** Hears itself too. */
  static readonly LOOPBACK: int;
  /** Only listens. */
  static readonly SILENT: int;
  /** Hears only itself. */
  static readonly SILENT_LOOPBACK: int;
  /** State: not started. */
  static readonly STOPPED: int;
  /** State: few errors. */
  static readonly ERROR_ACTIVE: int;
  /** State: 96 errors or more. */
  static readonly ERROR_WARNING: int;
  /** State: 128 errors or more. */
  static readonly ERROR_PASSIVE: int;
  /** State: off the bus. */
  static readonly BUS_OFF: int;
  /** Filter: four 16-bit ids. */
  static readonly LIST16: int;
  /** Filter: two 16-bit ids with masks. */
  static readonly MASK16: int;
  /** Filter: two 32-bit ids. */
  static readonly LIST32: int;
  /** Filter: one 32-bit id with a mask. */
  static readonly MASK32: int;
  /** Filter: two ids. */
  static readonly DUAL: int;
  /** Filter: an id with a mask. */
  static readonly MASK: int;
  /** Filter: from one id to another. */
  static readonly RANGE: int;
}
interface CanSettings {
  extframe?: boolean;
  prescaler?: int;
  sjw?: int;
  bs1?: int;
  bs2?: int;
  auto_restart?: boolean;
  baudrate?: int;
  sample_point?: int;
  num_filter_banks?: int;
  brs_prescaler?: int;
  brs_sjw?: int;
  brs_bs1?: int;
  brs_bs2?: int;
  brs_baudrate?: int;
  brs_sample_point?: int;
}

// --- The clock, memory, and what only a Pyboard has ------------------------------------------

/** The clock of the board. */
export class RTC {
  constructor();
  /** Date and time, or sets it. The weekday counts from 1, Monday. */
  datetime(): readonly [year: int, month: int, day: int, weekday: int, hours: int, minutes: int, seconds: int, subseconds: int];
  datetime(time: readonly [year: int, month: int, day: int, weekday: int, hours: int, minutes: int, seconds: int, subseconds: int]): void;
  /** Resets the clock; on an RP2 it does nothing. */
  init(): void;
  /**
   * How the clock started.
   *
   * @pyboard Use `machine.reset_cause`.
   */
  info(): int;
  /**
   * A correction of the clock, or sets it.
   *
   * @pyboard An RP2's clock has none.
   */
  calibration(): int;
  calibration(cal: int): void;
  /**
   * Wakes the board, and calls the callback, every `timeout` milliseconds.
   *
   * @pyboard Use `machine.Timer` or `machine.lightsleep`.
   */
  wakeup(timeout: int | null, callback?: HardIsr<(rtc: int) => void> | null): void;
  wakeup(wucksel: int, wut: int, callback?: HardIsr<(rtc: int) => void> | null): void;
}

/**
 * The flash memory as a block device.
 *
 * @pyboard Use `rp2.Flash`.
 */
export class Flash implements BlockDevice {
  constructor(options?: Keywords<{ start?: int; len?: int }>);
  readblocks(block: int, buffer: WritableBuffer, offset?: int): int;
  writeblocks(block: int, buffer: ReadableBuffer, offset?: int): int;
  ioctl(op: int, arg: int): int | null;
}
/**
 * The SD card as a block device.
 *
 * @pyboard Put sdcard.py of micropython-lib on `machine.SPI`.
 */
export class SDCard implements BlockDevice {
  constructor();
  /** True when a card is in the slot. */
  present(): boolean;
  /** Turns the card on or off; true when it worked. */
  power(on: boolean): boolean;
  /** Bytes, size of a block, kind of card. */
  info(): readonly [bytes: int, block: int, kind: int] | null;
  /** A block. */
  read(block: int): bytes;
  /** Writes a block. */
  write(block: int, data: ReadableBuffer): void;
  readblocks(block: int, buffer: WritableBuffer, offset?: int): boolean;
  writeblocks(block: int, buffer: ReadableBuffer, offset?: int): boolean;
  ioctl(op: int, arg: int): int | null;
}
/**
 * The SD card.
 *
 * @pyboard Put sdcard.py of micropython-lib on `machine.SPI`.
 */
export const SD: SDCard;
/**
 * The accelerometer.
 *
 * @pyboard Attach one to `machine.I2C`.
 */
export class Accel {
  constructor();
  /** Acceleration along x, -32 to 31: 21 is 1 g. */
  x(): int;
  /** Acceleration along y. */
  y(): int;
  /** Acceleration along z. */
  z(): int;
  /** How the board lies. */
  tilt(): int;
  /** The sum of the last four values of each. */
  filtered_xyz(): readonly [x: int, y: int, z: int];
  /** A register. */
  read(register: int): int;
  /** Sets a register. */
  write(register: int, value: int): void;
}
/**
 * The display of the LCD skin.
 *
 * @pyboard Attach a display to `machine.SPI` and draw with `framebuf`.
 */
export class LCD {
  constructor(skin_position: "X" | "Y" | "x" | "y");
  /** Sends an instruction (0) or data (1). */
  command(inst_data: 0 | 1, data: ReadableBuffer | int): void;
  /** Sets the contrast, 0 to 47. */
  contrast(value: int): void;
  /** Fills the picture with 0 or 1. */
  fill(colour: 0 | 1): void;
  /** A pixel of what is shown. */
  get(x: int, y: int): 0 | 1;
  /** Turns the light on or off. */
  light(value: boolean | 0 | 1): void;
  /** Sets a pixel of the picture. */
  pixel(x: int, y: int, colour: 0 | 1): void;
  /** Shows the picture. */
  show(): void;
  /** Draws text into the picture. */
  text(text: string, x: int, y: int, colour: 0 | 1): void;
  /** Shows text, as a terminal does. */
  write(text: string): void;
}
/**
 * A USB keyboard or mouse.
 *
 * @pyboard Use `machine.USBDevice`.
 */
export class USB_HID {
  constructor();
  /** Receives so many bytes, or fills a buffer. */
  recv(count: int, options?: Keywords<{ timeout?: int }>): bytes;
  recv(buffer: WritableBuffer, options?: Keywords<{ timeout?: int }>): int;
  /** Sends a report. */
  send(data: readonly int[] | ReadableBuffer): int;
}
/**
 * The USB console as a stream.
 *
 * @pyboard Use `sys.stdin` and `sys.stdout`.
 */
export class USB_VCP {
  constructor(id?: int);
  /** Sets flow control. */
  init(options: Keywords<{ flow?: int }>): void;
  /** True when bytes wait. */
  any(): boolean;
  /** Does nothing. */
  close(): void;
  /** True when a computer listens. */
  isconnected(): boolean;
  /** Which character interrupts the program; -1 is none. */
  setinterrupt(char: int): void;
  /** Calls the handler when bytes come. */
  irq(handler?: SoftIsr<(vcp: USB_VCP) => void> | null, trigger?: int, hard?: boolean): void;
  /** Up to `nbytes` bytes, or null. */
  read(nbytes?: int): bytes | null;
  /** Fills a buffer as far as it goes. */
  readinto(buffer: WritableBuffer, maxlen?: int): int | null;
  /** A line, or null. */
  readline(): bytes | null;
  /** All lines that wait. */
  readlines(): bytes[];
  /** Receives so many bytes, or fills a buffer. */
  recv(count: int, options?: Keywords<{ timeout?: int }>): bytes;
  recv(buffer: WritableBuffer, options?: Keywords<{ timeout?: int }>): int;
  /** Sends a byte or bytes; gives how many were sent. */
  send(data: ReadableBuffer | int, options?: Keywords<{ timeout?: int }>): int;
  /** Sends bytes. */
  write(data: ReadableBuffer): int;
  /** Flow control: this side may be sent to. */
  static readonly RTS: int;
  /** Flow control: the other side may be sent to. */
  static readonly CTS: int;
  /** Bytes came. */
  static readonly IRQ_RX: int;
}

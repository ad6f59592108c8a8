import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import type { WaveStep } from "../outputs/wave.ts";
import type { UartFormat } from "./uartFrame.ts";

/** A device at the receive line of a UART: it sends what it is told to, at the UART's own speed. */
export class UartSender {
  private readonly clock: ChipClock;
  private readonly alarm: ChipAlarm;
  private readonly settings: () => { format: UartFormat; bitNanos: number };
  private readonly drive: (level: 0 | 1) => void;
  private readonly bytes: number[] = [];
  private steps: WaveStep[] = [];
  private frameEnd = 0;

  constructor(
    clock: ChipClock,
    settings: () => { format: UartFormat; bitNanos: number },
    drive: (level: 0 | 1) => void,
  ) {
    this.clock = clock;
    this.settings = settings;
    this.drive = drive;
    this.alarm = clock.createAlarm(() => this.step());
  }

  /** The byte goes after those before it. One for a UART that has no speed yet is lost. */
  send(byte: number): void {
    if (this.settings().bitNanos === 0) return;
    this.bytes.push(byte);
    if (this.bytes.length > 1 || this.steps.length > 0 || this.frameEnd > this.clock.nanos) return;
    this.drive(1);
    this.next();
  }

  private next(): void {
    const byte = this.bytes.shift();
    if (byte === undefined) return;
    const { format, bitNanos } = this.settings();
    const { nanos } = this.clock;
    this.steps = format.steps(byte, nanos, bitNanos);
    this.frameEnd = nanos + format.bits * bitNanos;
    this.step();
  }

  private step(): void {
    const step = this.steps.shift();
    if (step === undefined) {
      this.next();
      return;
    }
    this.drive(step.drive === 0 ? 0 : 1);
    // Bits that are alike are one step of the line.
    while (this.steps[0]?.drive === step.drive) this.steps.shift();
    this.alarm.scheduleAt(this.steps[0]?.nanos ?? this.frameEnd);
  }
}

const DEPTH = 8;
/** Bits of FIFO_ST (RP2040 datasheet, 2.3.1.7). */
const VALID = 1;
const READY = 2;
const WRITTEN_WHILE_FULL = 4;
const READ_WHILE_EMPTY = 8;

/** One core's end of the two FIFOs between the cores. */
export class CoreMailbox {
  private readonly received: number[] = [];
  private errors = 0;
  private other!: CoreMailbox;
  private readonly onInterrupt: (level: boolean) => void;

  constructor(onInterrupt: (level: boolean) => void) {
    this.onInterrupt = onInterrupt;
  }

  static connect(a: CoreMailbox, b: CoreMailbox): void {
    a.other = b;
    b.other = a;
  }

  get status(): number {
    return (
      (this.received.length > 0 ? VALID : 0) |
      (this.other.received.length < DEPTH ? READY : 0) |
      this.errors
    );
  }

  read(): number {
    const value = this.received.shift();
    if (value === undefined) this.errors |= READ_WHILE_EMPTY;
    this.updateInterrupt();
    return value ?? 0;
  }

  write(value: number): void {
    if (this.other.received.length < DEPTH) {
      this.other.received.push(value);
      this.other.updateInterrupt();
    } else {
      this.errors |= WRITTEN_WHILE_FULL;
      this.updateInterrupt();
    }
  }

  clearErrors(): void {
    this.errors = 0;
    this.updateInterrupt();
  }

  private updateInterrupt(): void {
    this.onInterrupt(this.received.length > 0 || this.errors !== 0);
  }
}

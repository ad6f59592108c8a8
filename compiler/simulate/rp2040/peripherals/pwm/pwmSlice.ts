import type { ChipClock } from "../../chipClock.ts";
import { type Drive, OutputSignal } from "../../outputs/outputSignal.ts";

/** Bits of CSR (RP2040 datasheet, 4.5.3). */
const ENABLED = 1 << 0;
const PHASE_CORRECT = 1 << 1;
const INVERT_A = 1 << 2;
const RETARD = 1 << 6;
const ADVANCE = 1 << 7;
const STORED = 0x3f;

/** The divider has four bits behind the point. */
const DIVIDER_ONE = 16;
const DIVIDER_MASK = 0xfff;

export type Channel = "a" | "b";
type CountMode = "free" | "while B is high" | "on rising B" | "on falling B";
const COUNT_MODES: readonly CountMode[] = [
  "free",
  "while B is high",
  "on rising B",
  "on falling B",
];

/**
 * A slice of the PWM: a counter with a fractional divider and two compare values.
 *
 * Nothing happens in it between two looks: where the counter is follows from the cycles that have
 * passed. The divider is a first-order sigma-delta: tick `n` comes at cycle `n * divider / 16`, cut down.
 */
export class PwmSlice {
  readonly a: PwmOutput;
  readonly b: PwmOutput;
  private readonly clock: ChipClock;
  private control = 0;
  private divider = DIVIDER_ONE;
  /** As written; the counter takes them over when it wraps. */
  private compare = 0;
  private top = 0xffff;
  private usedCompare = 0;
  private usedTop = 0xffff;
  /** Ticks since the counter was last at 0 on its way up. */
  private position = 0;
  /** The cycle from which the divider counts, and its ticks that the counter has made. */
  private origin = 0;
  private ticks = 0;
  /** Sixteenths of a tick, of edges of B that the divider has not let through. */
  private edges = 0;
  private inputLevel = false;
  private wraps = 0;

  constructor(clock: ChipClock) {
    this.clock = clock;
    this.a = new PwmOutput(this, "a");
    this.b = new PwmOutput(this, "b");
  }

  get csr(): number {
    return this.control;
  }

  set csr(value: number) {
    this.restart(() => {
      this.control = value & STORED;
      if ((value & ADVANCE) !== 0) this.move(1);
      if ((value & RETARD) !== 0) this.position = (this.position || this.period) - 1;
    });
  }

  get enabled(): boolean {
    return (this.control & ENABLED) !== 0;
  }

  set enabled(value: boolean) {
    if (value !== this.enabled) this.csr = this.control ^ ENABLED;
  }

  get div(): number {
    return this.divider;
  }

  set div(value: number) {
    this.restart(() => {
      this.divider = value & DIVIDER_MASK;
    });
  }

  get counter(): number {
    this.catchUp();
    return this.counterAt(this.position);
  }

  set counter(value: number) {
    this.restart(() => {
      this.position = value % this.period;
    });
  }

  get cc(): number {
    return this.compare;
  }

  set cc(value: number) {
    this.catchUp();
    this.compare = value >>> 0;
    this.valuesWritten();
  }

  get wrapValue(): number {
    return this.top;
  }

  set wrapValue(value: number) {
    this.catchUp();
    this.top = value & 0xffff;
    this.valuesWritten();
  }

  /** Whether channel B is an input, by which the counter counts. */
  get countsInput(): boolean {
    return this.mode !== "free";
  }

  /** Whether the counter has wrapped since this was last asked. */
  takeWrap(): boolean {
    this.catchUp();
    const wrapped = this.wraps > 0;
    this.wraps = 0;
    return wrapped;
  }

  /** When the counter wraps next by itself. */
  get nextWrap(): number {
    this.catchUp();
    return this.counts ? this.timeOf(this.period - this.position) : Number.POSITIVE_INFINITY;
  }

  /** The level of the pin that is channel B. */
  inputChanged(level: boolean): void {
    if (level === this.inputLevel) return;
    const { mode } = this;
    if (mode === "while B is high") {
      this.restart(() => {
        this.inputLevel = level;
      });
      return;
    }
    this.inputLevel = level;
    const counted = level ? "on rising B" : "on falling B";
    if (!this.enabled || mode !== counted) return;
    this.edges += DIVIDER_ONE;
    if (this.edges < this.cyclesPerTick) return;
    this.edges -= this.cyclesPerTick;
    this.move(1);
    this.outputsChanged();
  }

  /** The frequency of the chip's clock has changed, and with it the time of what comes. */
  outputsChanged(): void {
    this.a.onChange();
    this.b.onChange();
  }

  levelOf(channel: Channel): Drive {
    if (channel === "b" && this.countsInput) return undefined;
    this.catchUp();
    return this.levelAt(channel, this.position, this.usedCompare);
  }

  /** When the level of a channel changes next. */
  edgeOf(channel: Channel): number {
    this.catchUp();
    if (!this.counts || (channel === "b" && this.countsInput)) return Number.POSITIVE_INFINITY;
    const now = this.levelAt(channel, this.position, this.usedCompare);
    const period = this.period;
    for (const at of this.crossings(channel, period, this.usedCompare)) {
      if (at > this.position && this.levelAt(channel, at, this.usedCompare) !== now)
        return this.timeOf(at - this.position);
    }
    // Beyond the wrap, what was written last counts.
    const rest = period - this.position;
    for (const at of [0, ...this.crossings(channel, this.periodOf(this.top), this.compare)]) {
      if (levelOf(this.control, channel, at, this.top, this.compare) !== now)
        return this.timeOf(rest + at);
    }
    return Number.POSITIVE_INFINITY;
  }

  private get mode(): CountMode {
    return COUNT_MODES[(this.control >> 4) & 3]!;
  }

  /** Whether the counter is moved by time. */
  private get counts(): boolean {
    const { mode } = this;
    return this.enabled && (mode === "free" || (mode === "while B is high" && this.inputLevel));
  }

  /** In sixteenths; an integer part of 0 stands for 256. */
  private get cyclesPerTick(): number {
    return this.divider < DIVIDER_ONE ? 256 * DIVIDER_ONE + this.divider : this.divider;
  }

  private get period(): number {
    return this.periodOf(this.usedTop);
  }

  private periodOf(top: number): number {
    return (this.control & PHASE_CORRECT) !== 0 ? 2 * (top + 1) : top + 1;
  }

  private counterAt(position: number): number {
    return position <= this.usedTop ? position : 2 * this.usedTop + 1 - position;
  }

  private levelAt(channel: Channel, position: number, compare: number): 0 | 1 {
    return levelOf(this.control, channel, position, this.usedTop, compare);
  }

  /** The positions in a period at which a level may change, but for its beginning. */
  private crossings(channel: Channel, period: number, compare: number): number[] {
    const value = compareOf(channel, compare);
    if ((this.control & PHASE_CORRECT) === 0) return value < period ? [value] : [];
    return value < period / 2 ? [value, period - value] : [];
  }

  private timeOf(ticksAhead: number): number {
    const cycle = this.origin + Math.floor(((this.ticks + ticksAhead) * this.cyclesPerTick) / 16);
    return this.clock.nanosAt(cycle);
  }

  /** Makes the ticks up to now. */
  private catchUp(): void {
    if (!this.counts) return;
    const cycles = this.clock.cyclesAt(this.clock.nanos) - this.origin;
    const ticks = Math.floor((cycles * 16 + 15) / this.cyclesPerTick);
    if (ticks <= this.ticks) return;
    const passed = ticks - this.ticks;
    this.ticks = ticks;
    this.move(passed);
  }

  private move(ticks: number): void {
    let left = ticks;
    if (this.position + left >= this.period) {
      left -= this.period - this.position;
      this.position = 0;
      this.wraps += 1;
      this.usedTop = this.top;
      this.usedCompare = this.compare;
    }
    this.wraps += Math.floor((this.position + left) / this.period);
    this.position = (this.position + left) % this.period;
  }

  /** Changes what the ticks depend on: they are counted anew from here. */
  private restart(change: () => void): void {
    this.catchUp();
    change();
    this.origin = this.clock.cyclesAt(this.clock.nanos);
    this.ticks = 0;
    this.valuesWritten();
  }

  private valuesWritten(): void {
    if (!this.enabled) {
      this.usedTop = this.top;
      this.usedCompare = this.compare;
      this.position %= this.period;
    }
    this.outputsChanged();
  }
}

function compareOf(channel: Channel, compare: number): number {
  return channel === "a" ? compare & 0xffff : compare >>> 16;
}

/** High as long as the counter is below the compare value. */
function levelOf(
  control: number,
  channel: Channel,
  position: number,
  top: number,
  compare: number,
): 0 | 1 {
  const counter = position <= top ? position : 2 * top + 1 - position;
  const high = counter < compareOf(channel, compare);
  const inverted = (control & (channel === "a" ? INVERT_A : INVERT_A << 1)) !== 0;
  return high !== inverted ? 1 : 0;
}

/** One of the two outputs of a slice. */
class PwmOutput extends OutputSignal {
  private readonly slice: PwmSlice;
  private readonly channel: Channel;

  constructor(slice: PwmSlice, channel: Channel) {
    super();
    this.slice = slice;
    this.channel = channel;
  }

  driveAt(): Drive {
    return this.slice.levelOf(this.channel);
  }

  nextEdge(): number {
    return this.slice.edgeOf(this.channel);
  }
}

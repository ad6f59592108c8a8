import { type Drive, OutputSignal } from "./outputSignal.ts";

/** A time to which another one is equal, after additions of fractions of nanoseconds. */
const HAIR = 1e-3;

/** From this time on, this. */
export interface WaveStep {
  readonly nanos: number;
  readonly drive: Drive;
}

/** A signal of which the next steps are known, such as the bits of a byte that is being sent. */
export class Wave extends OutputSignal {
  private present: Drive;
  private steps: WaveStep[] = [];

  constructor(idle: Drive) {
    super();
    this.present = idle;
  }

  /** What the signal does from now on, in place of what was to come. */
  play(nanos: number, steps: readonly WaveStep[]): void {
    this.settle(nanos);
    this.steps = [...steps];
    this.settle(nanos);
    this.onChange();
  }

  /** Adds what comes after all that is to come. */
  append(nanos: number, steps: readonly WaveStep[]): void {
    this.settle(nanos);
    this.steps.push(...steps);
    this.settle(nanos);
    this.onChange();
  }

  hold(nanos: number, drive: Drive): void {
    if (this.steps.length === 0 && this.present === drive) return;
    this.play(nanos, [{ nanos, drive }]);
  }

  driveAt(nanos: number): Drive {
    this.settle(nanos);
    return this.present;
  }

  nextEdge(nanos: number): number {
    this.settle(nanos);
    let level = this.present;
    for (const step of this.steps) {
      if (step.drive !== level) return step.nanos;
      level = step.drive;
    }
    return Number.POSITIVE_INFINITY;
  }

  private settle(nanos: number): void {
    const passed = this.steps.findIndex((step) => step.nanos > nanos + HAIR);
    const count = passed < 0 ? this.steps.length : passed;
    if (count === 0) return;
    this.present = this.steps[count - 1]!.drive;
    this.steps.splice(0, count);
  }
}

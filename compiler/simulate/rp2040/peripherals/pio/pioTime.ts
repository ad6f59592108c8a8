import type { ChipAlarm, ChipClock } from "../../chipClock.ts";
import { type StateMachine, TICKS_PER_CYCLE } from "./stateMachine.ts";

/**
 * How far the machines may lag behind the cores, in cycles: two microseconds. Whoever looks at them
 * or changes what they see brings them up to date first, so only interrupts come so much late.
 */
const LAG_CYCLES = 250;

/**
 * Lets the state machines of both blocks execute, each at its own pace, in the order of their times.
 * They do it behind the cores, many instructions at once; what they do has its own time all the same.
 */
export class PioTime {
  private readonly clock: ChipClock;
  private readonly machines: StateMachine[] = [];
  private readonly alarm: ChipAlarm;
  private busy = false;

  constructor(clock: ChipClock) {
    this.clock = clock;
    this.alarm = clock.createAlarm(() => this.update());
  }

  add(machines: readonly StateMachine[]): void {
    this.machines.push(...machines);
  }

  get now(): number {
    return this.clock.cyclesAt(this.clock.nanos) * TICKS_PER_CYCLE;
  }

  /** Executes all that is due. Within an instruction of a machine, its time is the present. */
  update(): void {
    if (this.busy) return;
    this.busy = true;
    try {
      const { now } = this;
      for (;;) {
        const machine = this.earliest();
        if (machine === undefined || machine.next > now) break;
        const cycles = Math.floor(machine.next / TICKS_PER_CYCLE);
        this.clock.at(this.clock.nanosAt(cycles), machine);
      }
    } finally {
      this.busy = false;
    }
    this.plan();
  }

  /** Sets the alarm by what the machines do next. */
  plan(): void {
    if (this.busy) return;
    const machine = this.earliest();
    if (machine === undefined) {
      this.alarm.cancel();
      return;
    }
    const cycles = Math.ceil(machine.next / TICKS_PER_CYCLE);
    const due = this.clock.cyclesAt(this.clock.nanos) + LAG_CYCLES;
    this.alarm.schedule(this.clock.nanosAt(Math.max(cycles, due)) - this.clock.nanos);
  }

  private earliest(): StateMachine | undefined {
    let first: StateMachine | undefined;
    for (const machine of this.machines) {
      if (machine.runs && (first === undefined || machine.next < first.next)) first = machine;
    }
    return first;
  }
}

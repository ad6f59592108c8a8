import type { CortexM0 } from "./cortexM0.ts";

export const HARD_FAULT = 3;
export const SUPERVISOR_CALL = 11;
export const PEND_SV = 14;
export const SYS_TICK = 15;
export const FIRST_INTERRUPT = 16;

/** The priority of code that no exception interrupts; the lowest configurable one is 3. */
export const THREAD_PRIORITY = 4;

/** What is pending and enabled at one core, and who goes first: its NVIC. */
export class Exceptions {
  /** Levels of the 26 interrupt lines of the chip, which both cores see alike. */
  lines = 0;
  /** Interrupts that software made pending. */
  pended = 0;
  enabled = 0;
  readonly priorities = new Uint8Array(32);
  pendingSupervisorCall = false;
  pendingPendSV = false;
  pendingSysTick = false;
  supervisorCallPriority = 0;
  pendSVPriority = 0;
  sysTickPriority = 0;

  reset(): void {
    this.pended = 0;
    this.enabled = 0;
    this.priorities.fill(0);
    this.pendingSupervisorCall = false;
    this.pendingPendSV = false;
    this.pendingSysTick = false;
    this.supervisorCallPriority = 0;
    this.pendSVPriority = 0;
    this.sysTickPriority = 0;
  }

  /** The priority of an exception's handler: -1 for HardFault, 0 to 3, 4 for none. */
  priorityOf(exception: number): number {
    switch (exception) {
      case 0:
        return THREAD_PRIORITY;
      case HARD_FAULT:
        return -1;
      case SUPERVISOR_CALL:
        return this.supervisorCallPriority;
      case PEND_SV:
        return this.pendSVPriority;
      case SYS_TICK:
        return this.sysTickPriority;
      default:
        return this.priorities[(exception - FIRST_INTERRUPT) & 31]!;
    }
  }

  /** The exception to take while code of priority `current` runs, of interrupts not in `except`; 0 if that code goes on. */
  next(current: number, except = 0): number {
    let best = current;
    let chosen = 0;
    const consider = (pending: boolean, exception: number, priority: number): void => {
      if (!pending || priority >= best) return;
      best = priority;
      chosen = exception;
    };
    consider(this.pendingSupervisorCall, SUPERVISOR_CALL, this.supervisorCallPriority);
    consider(this.pendingPendSV, PEND_SV, this.pendSVPriority);
    consider(this.pendingSysTick, SYS_TICK, this.sysTickPriority);
    let rest = (this.lines | this.pended) & this.enabled & ~except;
    while (rest !== 0) {
      const interrupt = 31 - Math.clz32(rest & -rest);
      consider(true, FIRST_INTERRUPT + interrupt, this.priorities[interrupt]!);
      rest &= rest - 1;
    }
    return chosen;
  }

  /** Takes the exception off the list as its handler starts; a line that stays high pends again. */
  accept(exception: number): void {
    switch (exception) {
      case SUPERVISOR_CALL:
        this.pendingSupervisorCall = false;
        return;
      case PEND_SV:
        this.pendingPendSV = false;
        return;
      case SYS_TICK:
        this.pendingSysTick = false;
        return;
      default:
        this.pended &= ~(1 << (exception - FIRST_INTERRUPT));
    }
  }

  /** SVC where its handler could not run at once is a HardFault (ARMv6-M manual, B1.5.4). */
  callSupervisor(cpu: CortexM0): void {
    if (this.supervisorCallPriority >= cpu.executionPriority) {
      cpu.fault("supervisor call", cpu.instructionAddress);
      return;
    }
    this.pendingSupervisorCall = true;
    cpu.attention = true;
  }
}

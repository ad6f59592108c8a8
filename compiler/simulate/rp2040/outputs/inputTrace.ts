/** A time to which another one is equal, after additions of fractions of nanoseconds. */
const HAIR = 1e-3;

/** The level of an input over the time of one transfer, which is read when the transfer is over. */
export class InputTrace {
  level: 0 | 1;
  private first: 0 | 1;
  private changes: { readonly nanos: number; readonly level: 0 | 1 }[] = [];

  constructor(level: 0 | 1) {
    this.level = level;
    this.first = level;
  }

  change(nanos: number, level: 0 | 1): void {
    this.level = level;
    this.changes.push({ nanos, level });
  }

  /** Forgets what was; from now on the level is this. */
  begin(level: 0 | 1 = this.level): void {
    this.first = level;
    this.level = level;
    this.changes = [];
  }

  /** The level just before a time. */
  at(nanos: number): 0 | 1 {
    const after = this.changes.findIndex((change) => change.nanos > nanos - HAIR);
    const last = after < 0 ? this.changes.length : after;
    return last === 0 ? this.first : this.changes[last - 1]!.level;
  }
}

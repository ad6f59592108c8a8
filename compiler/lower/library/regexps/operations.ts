/** The steps of a compiled pattern, as `runtime-py/tsmp/match_pattern.py` takes them. */
export const operation = {
  done: 0,
  text: 1,
  oneOf: 2,
  inRanges: 3,
  run: 4,
  runInRanges: 5,
  split: 6,
  jump: 7,
  save: 8,
  reset: 9,
  count: 10,
  loop: 11,
  enter: 12,
  next: 13,
  start: 14,
  end: 15,
  boundary: 16,
  back: 17,
  look: 18,
  textBefore: 19,
  oneBefore: 20,
  inRangesBefore: 21,
} as const;

/** A step: its operation, then what it needs. */
export type Step = readonly [operation: number, ...operands: readonly StepOperand[]];

export type StepOperand = number | string | boolean;

import type { Stall, StateMachine } from "./stateMachine.ts";

/** `jumped`: the instruction has set the program counter itself. */
export type Result = "done" | "jumped" | "stalled";

/** The nine instructions by their leading three bits (RP2040 datasheet, 3.4). */
const byOpcode: readonly ((machine: StateMachine, opcode: number) => Result)[] = [
  jump,
  wait,
  shiftIn,
  shiftOut,
  pushOrPull,
  move,
  setFlag,
  set,
];

export function execute(machine: StateMachine, opcode: number): Result {
  const result = byOpcode[opcode >> 13]!(machine, opcode);
  // Between two OUTs an empty shift register is filled behind the program's back (3.5.4.2).
  if (opcode >> 13 !== 3 && machine.autopull) refill(machine);
  return result;
}

function stalled(machine: StateMachine, why: Stall): "stalled" {
  machine.stall = why;
  return "stalled";
}

function jump(machine: StateMachine, opcode: number): Result {
  if (!jumps(machine, (opcode >> 5) & 7)) return "done";
  machine.pc = opcode & 31;
  return "jumped";
}

function jumps(machine: StateMachine, condition: number): boolean {
  switch (condition) {
    case 1:
      return machine.x === 0;
    case 2: {
      const before = machine.x;
      machine.x = (before - 1) | 0;
      return before !== 0;
    }
    case 3:
      return machine.y === 0;
    case 4: {
      const before = machine.y;
      machine.y = (before - 1) | 0;
      return before !== 0;
    }
    case 5:
      return machine.x !== machine.y;
    case 6:
      return ((machine.block.inputs >>> machine.jumpPin) & 1) === 1;
    case 7:
      return machine.outCount < machine.pullThreshold;
    default:
      return true;
  }
}

function wait(machine: StateMachine, opcode: number): Result {
  const { block } = machine;
  const wanted = (opcode >> 7) & 1;
  const index = opcode & 31;
  const source = (opcode >> 5) & 3;
  if (source === 2) {
    const flag = 1 << flagIndex(machine, index);
    if (((block.flags & flag) !== 0) !== (wanted === 1)) return stalled(machine, "flag");
    if (wanted === 1) {
      block.flags &= ~flag;
      block.flagsChanged();
    }
    return "done";
  }
  const pin = source === 0 ? index : (index + machine.inBase) & 31;
  return ((block.inputs >>> pin) & 1) === wanted ? "done" : stalled(machine, "pin");
}

/** A flag that is relative to the machine: the lower two bits are counted on from its number. */
function flagIndex(machine: StateMachine, index: number): number {
  return (index & 16) === 0 ? index & 7 : (index & 4) | ((index + machine.index) & 3);
}

function shiftIn(machine: StateMachine, opcode: number): Result {
  const count = opcode & 31 || 32;
  const value = source(machine, (opcode >> 5) & 7);
  if (count === 32) machine.inShift = value;
  else if (machine.inShiftsRight)
    machine.inShift = (machine.inShift >>> count) | (value << (32 - count));
  else machine.inShift = (machine.inShift << count) | (value & ((1 << count) - 1));
  machine.inCount = Math.min(32, machine.inCount + count);
  if (machine.autopush && machine.inCount >= machine.pushThreshold) {
    machine.rest = () => push(machine);
  }
  return "done";
}

function push(machine: StateMachine): boolean {
  if (machine.receive.full) {
    machine.block.note("rxStall", machine);
    machine.stall = "queue";
    return false;
  }
  machine.receive.push(machine.inShift);
  machine.inShift = 0;
  machine.inCount = 0;
  machine.block.queuesChanged(machine);
  return true;
}

function refill(machine: StateMachine): void {
  if (machine.outCount < machine.pullThreshold || machine.transmit.empty) return;
  machine.outShift = machine.transmit.pull() | 0;
  machine.outCount = 0;
  machine.block.queuesChanged(machine);
}

function shiftOut(machine: StateMachine, opcode: number): Result {
  if (machine.autopull && machine.outCount >= machine.pullThreshold) {
    if (machine.transmit.empty) {
      machine.block.note("txStall", machine);
      return stalled(machine, "queue");
    }
    refill(machine);
  }
  const count = opcode & 31 || 32;
  const value = takeBits(machine, count);
  machine.outCount = Math.min(32, machine.outCount + count);
  if (machine.autopull) refill(machine);
  return putOut(machine, (opcode >> 5) & 7, value, count);
}

function takeBits(machine: StateMachine, count: number): number {
  const bits = machine.outShift;
  if (count === 32) {
    machine.outShift = 0;
    return bits;
  }
  if (machine.outShiftsRight) {
    machine.outShift = bits >>> count;
    return bits & ((1 << count) - 1);
  }
  machine.outShift = bits << count;
  return bits >>> (32 - count);
}

function putOut(machine: StateMachine, target: number, value: number, count: number): Result {
  switch (target) {
    case 0:
      machine.block.drive("values", value, machine.outBase, machine.outPins);
      return "done";
    case 1:
      machine.x = value | 0;
      return "done";
    case 2:
      machine.y = value | 0;
      return "done";
    case 4:
      machine.block.drive("directions", value, machine.outBase, machine.outPins);
      return "done";
    case 5:
      machine.pc = value & 31;
      return "jumped";
    case 6:
      machine.inShift = value;
      machine.inCount = count;
      return "done";
    case 7:
      machine.forced = value & 0xffff;
      return "done";
    default:
      return "done";
  }
}

function pushOrPull(machine: StateMachine, opcode: number): Result {
  const blocks = (opcode & 0x20) !== 0;
  const conditional = (opcode & 0x40) !== 0;
  return (opcode & 0x80) === 0
    ? pushNow(machine, blocks, conditional)
    : pullNow(machine, blocks, conditional);
}

function pushNow(machine: StateMachine, blocks: boolean, ifFull: boolean): Result {
  if (ifFull && machine.inCount < machine.pushThreshold) return "done";
  if (push(machine)) return "done";
  if (blocks) return "stalled";
  machine.stall = undefined;
  machine.inShift = 0;
  machine.inCount = 0;
  return "done";
}

function pullNow(machine: StateMachine, blocks: boolean, ifEmpty: boolean): Result {
  // With autopull, PULL is a fence: it does nothing while there is something to shift (3.4.7).
  if ((ifEmpty || machine.autopull) && machine.outCount < machine.pullThreshold) return "done";
  if (machine.transmit.empty) {
    machine.block.note("txStall", machine);
    if (blocks) return stalled(machine, "queue");
    machine.outShift = machine.x;
    machine.outCount = 0;
    return "done";
  }
  machine.outShift = machine.transmit.pull() | 0;
  machine.outCount = 0;
  machine.block.queuesChanged(machine);
  return "done";
}

function move(machine: StateMachine, opcode: number): Result {
  const value = changed(source(machine, opcode & 7), (opcode >> 3) & 3);
  switch ((opcode >> 5) & 7) {
    case 4:
      machine.forced = value & 0xffff;
      return "done";
    case 6:
      machine.inShift = value;
      machine.inCount = 0;
      return "done";
    case 7:
      machine.outShift = value;
      machine.outCount = 0;
      return "done";
    default:
      return putOut(machine, (opcode >> 5) & 7, value, 32);
  }
}

function changed(value: number, operation: number): number {
  if (operation === 1) return ~value;
  if (operation !== 2) return value;
  let reversed = 0;
  for (let bit = 0; bit < 32; bit++) reversed = (reversed << 1) | ((value >>> bit) & 1);
  return reversed;
}

/** Source 5 is the status for MOV, and reserved for IN. */
function source(machine: StateMachine, index: number): number {
  switch (index) {
    case 0: {
      const { block, inBase } = machine;
      return inBase === 0
        ? block.inputs
        : (block.inputs >>> inBase) | (block.inputs << (32 - inBase));
    }
    case 1:
      return machine.x;
    case 2:
      return machine.y;
    case 5:
      return machine.status;
    case 6:
      return machine.inShift;
    case 7:
      return machine.outShift;
    default:
      return 0;
  }
}

function setFlag(machine: StateMachine, opcode: number): Result {
  const { block } = machine;
  const flag = 1 << flagIndex(machine, opcode & 31);
  if ((opcode & 0x40) !== 0) block.flags &= ~flag;
  else block.flags |= flag;
  block.flagsChanged();
  const waits = (opcode & 0x60) === 0x20;
  if (waits) {
    machine.rest = () => {
      if ((block.flags & flag) === 0) return true;
      machine.stall = "flag";
      return false;
    };
  }
  return "done";
}

function set(machine: StateMachine, opcode: number): Result {
  const data = opcode & 31;
  const { block, setBase, setCount } = machine;
  switch ((opcode >> 5) & 7) {
    case 0:
      block.drive("values", data, setBase, setCount);
      return "done";
    case 1:
      machine.x = data;
      return "done";
    case 2:
      machine.y = data;
      return "done";
    case 4:
      block.drive("directions", data, setBase, setCount);
      return "done";
    default:
      return "done";
  }
}

import * as arithmetic from "./arithmetic.ts";
import * as branches from "./branches.ts";
import type { CortexM0 } from "./cortexM0.ts";
import * as loadStore from "./loadStore.ts";
import * as multiple from "./loadStoreMultiple.ts";
import * as logic from "./logic.ts";
import * as shifts from "./shifts.ts";
import * as system from "./system.ts";

/** Carries out one instruction; `r[15]` is already the address after its first half. */
export type Instruction = (cpu: CortexM0, opcode: number) => void;

/** Encodings by their leading bits (ARMv6-M manual, A5.2); at most ten bits decide. */
const encodings: readonly (readonly [bits: string, Instruction])[] = [
  ["00000", shifts.shiftLeftImmediate],
  ["00001", shifts.shiftRightImmediate],
  ["00010", shifts.shiftArithmeticImmediate],
  ["0001100", arithmetic.addRegisters],
  ["0001101", arithmetic.subtractRegisters],
  ["0001110", arithmetic.addImmediate3],
  ["0001111", arithmetic.subtractImmediate3],
  ["00100", arithmetic.moveImmediate],
  ["00101", arithmetic.compareImmediate],
  ["00110", arithmetic.addImmediate8],
  ["00111", arithmetic.subtractImmediate8],
  ["0100000000", logic.and],
  ["0100000001", logic.exclusiveOr],
  ["0100000010", shifts.shiftLeft],
  ["0100000011", shifts.shiftRight],
  ["0100000100", shifts.shiftArithmetic],
  ["0100000101", arithmetic.addWithCarry],
  ["0100000110", arithmetic.subtractWithCarry],
  ["0100000111", shifts.rotateRight],
  ["0100001000", logic.test],
  ["0100001001", arithmetic.negate],
  ["0100001010", arithmetic.compareRegisters],
  ["0100001011", arithmetic.compareNegative],
  ["0100001100", logic.or],
  ["0100001101", arithmetic.multiply],
  ["0100001110", logic.bitClear],
  ["0100001111", logic.not],
  ["01000100", arithmetic.addHigh],
  ["01000101", arithmetic.compareHigh],
  ["01000110", arithmetic.moveHigh],
  ["01000111", branches.branchExchange],
  ["01001", loadStore.loadLiteral],
  ["0101000", loadStore.storeIndexed],
  ["0101001", loadStore.storeHalfIndexed],
  ["0101010", loadStore.storeByteIndexed],
  ["0101011", loadStore.loadSignedByteIndexed],
  ["0101100", loadStore.loadIndexed],
  ["0101101", loadStore.loadHalfIndexed],
  ["0101110", loadStore.loadByteIndexed],
  ["0101111", loadStore.loadSignedHalfIndexed],
  ["01100", loadStore.store],
  ["01101", loadStore.load],
  ["01110", loadStore.storeByte],
  ["01111", loadStore.loadByte],
  ["10000", loadStore.storeHalf],
  ["10001", loadStore.loadHalf],
  ["10010", loadStore.storeStack],
  ["10011", loadStore.loadStack],
  ["10100", arithmetic.addressOfLabel],
  ["10101", arithmetic.addStackPointer],
  ["10110000", arithmetic.adjustStackPointer],
  ["10110010", logic.extend],
  ["1011010", multiple.push],
  ["1011011001", system.changeProcessorState],
  ["1011101000", logic.reverseBytes],
  ["1011101001", logic.reverseBytesOfHalves],
  ["1011101011", logic.reverseSignedHalf],
  ["1011110", multiple.pop],
  ["10111110", system.breakpoint],
  ["10111111", system.hint],
  ["11000", multiple.storeMultiple],
  ["11001", multiple.loadMultiple],
  ["11010000", branches.branchIfEqual],
  ["11010001", branches.branchIfNotEqual],
  ["11010010", branches.branchIfCarry],
  ["11010011", branches.branchIfNoCarry],
  ["11010100", branches.branchIfMinus],
  ["11010101", branches.branchIfPlus],
  ["11010110", branches.branchIfOverflow],
  ["11010111", branches.branchIfNoOverflow],
  ["11011000", branches.branchIfHigher],
  ["11011001", branches.branchIfLowerOrSame],
  ["11011010", branches.branchIfGreaterOrEqual],
  ["11011011", branches.branchIfLess],
  ["11011100", branches.branchIfGreater],
  ["11011101", branches.branchIfLessOrEqual],
  ["11011111", system.supervisorCall],
  ["11100", branches.branch],
  ["11110", system.wide],
];

/** The instruction of every encoding, by its ten leading bits. */
export const instructions: readonly Instruction[] = decodeAll();

function decodeAll(): Instruction[] {
  const table: Instruction[] = new Array(1024).fill(system.undefinedInstruction);
  for (const [bits, instruction] of encodings) {
    const open = 10 - bits.length;
    const first = Number.parseInt(bits, 2) << open;
    table.fill(instruction, first, first + (1 << open));
  }
  return table;
}

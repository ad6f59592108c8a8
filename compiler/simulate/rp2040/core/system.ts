import { CoreFault } from "./coreFault.ts";
import type { CortexM0 } from "./cortexM0.ts";
import { readSpecialRegister, writeSpecialRegister } from "./specialRegisters.ts";

/** CPSIE i and CPSID i: bit 4 is the new PRIMASK. */
export function changeProcessorState(cpu: CortexM0, opcode: number): void {
  cpu.primask = ((opcode >> 4) & 1) !== 0;
  cpu.attention = true;
}

/** SVC #imm8 */
export function supervisorCall(cpu: CortexM0): void {
  cpu.exceptions.callSupervisor(cpu);
}

/** BKPT #imm8 */
export function breakpoint(cpu: CortexM0, opcode: number): void {
  cpu.onBreakpoint(opcode & 255);
}

/** NOP, YIELD, WFE, WFI, SEV */
export function hint(cpu: CortexM0, opcode: number): void {
  switch ((opcode >> 4) & 15) {
    case 2:
      cpu.waitForEvent();
      return;
    case 3:
      cpu.waitForInterrupt();
      return;
    case 4:
      cpu.onSendEvent();
      return;
    default:
  }
}

/** The instructions of 32 bits: BL, MSR, MRS, DSB, DMB, ISB, UDF.W. */
export function wide(cpu: CortexM0, opcode: number): void {
  const second = cpu.bus.fetch(cpu.r[15]!);
  if ((second & 0xd000) === 0xd000) {
    branchWithLink(cpu, opcode, second);
    return;
  }
  cpu.r[15] = cpu.r[15]! + 2;
  if ((opcode & 0xfff0) === 0xf380 && (second & 0xff00) === 0x8800) {
    writeSpecialRegister(cpu, second & 255, cpu.r[opcode & 15]!);
    cpu.remaining -= 2;
  } else if (opcode === 0xf3ef && (second & 0xf000) === 0x8000) {
    cpu.r[(second >> 8) & 15] = readSpecialRegister(cpu, second & 255);
    cpu.remaining -= 2;
  } else if (opcode === 0xf3bf && (second & 0xff00) === 0x8f00) {
    cpu.remaining -= 2;
  } else {
    undefinedInstruction(cpu);
  }
}

/** BL label: 3 cycles. */
function branchWithLink(cpu: CortexM0, opcode: number, second: number): void {
  const sign = (opcode >> 10) & 1;
  const i1 = ~((second >> 13) ^ sign) & 1;
  const i2 = ~((second >> 11) ^ sign) & 1;
  const high = (sign << 24) | (i1 << 23) | (i2 << 22) | ((opcode & 1023) << 12);
  const offset = ((high | ((second & 2047) << 1)) << 7) >> 7;
  const next = cpu.r[15]! + 2;
  cpu.r[14] = next | 1;
  cpu.r[15] = next + offset;
  cpu.remaining -= 2;
}

export function undefinedInstruction(cpu: CortexM0): never {
  throw new CoreFault("undefined instruction", cpu.instructionAddress);
}

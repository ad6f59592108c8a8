import type { CortexM0 } from "./cortexM0.ts";

/** SYSm of MRS and MSR (ARMv6-M manual, B5.1.1). */
const FIRST_WITHOUT_APSR = 4;
const MSP = 8;
const PSP = 9;
const PRIMASK = 16;
const CONTROL = 20;

/** MRS: xPSR's parts are SYSm 0 to 7, bit 0 asks for IPSR, bit 2 leaves APSR out; EPSR reads as 0. */
export function readSpecialRegister(cpu: CortexM0, sysm: number): number {
  if (sysm < MSP) {
    const flags = (sysm & FIRST_WITHOUT_APSR) === 0 ? cpu.flags : 0;
    return flags | ((sysm & 1) !== 0 ? cpu.exceptionNumber : 0);
  }
  switch (sysm) {
    case MSP:
      return cpu.mainStackPointer;
    case PSP:
      return cpu.processStackPointer;
    case PRIMASK:
      return cpu.primask ? 1 : 0;
    case CONTROL:
      return cpu.usesProcessStack ? 2 : 0;
    default:
      return 0;
  }
}

export function writeSpecialRegister(cpu: CortexM0, sysm: number, value: number): void {
  if (sysm < FIRST_WITHOUT_APSR) {
    cpu.flags = value;
    return;
  }
  switch (sysm) {
    case MSP:
      cpu.mainStackPointer = value & ~3;
      return;
    case PSP:
      cpu.processStackPointer = value & ~3;
      return;
    case PRIMASK:
      cpu.primask = (value & 1) !== 0;
      cpu.attention = true;
      return;
    case CONTROL:
      // Privilege is not modelled: MicroPython and the SDK never drop it.
      if (cpu.exceptionNumber === 0) cpu.selectProcessStack((value & 2) !== 0);
      return;
    default:
  }
}

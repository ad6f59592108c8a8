import { CoreFault } from "./coreFault.ts";
import type { CortexM0 } from "./cortexM0.ts";

/** Bit 9 of the stacked xPSR: the stack was moved by 4 to be aligned to 8. */
const ALIGNED = 1 << 9;
const THUMB = 1 << 24;
/** Entry of an exception on a Cortex-M0+ without wait states: 15 cycles, as many back. */
const EXCEPTION_CYCLES = 15;

const TO_HANDLER = 0xfffffff1 | 0;
const TO_MAIN_STACK = 0xfffffff9 | 0;
const TO_PROCESS_STACK = 0xfffffffd | 0;

/** Stacks eight words and goes to the handler (ARMv6-M manual, B1.5.6). */
export function enterException(cpu: CortexM0, exception: number): void {
  const { r, bus } = cpu;
  const handler = bus.readUint32(cpu.vectorTable + 4 * exception);
  const before = r[13]!;
  const frame = (before - 32) & ~7;
  const psr = cpu.flags | THUMB | cpu.exceptionNumber | ((before & 4) !== 0 ? ALIGNED : 0);
  const words = [r[0]!, r[1]!, r[2]!, r[3]!, r[12]!, r[14]!, r[15]!, psr];
  words.forEach((word, index) => {
    bus.writeUint32(frame + 4 * index, word);
  });
  r[13] = frame;
  r[14] =
    cpu.exceptionNumber !== 0
      ? TO_HANDLER
      : cpu.usesProcessStack
        ? TO_PROCESS_STACK
        : TO_MAIN_STACK;
  cpu.exceptionNumber = exception;
  cpu.selectProcessStack(false);
  cpu.eventRegister = true;
  cpu.attention = true;
  cpu.remaining -= EXCEPTION_CYCLES;
  cpu.jumpToThumb(handler);
}

/** A branch to 0xFxxxxxxx in a handler: takes the frame back. */
export function leaveException(cpu: CortexM0, exceptionReturn: number): void {
  const { r, bus } = cpu;
  if (exceptionReturn === TO_PROCESS_STACK) cpu.selectProcessStack(true);
  else if (exceptionReturn !== TO_MAIN_STACK && exceptionReturn !== TO_HANDLER) {
    throw new CoreFault("fetch of nothing", exceptionReturn);
  }
  const frame = r[13]!;
  const word = (index: number): number => bus.readUint32(frame + 4 * index) | 0;
  r[0] = word(0);
  r[1] = word(1);
  r[2] = word(2);
  r[3] = word(3);
  r[12] = word(4);
  r[14] = word(5);
  r[15] = word(6) & ~1;
  const psr = word(7);
  r[13] = frame + 32 + ((psr & ALIGNED) !== 0 ? 4 : 0);
  cpu.flags = psr;
  cpu.exceptionNumber = psr & 63;
  cpu.eventRegister = true;
  cpu.attention = true;
  cpu.remaining -= EXCEPTION_CYCLES;
}

import type { RomCaller, RomTrap } from "./contract.ts";

const FIFO_STATUS = 0xd000_0050;
const FIFO_WRITE = 0xd000_0054;
const FIFO_READ = 0xd000_0058;
const VALID = 1;
const VECTOR_TABLE_OFFSET = 0xe000_ed08;

const [STAGE, VECTORS, STACK] = [4, 5, 6];
const [SP, LR, PC] = [13, 14, 15];

/**
 * Core 1 waits for six words from core 0, 0, 0, 1, vector table, stack, entry, and gives each back (RP2040 datasheet,
 * 2.8.2). A word that does not fit starts anew. The state is in the core's own registers, as in a program.
 */
export const beginWaiting: RomTrap = ({ registers }) => {
  registers[STAGE] = 0;
};

/** After a reset of core 1: what lies in its mailbox is dropped, and a zero tells core 0 so. */
export function resetCore1(caller: RomCaller): void {
  while (hasWord(caller)) caller.memory.readUint32(FIFO_READ);
  giveBack(caller, 0);
}

/** `waitLoop`: where the program of core 1 returns to. */
export function receiveLaunch(waitLoop: number): RomTrap {
  return (caller) => {
    const { memory, registers } = caller;
    while (hasWord(caller)) {
      const word = memory.readUint32(FIFO_READ);
      const stage = nextStage(registers[STAGE]!, word);
      giveBack(caller, word);
      registers[STAGE] = stage;
      if (stage === 4) registers[VECTORS] = word;
      if (stage === 5) registers[STACK] = word;
      if (stage !== 6) continue;
      memory.writeUint32(VECTOR_TABLE_OFFSET, registers[VECTORS]!);
      registers[SP] = registers[STACK]!;
      registers[LR] = waitLoop;
      registers[PC] = word & ~1;
      return;
    }
  };
}

/** Core 0 may sleep until it comes. */
function giveBack(caller: RomCaller, word: number): void {
  caller.memory.writeUint32(FIFO_WRITE, word);
  caller.sendEvent();
}

/** The stage is how many words have come as they should. Zeros before the one are free. */
function nextStage(stage: number, word: number): number {
  if (stage >= 3) return stage + 1;
  if (word === 0) return Math.min(stage + 1, 2);
  return stage === 2 && word === 1 ? 3 : 0;
}

function hasWord({ memory }: RomCaller): boolean {
  return (memory.readUint32(FIFO_STATUS) & VALID) !== 0;
}

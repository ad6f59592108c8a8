import type { RomTrap } from "./contract.ts";

/** Cycles are estimates for a Cortex-M0+, which has instructions for none of these. */
const CYCLES = 22;

export const countLeadingZeros = bits((value) => Math.clz32(value));

export const countTrailingZeros = bits((value) =>
  value === 0 ? 32 : 31 - Math.clz32(value & -value),
);

export const countOnes = bits((value) => {
  let pairs = value - ((value >>> 1) & 0x5555_5555);
  pairs = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
});

export const reverseBits = bits((value) => {
  let result = 0;
  for (let bit = 0; bit < 32; bit++) result = (result << 1) | ((value >>> bit) & 1);
  return result;
});

function bits(compute: (value: number) => number): RomTrap {
  return (caller) => {
    caller.registers[0] = compute(caller.registers[0]!);
    caller.charge(CYCLES);
  };
}

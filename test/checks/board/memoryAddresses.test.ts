import { testRule } from "../ruleTester.ts";

testRule("TSMP4010", {
  given: 'import { mem8, mem16, mem32 } from "machine";\n',
  valid: {
    words: `print(mem32[0x40000000], mem16[0x20000002], mem8[0x20000001]);`,
    "an address that is not known": `for (let i = 0; i < 8; i++) print(mem32[0x20000000 + i]);`,
    "a variable of the same name": `function f(mem32: number[]) { return mem32[3]; }
print(f([1, 2, 3, 4]));`,
  },
  invalid: {
    read: `print(mem32[«0x20000002], mem16[«0x20000001]);`,
    written: `mem32[«0xd0000015] = 1;`,
    "through a constant": `const BASE = 0x40014000;
print(mem32[«BASE + 6]);`,
  },
});

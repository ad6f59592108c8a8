import { testRule } from "../ruleTester.ts";

const given = `import { asm_pio, PIO, type Pio } from "rp2";
`;

testRule("TSMP4006", {
  given,
  valid: {
    "labels before and after, numbers from arithmetic": `const T1 = 2;
asm_pio({ sideset_init: PIO.OUT_LOW }, (p) => {
  p.label("a");
  p.out(p.x, T1 * 8).side(T1 - 1).delay(16 - 1);
  p.jmp(p.not_x, "b").side(0);
  p.jmp("a").side(1);
  p.label("b");
  p.set(p.y, T1 << 3).side(0);
});`,
    "as many as fit": `asm_pio((p) => {\n${"  p.nop();\n".repeat(32)}});`,
    "variables of its own": `asm_pio((p) => { const count = 3; for (let i = 0; i < count; i++) p.nop(); });`,
  },
  invalid: {
    "a label that is not there": `asm_pio((p) => { p.jmp(«"nowhere"); p.jmp(p.x_dec, «"either"); });`,
    "a label twice": `asm_pio((p) => { p.label("a"); p.nop(); p.label(«"a"); });`,
    "more than fit": `asm_pio((p) => {\n${"  p.nop();\n".repeat(32)}  «p.nop();\n});`,
    "numbers that do not fit": `const N = 30;
asm_pio((p) => { p.nop().delay(«N + 2); p.set(p.x, «N * 2); p.out(p.x, «N - 30); });
asm_pio({ sideset_init: [PIO.OUT_LOW, PIO.OUT_LOW] }, (p) => { p.nop().side(«N - 26).delay(«N - 22); });`,
    "names of PIO's own": `let x = 3;
asm_pio((p) => { const «y = 2; p.set(p.x, «x); p.set(p.y, y); });`,
  },
});

testRule("TSMP4007", {
  given,
  valid: {
    "in place, by an expression": `const one = asm_pio((p) => p.nop());
print(one);`,
    "in a function": `const wait = (n: number) => asm_pio((p) => { p.set(p.x, n); });
print(wait(3));`,
  },
  invalid: {
    "a function from elsewhere": `function blink(p: Pio) { p.nop(); }
asm_pio(«blink);`,
    "settings from elsewhere": `const settings = { set_init: PIO.OUT_LOW };
asm_pio(«settings, (p) => { p.nop(); });`,
    "a parameter that is kept": `asm_pio((p) => { const q = «p; p.nop(); print(q); });`,
  },
});

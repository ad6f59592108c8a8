import { testRule } from "../ruleTester.ts";

testRule("TSMP5028", {
  valid: {
    "asm early": `import { start_new_thread } from "_thread"; import { asm_pio, PIO } from "rp2"; import { sleep } from "time";
const square = asm_pio({ set_init: PIO.OUT_LOW }, (p) => { p.wrap_target(); p.set(p.pins, 1).delay(31); p.set(p.pins, 0).delay(31); p.wrap(); });
start_new_thread(() => { while (true) sleep(1); }, []);
print(square);`,
  },
  invalid: {
    "asm late": `import { start_new_thread } from "_thread"; import { asm_pio, PIO } from "rp2"; import { sleep } from "time";
start_new_thread(() => { while (true) sleep(1); }, []);
const square = «asm_pio({ set_init: PIO.OUT_LOW }, (p) => { p.wrap_target(); p.set(p.pins, 1).delay(31); p.set(p.pins, 0).delay(31); p.wrap(); });
print(square);`,
  },
});

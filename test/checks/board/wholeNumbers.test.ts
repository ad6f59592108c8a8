import { testRule } from "../ruleTester.ts";

const machine = `import { I2C, Pin, PWM, UART, WDT } from "machine";
import { sleep_ms } from "time";
const pwm = new PWM(new Pin(15));
`;

testRule("TSMP4004", {
  given: machine,
  valid: {
    integers: `sleep_ms(50.0);
sleep_ms(Math.round(1000 / 3));
pwm.duty_u16(65535 >> 1);
pwm.duty_u16(Math.floor(65535 * 0.3));
for (const i of range(7)) print(i);`,
    "what may be an integer": `function set(duty: number) { pwm.duty_u16(duty); }
set(500);
set(65535 / 3);`,
    "floats where they are taken": `import { sleep } from "time";
import { Timer } from "machine";
sleep(1 / 3);
new Timer({ freq: 2.5, callback: () => {} });`,
    "a type of one's own": `const half: float = 7 / 2;
const count: int = 7;
print(half, count);`,
  },
  invalid: {
    "a literal": `sleep_ms(«1.5);`,
    "a quotient": `sleep_ms(«1000 / 3);`,
    "a product": `pwm.duty_u16(«65535 * 0.5);`,
    "through variables and functions": `const half = 65535 / 2;
pwm.duty_u16(«half);
function set(duty: number) { pwm.duty_u16(«duty); }
set(2.5);`,
    "a keyword": `new WDT({ timeout: «8.5 });
new PWM(new Pin(3), { freq: «1000 / 7 });`,
    "what becomes bytes": `print(bytes([1, «2.5]));
for (const i of range(«3 / 2)) print(i);`,
    "a promise": `const half: int = «7 / 2;
print(half);`,
  },
});

testRule("TSMP4005", {
  given: machine,
  valid: {
    "within the range": `new WDT({ timeout: 8388 });
new UART(0, { rxbuf: 1024 });
pwm.duty_u16(65535);`,
    "elements, which wrap": `const buffer = bytearray(4);
buffer[0] = 300;
print(buffer);`,
    "what is limited": `function set(duty: number) { pwm.duty_u16(Math.min(duty, 65535)); }
set(70000);`,
  },
  invalid: {
    "the range of a type": `pwm.duty_u16(«70000);
pwm.duty_u16(«-1);`,
    "the range of an option": `new WDT({ timeout: «10_000 });
new UART(0, { rxbuf: «10 });`,
    "the range of a parameter": `new WDT(0, «9000);`,
  },
});

testRule("TSMP4005", {
  given: `import { WDT } from "machine";
import { StateMachine } from "rp2";
`,
  board: "pico2_w",
  valid: {
    "what another chip takes": `new WDT({ timeout: 16_777 });
new StateMachine(11);`,
  },
  invalid: { "more than that": `new WDT({ timeout: «16_778 });` },
});

testRule("TSMP4005", {
  given: `import { StateMachine } from "rp2";
`,
  valid: { "the last one": `new StateMachine(7);` },
  invalid: { "a state machine that is not there": `new StateMachine(«8);` },
});

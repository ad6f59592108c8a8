import { testRule } from "../ruleTester.ts";

testRule("TSMP4003", {
  given: `import { Pin, PWM } from "machine";
`,
  valid: {
    "one frequency": `new PWM(new Pin(14), { freq: 1000 });
new PWM(new Pin(15), { freq: 1000 });`,
    "two slices": `new PWM(new Pin(15), { freq: 1000 });
new PWM(new Pin(16), { freq: 50 });`,
    "one that says nothing": `new PWM(new Pin(14), { freq: 1000 });
new PWM(new Pin(15), { duty_u16: 0 });`,
    "one that changes": `const a = new PWM(new Pin(14));
a.freq(50);
a.freq(60);
new PWM(new Pin(15), { freq: 1000 });`,
    "a pin that is not known": `function output(pin: Pin): PWM { return new PWM(pin, { freq: 50 }); }
output(new Pin(14));
output(new Pin(16));
new PWM(new Pin(15), { freq: 1000 });`,
    "the same pin in a new way": `new PWM(new Pin(14), { freq: 50, duty_u16: 3 });`,
  },
  invalid: {
    neighbours: `new PWM(new Pin(14), { freq: 1000 });
«new PWM(new Pin(15), { freq: 50 });`,
    "sixteen apart": `new PWM(new Pin(0), { freq: 1000 });
«new PWM(new Pin(16), { freq: 50 });`,
    "by name": `new PWM(new Pin("GP14"), { freq: 1000 });
«new PWM(new Pin("GP15"), { freq: 50 });`,
    "set later": `const a = new PWM(new Pin(14));
const b = «new PWM(new Pin(15));
a.freq(50);
b.freq(1000);`,
    "by number, by name, by the board's names": `const a = new PWM(4, { freq: 50 });
const b = «new PWM(20, { freq: 440 });
const c = new PWM("GP6", { freq: 50 });
const d = «new PWM(Pin.board.GP7, { freq: 60 });
print(a, b, c, d);`,
    "through variables": `const LAMP = 2;
const pin = new Pin(LAMP);
const lamp = new PWM(pin, { freq: 1000 });
const servo = «new PWM(new Pin(3), { freq: 50 });
print(lamp, servo);`,
    "through a parameter": `function output(pin: Pin): PWM { return new PWM(pin, { freq: 50 }); }
output(new Pin(14));
«new PWM(new Pin(15), { freq: 1000 });`,
  },
});

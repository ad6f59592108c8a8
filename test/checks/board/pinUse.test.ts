import { testRule } from "../ruleTester.ts";

testRule("TSMP4009", {
  given: 'import { Pin, SoftI2C, SoftSPI } from "machine";\n',
  valid: {
    "a level and a direction": `const led = new Pin("LED", Pin.OUT, { value: 1 });
led.init(Pin.IN);
led.init({ mode: Pin.OUT, pull: null });`,
    "pins of the chip": `new Pin(14, Pin.IN, Pin.PULL_UP);
new Pin("GP15", Pin.OPEN_DRAIN, { value: 1 });
new Pin(3, { mode: Pin.ALT, alt: Pin.ALT_PWM });`,
    "lines of their own": `new SoftI2C({ scl: 5, sda: 4 });
new SoftI2C(5, new Pin(4));
new SoftSPI({ sck: 2, mosi: 3, miso: 4 });
function bus(scl: Pin, sda: Pin) { return new SoftI2C(scl, sda); }
print(bus(new Pin(6), new Pin(7)));`,
  },
  invalid: {
    pulls: `new Pin("LED", Pin.IN, «Pin.PULL_UP);
new Pin("WL_GPIO1", { mode: Pin.IN, pull: «Pin.PULL_DOWN });`,
    "open drain and functions": `new Pin("LED", «Pin.OPEN_DRAIN);
const led = new Pin("LED");
led.init(«Pin.OPEN_DRAIN);
led.init({ mode: «Pin.ALT });
Pin.board.LED.init(Pin.IN, «Pin.PULL_UP);`,
    "one pin for two lines": `new SoftI2C({ scl: new Pin(4), sda: «new Pin(4) });
new SoftI2C(4, «"GP4");
new SoftSPI({ sck: 2, mosi: «new Pin(2), miso: 4 });
const line = new Pin(7);
new SoftSPI(100_000, { sck: 6, mosi: line, miso: «line });`,
  },
});

testRule("TSMP4009", {
  board: "pico",
  given: 'import { Pin } from "machine";\n',
  valid: { "where the LED is a pin of the chip": `new Pin("LED", Pin.IN, Pin.PULL_UP);` },
  invalid: {},
});

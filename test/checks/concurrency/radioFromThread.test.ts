import { testRule } from "../ruleTester.ts";

const given = `import { start_new_thread } from "_thread";
import { run } from "asyncio";
import { Pin } from "machine";
import { STA_IF, WLAN } from "network";
const led = new Pin("LED", Pin.OUT);
`;

testRule("TSMP5020", {
  given,
  valid: {
    "a task": `async function main() { led.on(); new WLAN(STA_IF).active(true); }
run(main());`,
    "the main program": `led.toggle();`,
    "a pin of the chip": `const lamp = new Pin(15, Pin.OUT);
start_new_thread(() => lamp.on(), []);`,
    "an interrupt": `new Pin(3).irq({ handler: () => led.toggle() });`,
    "another pin by its name": `start_new_thread(() => { const lamp = new Pin("GP15", Pin.OUT); lamp.on(); }, []);`,
    "a thread that only computes": `start_new_thread(() => print(1), []);
led.off();`,
  },
  invalid: {
    "the LED": `start_new_thread(() => «led.toggle(), []);`,
    "the LED made there": `start_new_thread(() => { const own = «new Pin("LED", Pin.OUT); «own.on(); }, []);`,
    "the LED as an argument": `function blink(pin: Pin): void { «pin.on(); }
start_new_thread(blink, [led]);`,
    "Wi-Fi": `const wlan = new WLAN(STA_IF);
start_new_thread(() => { «wlan.active(true); }, []);`,
    "Wi-Fi made there": `start_new_thread(() => { print(«new WLAN(STA_IF) !== null); }, []);`,
    "in a function that the thread calls": `function show(): void { «led.on(); }
start_new_thread(() => show(), []);`,
  },
});

testRule("TSMP5020", {
  given: given.replace(/import { STA_IF.*\n/, ""),
  board: "pico",
  valid: { "the LED of a Pico is a pin of the chip": `start_new_thread(() => led.toggle(), []);` },
  invalid: {},
});

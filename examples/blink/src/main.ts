import { Pin } from "machine";
import { sleep_ms } from "time";

const BLINKS = 5;
const HALF_PERIOD_MS = 100;

const led = new Pin("LED", Pin.OUT);

for (let blink = 1; blink <= BLINKS; blink++) {
  led.on();
  sleep_ms(HALF_PERIOD_MS);
  led.off();
  sleep_ms(HALF_PERIOD_MS);
  print(`Blink ${blink}`);
}

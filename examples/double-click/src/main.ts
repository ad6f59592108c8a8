// A button that tells one click from two: the second click must come within 400 ms of the first.
// Without a button at hand the program presses it itself, as `press` does here.

import { run, sleep_ms } from "asyncio";
import { Pin } from "machine";
import { Pushbutton } from "primitives";

const BUTTON = 14;

/** Pulls the pin to ground and lets it go, as a finger would. */
async function click(pin: Pin): Promise<void> {
  pin.init(Pin.OUT, { value: 0 });
  await sleep_ms(100);
  pin.init(Pin.IN, Pin.PULL_UP);
  await sleep_ms(100);
}

async function main(): Promise<void> {
  const pin = new Pin(BUTTON, Pin.IN, Pin.PULL_UP);
  const button = new Pushbutton(pin, { suppress: true });
  button.release_func(() => print("One click: next effect"));
  button.double_func(() => print("Two clicks: off"));

  await sleep_ms(100);
  await click(pin);
  await sleep_ms(600);
  await click(pin);
  await click(pin);
  await sleep_ms(600);
  button.deinit();
}

run(main());

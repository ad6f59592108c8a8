import { sleep_ms, ThreadSafeFlag } from "asyncio";
import { Pin } from "machine";
import { config } from "./config";

const DEBOUNCE_MS = 30;

/** Calls `pressed` each time the button is pressed; runs for ever. */
export async function watchButton(pressed: () => Promise<void>): Promise<void> {
  const edge = new ThreadSafeFlag();
  const pin = new Pin(config.buttonPin, Pin.IN, Pin.PULL_UP);
  pin.irq({ handler: () => edge.set(), trigger: Pin.IRQ_FALLING });
  while (true) {
    await edge.wait();
    await sleep_ms(DEBOUNCE_MS);
    if (pin.value() === 0) await pressed();
  }
}

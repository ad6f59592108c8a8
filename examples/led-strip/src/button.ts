import { sleep_ms, ThreadSafeFlag } from "asyncio";
import { Pin } from "machine";

const DEBOUNCE_MS = 30;

/** Calls `pressed` each time the button between `pin` and ground is pressed; runs for ever. */
export async function watchButton(pin: Pin, pressed: () => Promise<void>): Promise<void> {
  const edge = new ThreadSafeFlag();
  pin.irq({ handler: () => edge.set(), trigger: Pin.IRQ_FALLING });
  while (true) {
    await edge.wait();
    await sleep_ms(DEBOUNCE_MS);
    if (pin.value() === 0) await pressed();
  }
}

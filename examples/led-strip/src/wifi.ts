import { sleep_ms } from "asyncio";
import { STA_IF, WLAN } from "network";

/** Joins a network; gives the address of the board. */
export async function connect(name: string, password: string): Promise<string> {
  const wlan = new WLAN(STA_IF);
  wlan.active(true);
  wlan.connect(name, password);
  while (!wlan.isconnected()) {
    await sleep_ms(100);
  }
  return wlan.ifconfig()[0];
}

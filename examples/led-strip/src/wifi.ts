import { sleep_ms } from "asyncio";
import { STA_IF, WLAN } from "network";
import type { Network } from "./config";

const POLL_MS = 100;

/** Joins a network, however long it takes; gives the address of the board. */
export async function join({ name, password }: Network): Promise<string> {
  const wlan = new WLAN(STA_IF);
  wlan.active(true);
  wlan.connect(name, password);
  while (!wlan.isconnected()) {
    await sleep_ms(POLL_MS);
  }
  const [address] = wlan.ifconfig();
  return address;
}

import { open_connection, sleep_ms, wait_for_ms } from "asyncio";
import { Pin } from "machine";
import { config } from "./config";
import type { Controller } from "./controller";
import type { Renderer } from "./renderer";

const PAGES = [
  "/",
  "/effects",
  "/effect/white",
  "/brightness/128",
  "/brightness/bright",
  "/effect/disco",
  "/nowhere",
];

/** Uses every page of the server and the button once, and tells what came of it. */
export async function selfTest(controller: Controller, renderer: Renderer): Promise<void> {
  for (const page of PAGES) {
    print(`${page} -> ${await get(page)}`);
  }
  await sleep_ms(10 * config.frameMs);
  print(`Pixel 0 is ${renderer.colorAt(0)}`);
  await press(new Pin(config.buttonPin));
  await wait_for_ms(changeFrom("white", controller), 2000);
  print(`The button shows ${controller.name}`);
}

/** Asks the server for a page, as a browser would; gives status and body. */
async function get(path: string): Promise<string> {
  const [reader, writer] = await open_connection("127.0.0.1", config.port);
  try {
    writer.write(`GET ${path} HTTP/1.0\r\n\r\n`);
    await writer.drain();
    const status = (await reader.readline()).decode().trim();
    while ((await reader.readline()).length > 2) {
      // A header.
    }
    const body = (await reader.read()).decode();
    return `${status}: ${body.replaceAll("\n", " ")}`;
  } finally {
    writer.close();
    await writer.wait_closed();
  }
}

/** Pulls the pin down as the button would. */
async function press(pin: Pin): Promise<void> {
  pin.init(Pin.OUT, { value: 0 });
  await sleep_ms(100);
  pin.init(Pin.IN, Pin.PULL_UP);
}

async function changeFrom(name: string, controller: Controller): Promise<void> {
  while (controller.name === name) {
    await sleep_ms(10);
  }
}

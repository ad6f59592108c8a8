import { open_connection } from "asyncio";
import { config } from "./config";
import type { Renderer } from "./renderer";

/** Asks the server for a page, as a browser would; gives the first line and the body. */
async function get(path: string): Promise<string> {
  const [reader, writer] = await open_connection(config.host, config.port);
  writer.write(`GET ${path} HTTP/1.0\r\n\r\n`);
  await writer.drain();
  const status = (await reader.readline()).decode().trim();
  while ((await reader.readline()).length > 2) {
    // Headers.
  }
  const body = (await reader.read()).decode();
  writer.close();
  await writer.wait_closed();
  return `${status}: ${body}`;
}

/** Uses every page of the server once, and tells what came back and what the strip shows. */
export async function takeTour(renderer: Renderer): Promise<void> {
  for (const path of ["/", "/effect/white", "/", "/effect/chase", "/effect/disco", "/nowhere"]) {
    print(`${path} -> ${await get(path)}`);
    if (path === "/effect/white") print(`Pixel 0 is ${renderer.colorAt(0)}`);
  }
}

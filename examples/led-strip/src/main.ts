// A LED strip with effects that never stutter: frames are drawn on the second core, while this one
// serves HTTP requests and a button.
//
// `tsmp run` serves until Ctrl-C; `tsmp run -- self-test` uses everything once and ends.

import { create_task, run } from "asyncio";
import { Pin } from "machine";
import { argv } from "sys";
import { watchButton } from "./button";
import { config } from "./config";
import { Controller } from "./controller";
import { Renderer } from "./renderer";
import { selfTest } from "./selfTest";
import { ControlServer } from "./server";
import { join } from "./wifi";

async function main(): Promise<void> {
  const renderer = new Renderer();
  const controller = new Controller(renderer);
  renderer.start();
  const button = new Pin(config.buttonPin, Pin.IN, Pin.PULL_UP);
  create_task(watchButton(button, () => controller.next()));

  const address = await join(config.network);
  const server = await new ControlServer(controller).start(config.port);
  print(`Serving http://${address}:${config.port}`);

  if (argv.includes("self-test")) await selfTest(controller, renderer);
  else await server.wait_closed();

  server.close();
  await renderer.stop();
  print("Stopped");
}

run(main());

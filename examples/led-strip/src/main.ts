// A LED strip with effects that never stutter: frames are drawn on the second core, while this one
// serves HTTP requests and a button.

import { create_task, run } from "asyncio";
import { watchButton } from "./button";
import { Controller } from "./controller";
import { Renderer } from "./renderer";
import { ControlServer } from "./server";
import { takeTour } from "./tour";

async function main(): Promise<void> {
  const renderer = new Renderer();
  const controller = new Controller(renderer);
  renderer.start();
  create_task(watchButton(() => controller.next()));
  const server = await new ControlServer(controller).start();
  print("Serving");
  await takeTour(renderer);
  server.close();
  await renderer.stop();
  print("Stopped");
}

run(main());

import { type Server, type StreamReader, type StreamWriter, start_server } from "asyncio";
import type { Controller } from "./controller";
import { effects } from "./effects";
import {
  badRequest,
  notFound,
  ok,
  type Request,
  type Response,
  readRequest,
  sendResponse,
} from "./http";

/**
 * Controls the strip over HTTP:
 *
 *     GET /                which effect is shown
 *     GET /effects         which there are
 *     GET /effect/NAME     shows one
 *     GET /brightness/N    0 to 255
 */
export class ControlServer {
  constructor(private readonly controller: Controller) {}

  start(port: int): Promise<Server> {
    return start_server((reader, writer) => this.serve(reader, writer), "0.0.0.0", port);
  }

  private async serve(reader: StreamReader, writer: StreamWriter): Promise<void> {
    try {
      await sendResponse(writer, await this.answer(await readRequest(reader)));
    } finally {
      writer.close();
      await writer.wait_closed();
    }
  }

  private async answer({ method, path }: Request): Promise<Response> {
    if (method !== "GET") return badRequest("Only GET");
    const [, page, argument = ""] = path.split("/");
    switch (page) {
      case "":
        return ok(this.controller.name);
      case "effects":
        return ok(effects.map((effect) => effect.name).join("\n"));
      case "effect":
        return (await this.controller.choose(argument))
          ? ok(`Showing ${argument}`)
          : notFound(`No effect "${argument}"`);
      case "brightness":
        return this.controller.setBrightness(Number(argument))
          ? ok(`Brightness ${argument}`)
          : badRequest("A brightness is 0 to 255");
      default:
        return notFound("No such page");
    }
  }
}

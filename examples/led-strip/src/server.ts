import { type Server, start_server, type StreamReader, type StreamWriter } from "asyncio";
import { config } from "./config";
import type { Controller } from "./controller";

/** An HTTP answer. */
interface Answer {
  readonly status: string;
  readonly body: string;
}

/** `GET /` tells the effect that is shown, `GET /effect/NAME` shows another one. */
export class ControlServer {
  constructor(private readonly controller: Controller) {}

  start(): Promise<Server> {
    return start_server(
      (reader: StreamReader, writer: StreamWriter) => this.serve(reader, writer),
      config.host,
      config.port,
    );
  }

  private async serve(reader: StreamReader, writer: StreamWriter): Promise<void> {
    const request = (await reader.readline()).decode();
    while ((await reader.readline()).length > 2) {
      // The headers say nothing that matters here.
    }
    const { status, body } = await this.answer(request);
    writer.write(`HTTP/1.0 ${status}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    await writer.drain();
    writer.close();
    await writer.wait_closed();
  }

  private async answer(request: string): Promise<Answer> {
    const [method, path] = request.split(" ");
    if (method !== "GET") return { status: "405 Method Not Allowed", body: "Only GET" };
    if (path === "/") return { status: "200 OK", body: this.controller.name };
    if (!path.startsWith("/effect/")) return { status: "404 Not Found", body: "No such page" };
    const name = path.slice("/effect/".length);
    const isKnown = await this.controller.choose(name);
    return isKnown
      ? { status: "200 OK", body: `Showing ${name}` }
      : { status: "404 Not Found", body: `No effect ${name}` };
  }
}

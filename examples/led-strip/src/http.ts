import type { StreamReader, StreamWriter } from "asyncio";

/** The first line of a request; the headers say nothing that matters here. */
export interface Request {
  readonly method: string;
  readonly path: string;
}

export interface Response {
  readonly status: string;
  readonly body: string;
}

export async function readRequest(reader: StreamReader): Promise<Request> {
  const [method, path = "/"] = (await reader.readline()).decode().split(" ");
  while ((await reader.readline()).length > 2) {
    // A header.
  }
  return { method, path };
}

export async function sendResponse(
  writer: StreamWriter,
  { status, body }: Response,
): Promise<void> {
  writer.write(
    `HTTP/1.0 ${status}\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  writer.write(body);
  await writer.drain();
}

export function ok(body: string): Response {
  return { status: "200 OK", body };
}

export function badRequest(body: string): Response {
  return { status: "400 Bad Request", body };
}

export function notFound(body: string): Response {
  return { status: "404 Not Found", body };
}

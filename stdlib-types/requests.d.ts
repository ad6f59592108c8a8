/** HTTP requests. They block: in a program with tasks use `asyncio.open_connection`, or `threadsafe.unblock`. */

import type { FromJson, JsonValue } from "json";

/** What came back. Close it, or memory and sockets run out. */
export class Response {
  constructor(socket: unknown);
  /** The status: 200 is good. */
  readonly status_code: int;
  /** The status in words. */
  readonly reason: bytes;
  /** The header lines by name. */
  readonly headers: Record<string, string>;
  /** The encoding of `text`, "utf-8". */
  encoding: string;
  /** The body as bytes, all in memory. */
  readonly content: bytes;
  /** The body as text, all in memory. */
  readonly text: string;
  /** The value that the body stands for; ValueError when it is not JSON. */
  json(): FromJson;
  /** Ends the connection. */
  close(): void;
}
/** Settings of a request. */
export interface RequestOptions {
  /** The body: bytes, text, or chunks of it. */
  data?: ReadableBuffer | string | Iterable<ReadableBuffer> | null;
  /** A value that is sent as JSON. */
  json?: JsonValue;
  /** Header lines by name. */
  headers?: Record<string, string>;
  /** Accepted and ignored. */
  stream?: boolean | null;
  /** Name and password. */
  auth?: readonly [user: string, password: string] | null;
  /** Seconds to wait for the other side; null for ever. */
  timeout?: number | null;
  /** Whether header lines of the answer are kept, or what to do with each. */
  parse_headers?: boolean | ((line: bytes, headers: Record<string, string>) => void);
}
/** Sends a request. OSError when the server cannot be reached; ValueError for a strange address or answer. */
export function request(method: string, url: string, options?: Keywords<RequestOptions>): Response;
/**
 * Gets a page.
 *
 * @example
 * const response = get("http://example.com/data.json", { timeout: 10 });
 * const data = response.json();
 * response.close();
 */
export function get(url: string, options?: Keywords<RequestOptions>): Response;
/** Gets the header lines of a page. */
export function head(url: string, options?: Keywords<RequestOptions>): Response;
/** Sends data. */
export function post(url: string, options?: Keywords<RequestOptions>): Response;
/** Puts data there. */
export function put(url: string, options?: Keywords<RequestOptions>): Response;
/** Changes data. */
export function patch(url: string, options?: Keywords<RequestOptions>): Response;
/** Removes data. `delete` is a word of TypeScript: `import * as requests`, then `requests.delete(...)`. */
declare function delete_(url: string, options?: Keywords<RequestOptions>): Response;
export { delete_ as delete };

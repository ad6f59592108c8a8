import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { StringDecoder } from "node:string_decoder";

interface Response {
  readonly type: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly body?: unknown;
}

/** The editor's side of a real TypeScript server. */
export class TsServer {
  readonly #server: ChildProcess;
  readonly #waiting: { is: (message: Response) => boolean; done: (message: Response) => void }[] =
    [];
  #sequence = 0;
  #received = "";

  /** `library` is another TypeScript than that of the tests. */
  constructor(folder: string, args: readonly string[] = [], library?: string) {
    const own = library ?? createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
    const all = [own, "--disableAutomaticTypingAcquisition", ...args];
    this.#server = spawn(process.execPath, all, {
      cwd: folder,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const decoder = new StringDecoder("utf8");
    this.#server.stdout!.on("data", (chunk: Buffer) => this.#read(decoder.write(chunk)));
  }

  open(file: string, text: string): void {
    this.#send("open", { file, fileContent: text });
  }

  async ask<Body>(command: string, args: object): Promise<Body> {
    const sequence = this.#send(command, args);
    const answer = await this.#wait((message) => message.request_seq === sequence);
    return answer.body as Body;
  }

  /** Errors and warnings as the editor underlines them. */
  async diagnostics(file: string): Promise<string[]> {
    const kinds = ["semanticDiagnosticsSync", "syntacticDiagnosticsSync"];
    const found = await Promise.all(
      kinds.map((kind) => this.ask<{ text: string; code: number }[]>(kind, { file })),
    );
    return found.flat().map(({ code, text }) => `TS${code} ${text}`);
  }

  /** Resolves when the server says that diagnostics are to be asked for again. */
  async refreshed(): Promise<void> {
    await this.#wait((message) => message.event === "projectsUpdatedInBackground");
  }

  close(): void {
    this.#server.kill();
  }

  #send(command: string, args: object): number {
    this.#sequence++;
    const request = { seq: this.#sequence, type: "request", command, arguments: args };
    this.#server.stdin!.write(`${JSON.stringify(request)}\n`);
    return this.#sequence;
  }

  #wait(is: (message: Response) => boolean): Promise<Response> {
    return new Promise((done) => this.#waiting.push({ is, done }));
  }

  /** Messages come as lines of JSON after a header that says their length. */
  #read(text: string): void {
    const lines = (this.#received + text).split("\n");
    this.#received = lines.pop()!;
    for (const line of lines) {
      if (!line.startsWith("{")) continue;
      const message = JSON.parse(line) as Response;
      const index = this.#waiting.findIndex(({ is }) => is(message));
      if (index >= 0) this.#waiting.splice(index, 1)[0]!.done(message);
    }
  }
}

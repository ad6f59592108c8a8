import { StringDecoder } from "node:string_decoder";
import { type BoardOptions, boardAddress, reportingBoardErrors } from "../boardCommand.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import { fromHere } from "../terminal.ts";

export interface MonitorOptions extends BoardOptions {
  readonly raw?: boolean;
  readonly seconds?: string;
  /** Starts the program first, so that nothing of what it prints is missed. */
  readonly start?: boolean;
}

/** `tsmp monitor [entry|folder]` */
export const defineMonitor: CommandDefinition = (program, context) => {
  program
    .command("monitor")
    .summary("show what a board prints")
    .description(
      "Show what the program on a board prints, with tracebacks in TypeScript's terms, until\nCtrl-C. Nothing is sent to the board; a reset or a replug does not end it. With --json each\nline is a document.",
    )
    .argument("[entry|folder]", "the project that was flashed, for its source maps", ".")
    .option("-d, --device <name>", "the board: serial number, alias, port or tcp:host:port")
    .option("--raw", "let control characters through to the terminal")
    .option("--seconds <n>", "end after so many seconds")
    .action(
      context.run((path: string, options: MonitorOptions) => monitor(path, options, context)),
    );
};

/** Follows a board until Ctrl-C, or as long as `--seconds` says. */
export async function monitor(
  path: string,
  options: MonitorOptions,
  { terminal }: Pick<CommandContext, "terminal">,
): Promise<number> {
  const { followBoard } = await import("../../mpremote/followBoard.ts");
  const { openTransport } = await import("../../mpremote/transport.ts");
  const { ctrlB, ctrlD } = await import("../../mpremote/rawRepl.ts");
  return reportingBoardErrors(terminal, async () => {
    const output = await monitorOutput(path, options, terminal.json);
    let start = options.start === true;
    const ending = new AbortController();
    const end = () => ending.abort();
    const seconds = Number(options.seconds ?? Number.NaN);
    const timer = Number.isFinite(seconds) ? setTimeout(end, seconds * 1000) : undefined;
    process.on("SIGINT", end).on("SIGTERM", end);
    try {
      await followBoard({
        open: async () => {
          const transport = await openTransport(await boardAddress(options));
          if (start) await transport.write(Buffer.from(ctrlB + ctrlD));
          start = false;
          return transport;
        },
        onOutput: (bytes) => output.push(bytes),
        onLine: (state) =>
          terminal.notice(state === "lost" ? "The board is gone; waiting." : "The board is back."),
        signal: ending.signal,
      });
    } finally {
      clearTimeout(timer);
      process.off("SIGINT", end).off("SIGTERM", end);
      output.end();
    }
    return 0;
  });
}

async function monitorOutput(path: string, { raw }: MonitorOptions, json: boolean) {
  const { mappedOutput } = await import("../mappedOutput.ts");
  const { harmless } = await import("../harmless.ts");
  const { files, sourceName } = await builtFiles(path);
  const decoder = new StringDecoder("utf8");
  const disarmed = harmless();
  const show = json ? jsonLines() : (piece: string) => void process.stdout.write(piece);
  const mapped = mappedOutput(files, sourceName, (_, piece) => show(piece));
  const clean = raw ? { push: (piece: string) => piece, end: () => "" } : disarmed;
  return {
    push: (bytes: Buffer) => mapped.push("stdout", clean.push(decoder.write(bytes))),
    end() {
      mapped.push("stdout", clean.push(decoder.end()) + clean.end());
      mapped.end();
    },
  };
}

/** What the project builds to; nothing where there is no project, for any board can be watched. */
async function builtFiles(path: string) {
  const { compileProject } = await import("../../compileProject.ts");
  const { hasErrors } = await import("../../diagnostics/diagnostic.ts");
  const compiled = compileProject(path, {});
  const files = hasErrors(compiled.diagnostics) ? [] : compiled.files;
  return { files, sourceName: (source: string) => fromHere(compiled.sourceOf(source)) };
}

/** One document for each line that the board printed. */
function jsonLines(): (piece: string) => void {
  let held = "";
  return (piece) => {
    const lines = (held + piece).split("\n");
    held = lines.pop() ?? "";
    for (const line of lines) {
      const time = new Date().toISOString();
      process.stdout.write(`${JSON.stringify({ time, line })}\n`);
    }
  };
}

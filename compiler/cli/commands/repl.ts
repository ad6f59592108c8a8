import {
  addBoardOptions,
  type BoardOptions,
  boardAddress,
  reportingBoardErrors,
} from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

/** Ctrl-] ends the REPL, as in other tools for boards; Ctrl-C is the board's. */
const leave = 0x1d;

/** `tsmp repl` */
export const defineRepl: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("repl"))
    .summary("talk Python to a board")
    .description(
      "The prompt of MicroPython on the board. A program that runs is interrupted. Ctrl-] ends it;\nwithout a terminal, what stands on stdin is run, and the end of it ends the command.",
    )
    .action(run((options: BoardOptions) => repl(options)));

  async function repl(options: BoardOptions): Promise<number> {
    return process.stdin.isTTY
      ? reportingBoardErrors(terminal, () => talk(options))
      : runStdin(options);
  }

  async function talk(options: BoardOptions): Promise<number> {
    const { openBoard } = await import("../../mpremote/board.ts");
    const board = await openBoard(await boardAddress(options), { force: options.force === true });
    terminal.notice("Ctrl-] ends.");
    process.stdin.setRawMode(true);
    try {
      await board.repl.leave();
      await new Promise<void>((resolve, reject) => {
        board.transport.onData((bytes) => process.stdout.write(bytes));
        board.transport.onClose((cause) => (cause === undefined ? resolve() : reject(cause)));
        process.stdin.on("data", (keys: Buffer) => {
          if (keys.includes(leave)) resolve();
          else board.transport.write(keys).catch(reject);
        });
      });
      return 0;
    } finally {
      process.stdin.setRawMode(false);
      process.stdin.pause();
      await board.transport.close();
    }
  }

  /** A script for a pipe: what is on stdin runs as one piece. */
  async function runStdin(options: BoardOptions): Promise<number> {
    const { withBoard } = await import("../boardCommand.ts");
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
    return withBoard(options, terminal, async (board) => {
      const code = Buffer.concat(pieces).toString("utf8");
      // No code at all is not run, but resets a raw REPL, which then answers nothing.
      const { stdout, stderr } =
        code.trim() === ""
          ? { stdout: "", stderr: "" }
          : await board.exec(code, { timeoutMs: Number.POSITIVE_INFINITY });
      terminal.document({ ok: stderr === "", stdout, stderr });
      if (!terminal.json) process.stdout.write(stdout);
      if (!terminal.json) process.stderr.write(stderr);
      return stderr === "" ? 0 : 1;
    });
  }
};

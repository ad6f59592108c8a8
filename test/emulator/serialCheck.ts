import { createHash } from "node:crypto";
import { expect } from "vitest";

/**
 * A serial line to a board, as a program on the computer sees it. Time is the board's own.
 */
export interface SerialLine {
  send(bytes: Uint8Array): void;
  /** Takes what has come, after letting the board run for up to so long for something to come. */
  take(milliseconds: number): Uint8Array;
  /** Whether the device is on the bus. */
  readonly isConnected: boolean;
}

const PROMPT = ">>> ";
const RAW_PROMPT = "raw REPL; CTRL-B to exit\r\n>";

/** Talks to MicroPython's REPL over a line. Texts are bytes: one character, one byte. */
export class SerialTalk {
  readonly #line: SerialLine;
  #received = "";

  constructor(line: SerialLine) {
    this.#line = line;
  }

  send(text: string): void {
    this.#line.send(Buffer.from(text, "latin1"));
  }

  /** What comes up to and with `end`; an error with all that came if it does not within so long. */
  until(end: string, milliseconds = 3000): string {
    let at = this.#received.indexOf(end);
    for (let waited = 0; at < 0; waited += 1) {
      if (waited > milliseconds) {
        throw new Error(`no ${JSON.stringify(end)} but ${JSON.stringify(this.#received)}`);
      }
      this.#received += Buffer.from(this.#line.take(1)).toString("latin1");
      at = this.#received.indexOf(end);
    }
    const text = this.#received.slice(0, at + end.length);
    this.#received = this.#received.slice(at + end.length);
    return text;
  }

  /** Sends, and takes what comes up to `end`, without it. */
  ask(text: string, end: string, milliseconds = 3000): string {
    this.send(text);
    return this.until(end, milliseconds).slice(0, -end.length);
  }

  waitForDisconnect(milliseconds = 3000): void {
    for (let waited = 0; this.#line.isConnected; waited++) {
      if (waited > milliseconds) throw new Error("the device stays on the bus");
      this.#line.take(1);
    }
    this.#received = "";
  }

  waitForConnect(milliseconds = 3000): void {
    for (let waited = 0; !this.#line.isConnected; waited++) {
      if (waited > milliseconds) throw new Error("no device on the bus");
      this.#line.take(1);
    }
  }

  /** The prompt for people, from whatever state. */
  toFriendly(): void {
    this.send("\r\x03\x03\x02");
    this.until(PROMPT);
    this.send("print('at', 'prompt')\r");
    this.until("at prompt\r\n");
    this.until(PROMPT);
  }

  toRaw(): void {
    this.send("\r\x03\x03\x01");
    this.until(RAW_PROMPT);
  }

  /** Runs code in the raw REPL: what it printed and its traceback. */
  raw(code: string, milliseconds = 5000): { output: string; error: string } {
    this.send(`${code}\x04`);
    this.until("OK", milliseconds);
    return this.rest(milliseconds);
  }

  /** What code in the raw REPL prints until it ends, and its traceback. */
  rest(milliseconds: number): { output: string; error: string } {
    const output = this.until("\x04", milliseconds).slice(0, -1);
    const error = this.until("\x04", milliseconds).slice(0, -1);
    this.until(">", milliseconds);
    return { output, error };
  }

  /** Sends code by raw paste, never more than the window allows; what it printed and its traceback. */
  rawPaste(
    code: string,
    milliseconds = 10_000,
  ): { output: string; error: string; windows: number } {
    this.send("\x05A\x01");
    this.until("R\x01");
    const size = this.#bytes(2);
    const window = size.charCodeAt(0) | (size.charCodeAt(1) << 8);
    let allowed = window;
    let windows = 0;
    let at = 0;
    while (at < code.length) {
      if (allowed === 0) {
        const signal = this.#bytes(1);
        if (signal === "\x04") break;
        expect(signal).toBe("\x01");
        allowed += window;
        windows += 1;
        continue;
      }
      const piece = code.slice(at, at + allowed);
      this.send(piece);
      at += piece.length;
      allowed -= piece.length;
    }
    this.send("\x04");
    this.until("\x04", milliseconds);
    return { ...this.rest(milliseconds), windows };
  }

  #bytes(count: number): string {
    for (let waited = 0; this.#received.length < count; waited++) {
      if (waited > 3000) throw new Error(`${this.#received.length} of ${count} bytes`);
      this.#received += Buffer.from(this.#line.take(1)).toString("latin1");
    }
    const text = this.#received.slice(0, count);
    this.#received = this.#received.slice(count);
    return text;
  }
}

const FILE_BYTES = 8_000;

/** Every value of a byte, in no regular order. */
function fileContent(): Buffer {
  let state = 7;
  return Buffer.from(
    Array.from({ length: FILE_BYTES }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 16;
    }),
  );
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const HASH_OF_FILE = `
import hashlib, binascii
h = hashlib.sha256()
with open('blob.bin', 'rb') as f:
    while True:
        b = f.read(512)
        if not b: break
        h.update(b)
print(binascii.hexlify(h.digest()).decode())
`;

/** What a board on a serial line must do so that tools can work with it. In this order, on one board. */
export const serialChecks: readonly (readonly [name: string, check: (talk: SerialTalk) => void])[] =
  [
    [
      "a prompt",
      (talk) => {
        talk.waitForConnect();
        talk.until("help");
        talk.until(PROMPT);
        talk.toFriendly();
      },
    ],
    [
      "expressions and their values",
      (talk) => {
        expect(talk.ask("1/3, 2**40, 'a'*3\r", PROMPT)).toContain("\r\n(0.3333333");
        expect(talk.ask("2**40, 'a'*3\r", PROMPT)).toBe(
          "2**40, 'a'*3\r\n(1099511627776, 'aaa')\r\n",
        );
      },
    ],
    [
      "paste mode",
      (talk) => {
        talk.send("\x05");
        talk.until("=== ");
        talk.send("def f(n):\r    return n * 2\r\rprint('pasted', f(21))\r\x04");
        talk.until("\r\npasted 42\r\n");
        talk.until(PROMPT);
      },
    ],
    [
      "raw REPL",
      (talk) => {
        talk.toRaw();
        expect(talk.raw("print('six', 6)")).toEqual({ output: "six 6\r\n", error: "" });
      },
    ],
    [
      "an error in the raw REPL",
      (talk) => {
        const { output, error } = talk.raw("print(1)\nraise ValueError('no')");
        expect(output).toBe("1\r\n");
        expect(error).toBe(
          'Traceback (most recent call last):\r\n  File "<stdin>", line 2, in <module>\r\nValueError: no\r\n',
        );
      },
    ],
    [
      "raw paste, with its window",
      (talk) => {
        const { output, error, windows } = talk.rawPaste(
          `${"# a comment as long as a line\n".repeat(40)}print('end')`,
        );
        expect([output, error]).toEqual(["end\r\n", ""]);
        expect(windows).toBeGreaterThanOrEqual(9);
      },
    ],
    [
      "an error in raw paste",
      (talk) => {
        const { output, error } = talk.rawPaste("print(\n");
        expect(output).toBe("");
        expect(error).toContain("SyntaxError: invalid syntax");
        expect(talk.raw("print('still here')").output).toBe("still here\r\n");
      },
    ],
    [
      "standard input inside of a program",
      (talk) => {
        talk.send("import sys\nprint(len(sys.stdin.read(5)))\nprint(input('? '))\x04");
        talk.until("OK");
        talk.send("abcde");
        talk.until("5\r\n? ");
        talk.send("typed\r");
        talk.until("typed\r\ntyped\r\n");
        talk.until(">");
      },
    ],
    [
      "a soft reset in the raw REPL",
      (talk) => {
        talk.raw("kept = 1");
        talk.send("\x04");
        talk.until("MPY: soft reboot\r\n");
        talk.until(RAW_PROMPT);
        expect(talk.raw("print(kept)").error).toContain("NameError");
      },
    ],
    [
      "a soft reset at the prompt",
      (talk) => {
        talk.send("\x02");
        talk.until(PROMPT);
        talk.ask("kept = 1\r", PROMPT);
        talk.send("\x04");
        talk.until("MPY: soft reboot\r\n");
        talk.until(PROMPT);
        expect(talk.ask("kept\r", PROMPT)).toContain("NameError: name 'kept' isn't defined");
      },
    ],
    [
      "Ctrl-C in a sleep",
      (talk) => {
        talk.toRaw();
        talk.send("import time\nprint('asleep')\ntime.sleep(60)\x04");
        talk.until("asleep");
        talk.send("\x03");
        expect(talk.rest(1000).error).toContain("KeyboardInterrupt");
      },
    ],
    [
      "Ctrl-C in a tight loop",
      (talk) => {
        talk.send("print('busy')\nwhile True: pass\x04");
        talk.until("busy");
        talk.send("\x03");
        expect(talk.rest(1000).error).toContain("KeyboardInterrupt");
      },
    ],
    [
      "a file to the board",
      (talk) => {
        const content = fileContent();
        expect(talk.raw("f = open('blob.bin', 'wb')\nw = f.write")).toEqual({
          output: "",
          error: "",
        });
        for (let at = 0; at < content.length; at += 256) {
          const piece = content.subarray(at, at + 256).toString("hex");
          expect(talk.raw(`w(bytes.fromhex('${piece}'))`).error).toBe("");
        }
        talk.raw("f.close()");
        expect(talk.raw(HASH_OF_FILE)).toEqual({ output: `${sha256(content)}\r\n`, error: "" });
      },
    ],
    [
      "a file from the board",
      (talk) => {
        const { output } = talk.raw(
          "import binascii\nwith open('blob.bin', 'rb') as f:\n    while True:\n        b = f.read(512)\n        if not b: break\n        print(binascii.hexlify(b).decode())",
          20_000,
        );
        expect(sha256(Buffer.from(output.replaceAll("\r\n", ""), "hex"))).toBe(
          sha256(fileContent()),
        );
      },
    ],
    [
      "a program of 600 lines",
      (talk) => {
        const lines = Array.from({ length: 598 }, (_, index) => `a = (a * 31 + ${index}) % 65521`);
        const expected = lines.reduce((a, _, index) => (a * 31 + index) % 65_521, 1);
        const program = ["a = 1", ...lines, "print(a)"].join("\n");
        expect(talk.rawPaste(program, 20_000).output).toBe(`${expected}\r\n`);
      },
    ],
    [
      "a reset of the chip, after which the file is still there",
      (talk) => {
        talk.send("import machine\nmachine.reset()\x04");
        talk.waitForDisconnect();
        talk.waitForConnect();
        talk.toRaw();
        expect(talk.raw("import machine\nprint(machine.reset_cause())").output).toBe("3\r\n");
        expect(talk.raw(HASH_OF_FILE).output).toBe(`${sha256(fileContent())}\r\n`);
        talk.send("\x02");
        talk.until(PROMPT);
      },
    ],
  ];

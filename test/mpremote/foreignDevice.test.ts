import { describe, expect, onTestFinished, test } from "vitest";
import { openBoard } from "../../compiler/mpremote/board.ts";
import { openPseudoTerminal, type PseudoTerminal } from "../../compiler/mpremote/pseudoTerminal.ts";

/** How a device at the other end of the line behaves. */
type Behaviour = (device: PseudoTerminal) => void;

/** A device that behaves so, and what it hears. */
async function openDevice(behave: Behaviour) {
  const device = await openPseudoTerminal();
  const heard: Buffer[] = [];
  device.board.on("data", (bytes: Buffer) => heard.push(bytes));
  behave(device);
  onTestFinished(() => device.close());
  return { path: device.path, heard };
}

const ctrlA = 1;
const ctrlC = 3;

describe.concurrent("a device that is not MicroPython gets nothing but the handshake", () => {
  test.each([
    ["says nothing", () => {}, "TSMP6010"],
    ["sends by itself", ticking("$GPGGA,123519,4807.038,N\r\n"), "TSMP6011"],
    ["answers every line with an error", answering("ERROR\r\n"), "TSMP6011"],
    ["sends back what it gets", echoing(), "TSMP6011"],
    ["resets all the time", ticking("MPY: soft reboot\r\n"), "TSMP6013"],
    ["runs a program that goes on", answering("KeyboardInterrupt: \r\n"), "TSMP6012"],
  ] as const)("one that %s", async (_, behave, code) => {
    const { path, heard } = await openDevice(behave);
    await expect(openBoard(path)).rejects.toMatchObject({ code });
    const others = Buffer.concat(heard).filter((byte) => byte !== ctrlA && byte !== ctrlC);
    expect(others.toString()).toBe("");
    expect(heard).not.toEqual([]);
  });
});

test.concurrent("one that only pretends to be a raw REPL is found out", async () => {
  const { path } = await openDevice(answering("raw REPL; CTRL-B to exit\r\n>"));
  await expect(openBoard(path)).rejects.toMatchObject({ code: "TSMP6011" });
});

test.concurrent("firmware that is too old is named", async () => {
  const { path } = await openDevice(({ board }) => {
    board.on("data", (bytes: Buffer) => {
      const nonce = /'([0-9a-f]{4})'\+'([0-9a-f]{4})'/.exec(bytes.toString("latin1"));
      if (nonce === null) board.write("raw REPL; CTRL-B to exit\r\n>");
      else board.write(`OK${nonce[1]}${nonce[2]}\t1.18.0\tPico\t5\tab\r\n\x04\x04>`);
    });
  });
  await expect(openBoard(path)).rejects.toMatchObject({
    code: "TSMP6014",
    message: /1\.18\.0/,
  });
});

function ticking(text: string): Behaviour {
  return ({ board }) => {
    const timer = setInterval(() => board.write(text), 20);
    board.on("close", () => clearInterval(timer));
  };
}

function answering(text: string): Behaviour {
  return ({ board }) => board.on("data", () => board.write(text));
}

function echoing(): Behaviour {
  return ({ board }) => board.on("data", (bytes: Buffer) => board.write(bytes));
}

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBoard } from "../../compiler/mpremote/board.ts";
import { openPseudoTerminal, type PseudoTerminal } from "../../compiler/mpremote/pseudoTerminal.ts";

let device: PseudoTerminal;
let heard: Buffer[];
beforeEach(async () => {
  device = await openPseudoTerminal();
  heard = [];
  device.board.on("data", (bytes: Buffer) => heard.push(bytes));
});
afterEach(() => device.close());

const ctrlA = 1;
const ctrlC = 3;

describe("a device that is not MicroPython gets nothing but the handshake", () => {
  test.each([
    ["says nothing", () => {}, "TSMP6010"],
    ["sends by itself", () => ticking("$GPGGA,123519,4807.038,N\r\n"), "TSMP6011"],
    ["answers every line with an error", () => answering("ERROR\r\n"), "TSMP6011"],
    ["sends back what it gets", () => echoing(), "TSMP6011"],
    ["resets all the time", () => ticking("MPY: soft reboot\r\n"), "TSMP6013"],
    ["runs a program that goes on", () => answering("KeyboardInterrupt: \r\n"), "TSMP6012"],
  ] as const)("one that %s", async (_, behave, code) => {
    behave();
    await expect(openBoard(device.path)).rejects.toMatchObject({ code });
    const others = Buffer.concat(heard).filter((byte) => byte !== ctrlA && byte !== ctrlC);
    expect(others.toString()).toBe("");
    expect(heard).not.toEqual([]);
  });
});

test("one that only pretends to be a raw REPL is found out", async () => {
  answering("raw REPL; CTRL-B to exit\r\n>");
  await expect(openBoard(device.path)).rejects.toMatchObject({ code: "TSMP6011" });
});

test("firmware that is too old is named", async () => {
  device.board.on("data", (bytes: Buffer) => {
    const nonce = /'([0-9a-f]{4})'\+'([0-9a-f]{4})'/.exec(bytes.toString("latin1"));
    if (nonce === null) device.board.write("raw REPL; CTRL-B to exit\r\n>");
    else device.board.write(`OK${nonce[1]}${nonce[2]}\t1.18.0\tPico\t5\tab\r\n\x04\x04>`);
  });
  await expect(openBoard(device.path)).rejects.toMatchObject({
    code: "TSMP6014",
    message: /1\.18\.0/,
  });
});

function ticking(text: string): void {
  const timer = setInterval(() => device.board.write(text), 20);
  device.board.on("close", () => clearInterval(timer));
}

function answering(text: string): void {
  device.board.on("data", () => device.board.write(text));
}

function echoing(): void {
  device.board.on("data", (bytes: Buffer) => device.board.write(bytes));
}

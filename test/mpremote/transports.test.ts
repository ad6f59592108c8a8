import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { openPseudoTerminal, type PseudoTerminal } from "../../compiler/mpremote/pseudoTerminal.ts";
import { openTransport, type Transport } from "../../compiler/mpremote/transport.ts";
import { openError } from "../../compiler/mpremote/transports/serial.ts";
import { openTty } from "../../compiler/mpremote/transports/tty.ts";

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
let pty: PseudoTerminal | undefined;
let transport: Transport | undefined;
afterEach(async () => {
  await transport?.close();
  pty?.close();
});

describe.each([
  ["serialport", openTransport],
  ["a terminal", async (path: string) => openTty(path)],
] as const)("over %s", (_, open) => {
  test("every byte passes unchanged, both ways", async () => {
    pty = await openPseudoTerminal();
    pty.board.on("data", (bytes) => pty?.board.write(bytes));
    transport = await open(pty.path);
    const echoed = collect(transport, 2560);
    for (let turn = 0; turn < 10; turn++) await transport.write(everyByte);
    expect((await echoed).equals(Buffer.concat(Array(10).fill(everyByte)))).toBe(true);
  });

  test("a line that vanishes is told, once, and a write to it fails", async () => {
    pty = await openPseudoTerminal();
    pty.board.on("data", (bytes) => pty?.board.write(bytes));
    transport = await open(pty.path);
    const gone = new Promise<Error | undefined>((resolve) => transport?.onClose(resolve));
    const echoed = collect(transport, 256);
    await transport.write(everyByte);
    await echoed;
    pty.close();
    expect(await gone).toMatchObject({ code: "TSMP6009" });
    await expect(transport.write(everyByte)).rejects.toMatchObject({ code: "TSMP6009" });
  });

  test("closing is no fault, and the port can be opened again", async () => {
    pty = await openPseudoTerminal();
    const first = await open(pty.path);
    const end = new Promise<unknown>((resolve) => first.onClose(resolve));
    await first.close();
    expect(await end).toBeUndefined();
    transport = await open(pty.path);
  });
});

test("a port that is open already is busy", async () => {
  pty = await openPseudoTerminal();
  transport = await openTransport(pty.path);
  await expect(openTransport(pty.path)).rejects.toMatchObject({ code: "TSMP6005" });
});

test("a port that its holder is just letting go of is waited for", async () => {
  pty = await openPseudoTerminal();
  const holder = await openTransport(pty.path);
  const waiting = openTransport(pty.path);
  await holder.close();
  transport = await waiting;
});

test("what cannot be opened is told apart", async () => {
  await expect(openTransport("/dev/no-such-port")).rejects.toMatchObject({ code: "TSMP6004" });
  await expect(openTransport("/etc/passwd")).rejects.toMatchObject({ code: "TSMP6007" });
  await expect(openTransport("tcp:127.0.0.1:1")).rejects.toMatchObject({ code: "TSMP6007" });
  const refused = openError("/dev/ttyACM0", new Error("Error: Permission denied, cannot open"));
  expect(refused).toMatchObject({ code: "TSMP6006" });
  const strange = openError("COM3", new Error("Error: Unknown error code 31"));
  expect(strange).toMatchObject({ code: "TSMP6007", message: /Unknown error code 31/ });
});

test("a socket is a line too", async () => {
  const server = createServer((socket: Socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  transport = await openTransport(`tcp:127.0.0.1:${port}`);
  const echoed = collect(transport, 256);
  await transport.write(everyByte);
  expect((await echoed).equals(everyByte)).toBe(true);
  await transport.close();
  server.close();
});

function collect(transport: Transport, count: number): Promise<Buffer> {
  return new Promise((resolve) => {
    let all = Buffer.alloc(0);
    transport.onData((bytes) => {
      all = Buffer.concat([all, bytes]);
      if (all.length >= count) resolve(all);
    });
  });
}

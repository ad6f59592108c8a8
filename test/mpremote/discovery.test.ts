import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseBoard } from "../../compiler/mpremote/chooseBoard.ts";
import { listPorts, looksLikeBoard } from "../../compiler/mpremote/discovery.ts";

let sys: string;
beforeEach(() => {
  sys = mkdtempSync(join(tmpdir(), "tsmp-sys-"));
});
afterEach(() => rmSync(sys, { recursive: true }));

/** A USB device as Linux shows one in /sys, with a serial port if `tty` names one. */
function plugIn(id: string, facts: Record<string, string>, tty?: string): void {
  const device = join(sys, "devices/pci0/usb1", id);
  for (const [name, value] of Object.entries(facts)) put(join(device, name), `${value}\n`);
  link(device, join(sys, "bus/usb/devices", id));
  if (tty === undefined) return;
  const face = join(device, `${id}:1.0`);
  mkdirSync(join(face, "tty", tty), { recursive: true });
  link(face, join(face, "tty", tty, "device"));
  link(join(face, "tty", tty), join(sys, "class/tty", tty));
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

const pico = (serial: string) => ({
  idVendor: "2e8a",
  idProduct: "0005",
  serial,
  manufacturer: "MicroPython",
  product: "Board in FS mode",
});

describe.runIf(process.platform === "linux")("ports of /sys", () => {
  test("a board is told with all that names it", async () => {
    plugIn("1-2", pico("e6614c775b3c1234"), "ttyACM3");
    put(join(sys, "class/tty/tty0/dev"), "4:0");
    expect(await listPorts(sys)).toEqual([
      {
        path: "/dev/ttyACM3",
        vendor: "2e8a",
        product: "0005",
        serial: "e6614c775b3c1234",
        manufacturer: "MicroPython",
        name: "Board in FS mode",
      },
    ]);
  });

  test("a USB adapter and a debug probe are ports, but no boards", async () => {
    plugIn("1-1", { idVendor: "10c4", idProduct: "ea60" }, "ttyUSB0");
    plugIn("1-2", { idVendor: "2e8a", idProduct: "000c" }, "ttyACM0");
    const ports = await listPorts(sys);
    expect(ports.map(({ path }) => path)).toEqual(["/dev/ttyACM0", "/dev/ttyUSB0"]);
    expect(ports.filter(looksLikeBoard)).toEqual([]);
  });

  test("ports stand in the order of their numbers", async () => {
    plugIn("1-1", pico("a1"), "ttyACM10");
    plugIn("1-2", pico("a2"), "ttyACM9");
    expect((await listPorts(sys)).map(({ path }) => path)).toEqual([
      "/dev/ttyACM9",
      "/dev/ttyACM10",
    ]);
  });

  test("the only board is chosen", async () => {
    plugIn("1-1", { idVendor: "10c4", idProduct: "ea60" }, "ttyUSB0");
    plugIn("1-2", pico("e661"), "ttyACM0");
    expect(await chooseBoard(undefined, sys)).toBe("/dev/ttyACM0");
  });

  test("without a board, or with one in its bootloader, that is said", async () => {
    await expect(chooseBoard(undefined, sys)).rejects.toMatchObject({ code: "TSMP6001" });
    plugIn("1-2", { idVendor: "2e8a", idProduct: "0003" });
    await expect(chooseBoard(undefined, sys)).rejects.toMatchObject({ code: "TSMP6028" });
  });

  test("of two boards none is guessed", async () => {
    plugIn("1-1", pico("e661aaaa"), "ttyACM0");
    plugIn("1-2", pico("e661bbbb"), "ttyACM1");
    await expect(chooseBoard(undefined, sys)).rejects.toMatchObject({
      code: "TSMP6002",
      message: expect.stringContaining("e661aaaa (/dev/ttyACM0), e661bbbb (/dev/ttyACM1)"),
    });
    await expect(chooseBoard("e661", sys)).rejects.toMatchObject({ code: "TSMP6002" });
    expect(await chooseBoard("E661B", sys)).toBe("/dev/ttyACM1");
    expect(await chooseBoard("ttyACM0", sys)).toBe("/dev/ttyACM0");
    await expect(chooseBoard("e662", sys)).rejects.toMatchObject({ code: "TSMP6003" });
  });

  test("an address is taken as it stands", async () => {
    expect(await chooseBoard("/dev/pts/7", sys)).toBe("/dev/pts/7");
    expect(await chooseBoard("tcp:localhost:5000", sys)).toBe("tcp:localhost:5000");
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPico, EmulatorError } from "../../compiler/emulator/index.ts";
import { sumOf } from "../../compiler/simulate/rp2040/bootRom/start.ts";
import { writeUf2 } from "../../compiler/simulate/rp2040/firmware/uf2.ts";
import { tsmp } from "../cli/tsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";

const FLASH_BASE = 0x10000000;

/** An image that starts at the given instructions: a second stage that jumps on, vectors, code. */
function imageWith(program: readonly number[]): Uint8Array {
  const image = new Uint8Array(1024);
  const view = new DataView(image.buffer);
  // LDR r0, [pc, #0]; BX r0; the address of the program.
  view.setUint16(0, 0x4800, true);
  view.setUint16(2, 0x4700, true);
  view.setUint32(4, FLASH_BASE + 0x201, true);
  view.setUint32(252, sumOf(image.subarray(0, 252)), true);
  view.setUint32(256, 0x20042000, true);
  view.setUint32(260, FLASH_BASE + 0x201, true);
  program.forEach((opcode, index) => {
    view.setUint16(0x200 + 2 * index, opcode, true);
  });
  return image;
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof EmulatorError) return error.code;
    throw error;
  }
  return "nothing was thrown";
}

const loop = imageWith([0xe7fe]);

test("a flash of the wrong size, and numbers of what a Pico does not have", () => {
  expect(codeOf(() => createPico({ firmware: loop, flash: new Uint8Array(100) }))).toBe("TSMP7027");
  expect(codeOf(() => createPico({ flash: new Uint8Array(2 << 20).fill(0xff) }))).toBe("TSMP7022");
  const pico = createPico({ firmware: loop });
  expect(() => pico.pin(30)).toThrow(RangeError);
  expect(() => pico.setVoltage(25, 1)).toThrow(RangeError);
  expect(() => pico.uartSend(2 as 1, "x")).toThrow(RangeError);
  expect(() => pico.advance(Number.NaN)).toThrow(RangeError);
  expect(pico.micros).toBe(0);
});

describe("firmware that is none", () => {
  const forOtherChip = writeUf2(loop, FLASH_BASE);
  for (let block = 0; block < forOtherChip.length; block += 512) {
    new DataView(forOtherChip.buffer).setUint32(block + 28, 0xe48bff59, true);
  }
  const damaged = loop.slice();
  damaged.set([0, 0, 0, 0], 256);
  test.each([
    ["a text", new TextEncoder().encode("hello"), "TSMP7022"],
    ["nothing", new Uint8Array(), "TSMP7022"],
    ["a UF2 for the RP2350", forOtherChip, "TSMP7023"],
    ["half a UF2", writeUf2(loop, FLASH_BASE).subarray(0, 1024), "TSMP7024"],
    ["an image without a stack", damaged, "TSMP7025"],
    ["more than the flash holds", Buffer.concat([loop, new Uint8Array(3 << 20)]), "TSMP7026"],
    [
      "an ELF file of 3 MiB",
      Buffer.concat([Buffer.from("\x7fELF"), new Uint8Array(3 << 20)]),
      "TSMP7022",
    ],
  ])("%s", (_name, firmware, code) => {
    expect(codeOf(() => createPico({ firmware }))).toBe(code);
  });

  test("a file that is not there", () => {
    expect(codeOf(() => createPico({ firmware: "/nowhere/at-all.uf2" }))).toBe("TSMP7021");
  });
});

describe("firmware that fails", () => {
  test("a fault in the handler of a fault is a lock-up, with core, place, kind and exception", () => {
    // MOVS r0, #3; LDR r1, [r0]
    const pico = createPico({ firmware: imageWith([0x2003, 0x6801]) });
    expect(() => pico.advance(10)).toThrow(
      /TSMP7028: Core 0 of the emulated Pico locked up at 0x10000202: hard fault, unaligned access 0x00000003, in no exception handler/,
    );
    expect(pico.state).toBe("locked up");
  });

  test("a loop without a serial line is said to be silent", () => {
    const pico = createPico({ firmware: loop, powerOn: false });
    expect(codeOf(() => pico.boot())).toBe("TSMP7029");
  });

  test("of a flash image the size is looked at", () => {
    const folder = temporaryFolder({ "flash.img": "too small" });
    const flash = join(folder, "flash.img");
    expect(codeOf(() => createPico({ firmware: loop, flash }))).toBe("TSMP7027");
  });
});

describe("the command", () => {
  const emulate = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const ended = await tsmp(["emulate", "--json", ...args], { env });
    return { code: ended.code, stderr: ended.stderr, document: JSON.parse(ended.stdout) };
  };

  test("without firmware it says where it looked, and what to give it", async () => {
    const folder = temporaryFolder({});
    const env = { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder, TSMP_FIRMWARE: "" };
    const { code, document } = await emulate([], env);
    expect(code).toBe(1);
    expect(document).toMatchObject({ ok: false, diagnostics: [{ code: "TSMP7020" }] });
    expect(document.diagnostics[0].message).toContain(folder);
  });

  test("arguments that a program on a board would not see are refused", async () => {
    const project = temporaryFolder({ "main.ts": `print("ran");\n` });
    const ended = await tsmp(["run", "--emulate", project, "--", "one", "two"]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain("TSMP7038");
  });

  test("a time that is none is wrong usage", async () => {
    const ended = await tsmp(["run", "--for", "soon", "."]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
  });

  test("a file system that cannot be written is named", async () => {
    const folder = temporaryFolder({});
    writeFileSync(join(folder, "loop.bin"), loop);
    const image = join(folder, "no", "such", "folder.img");
    const { document } = await emulate(["--firmware", join(folder, "loop.bin"), "--flash", image]);
    expect(document).toMatchObject({ diagnostics: [{ code: "TSMP7034" }] });
  });

  test("it fetches firmware on request, keeps what a Pico can start, and nothing else", async () => {
    const served = new Map([
      ["/good.uf2", writeUf2(loop, FLASH_BASE)],
      ["/bad.uf2", new TextEncoder().encode("<html>")],
    ]);
    const server = createServer((request, response) => {
      const body = served.get(request.url ?? "");
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = temporaryFolder({});
    const env = { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
    try {
      const codes = [];
      for (const path of ["/none.uf2", "/bad.uf2", "/good.uf2"]) {
        const { document } = await emulate(["--download", base + path], env);
        codes.push(document.diagnostics[0].code);
      }
      expect(codes).toEqual(["TSMP7032", "TSMP7022", "TSMP7029"]);
      const kept = join(folder, "tsmp", "firmware", "RPI_PICO.uf2");
      expect(Buffer.compare(readFileSync(kept), served.get("/good.uf2")!)).toBe(0);
    } finally {
      server.close();
    }
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { readFirmware } from "../../compiler/simulate/rp2040/firmware/readFirmware.ts";
import { FLASH_SIZE } from "../../compiler/simulate/rp2040/flashDevice.ts";
import { Pico } from "../../compiler/simulate/rp2040/pico.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { PicoLine } from "./picoLine.ts";
import { allOfPyb, callsOfMachine, shownByPyb } from "./programs.ts";
import { SerialTalk } from "./serialCheck.ts";

await describeOnFirmware("a program on the emulated board sees a Pico", ({ bin }) => {
  const firmware = readFirmware(readFileSync(bin), FLASH_SIZE);

  function startBoard(): SerialTalk {
    const talk = new SerialTalk(new PicoLine(new Pico({ firmware })));
    talk.waitForConnect();
    talk.until("help");
    talk.toRaw();
    return talk;
  }

  const board = startBoard();
  /** What the code prints; an error of the code is one of the test. */
  const run = (code: string, milliseconds?: number) => {
    const { output, error } = board.raw(code, milliseconds);
    expect(error).toBe("");
    return output.replaceAll("\r\n", "\n").trimEnd();
  };

  test("single-precision floats", () => {
    expect(run("print(1/3, 16777217.0 == 16777216.0, 1e39, -1e39, 0.1 + 0.2, 1e-40)")).toMatch(
      /^0\.3333333\d? True inf -inf 0\.3 0\.0$/,
    );
  });

  test("integers of 31 bits, and longer ones on the heap", () => {
    const code = `
import micropython
def fits(n):
    micropython.heap_lock()
    try:
        n + 1
        return True
    except MemoryError:
        return False
    finally:
        micropython.heap_unlock()
print(fits((1 << 30) - 2), fits((1 << 30) - 1), 2 ** 64)`;
    expect(run(code)).toBe("True False 18446744073709551616");
  });

  test("the memory of a Pico", () => {
    const [free, frames] = run(
      "import gc, micropython; gc.collect(); print(gc.mem_free(), micropython.stack_use())",
    ).split(" ");
    expect(Number(free)).toBeGreaterThan(200_000);
    expect(Number(free)).toBeLessThan(264 * 1024);
    expect(Number(frames)).toBeLessThan(8192);
    expect(board.raw("bytearray(250_000)").error).toContain("MemoryError");
  });

  test("two cores, and no third", () => {
    const code = `
import _thread, time
seen = []
def work():
    for _ in range(50): time.sleep_ms(1)
    seen.append('core 1')
_thread.start_new_thread(work, ())
try:
    _thread.start_new_thread(work, ())
except OSError as e:
    print(e)
time.sleep_ms(200)
_thread.start_new_thread(work, ())
time.sleep_ms(200)
print(seen)`;
    expect(run(code)).toBe("core1 in use\n['core 1', 'core 1']");
  });

  test("both cores compute at the same time", () => {
    const code = `
import _thread, time
def work(n):
    for _ in range(n): pass
done = []
def on_core1():
    work(3000)
    done.append(1)
start = time.ticks_us(); work(3000); alone = time.ticks_diff(time.ticks_us(), start)
_thread.start_new_thread(on_core1, ())
start = time.ticks_us(); work(3000)
while not done: pass
both = time.ticks_diff(time.ticks_us(), start)
print(both < alone * 1.5, both > alone * 0.9)`;
    expect(run(code)).toBe("True True");
  });

  test("time that is the same in every run", () => {
    const code = `
import time
def measure():
    start = time.ticks_us()
    for i in range(5000): pass
    return time.ticks_diff(time.ticks_us(), start)
print(measure(), measure())`;
    const fresh = () => startBoard().raw(code).output;
    const first = fresh();
    expect(fresh()).toBe(first);
    const [a, b] = first.split(" ").map(Number) as [number, number];
    expect(Math.abs(a - b) / a).toBeLessThan(0.001);
  });

  describe("floats through the firmware and the boot ROM, bit for bit", () => {
    const PAIRS = 250;

    test.each<[string, (a: number, b: number) => number]>([
      ["a + b", (a, b) => a + b],
      ["a - b", (a, b) => a - b],
      ["a * b", (a, b) => a * b],
      ["a / b", (a, b) => a / b],
    ])("%s", (operation, compute) => {
      const code = `
import struct
x = 12345
def nextFloat():
    global x
    x = (x * 1103515245 + 12345) & 0x7fffffff
    bits = ((x & 1) << 31) | ((x >> 3) % 160 + 40 << 23) | (x >> 7 & 0x7fffff)
    return struct.unpack('<f', struct.pack('<I', bits))[0]
for _ in range(${PAIRS}):
    a = nextFloat()
    b = nextFloat()
    print(hex(struct.unpack('<I', struct.pack('<f', ${operation}))[0]))`;
      const expected: string[] = [];
      let state = 12_345n;
      const view = new DataView(new ArrayBuffer(4));
      const nextFloat = () => {
        state = (state * 1_103_515_245n + 12_345n) & 0x7fff_ffffn;
        const x = Number(state);
        view.setUint32(
          0,
          ((x & 1) << 31) | ((((x >> 3) % 160) + 40) << 23) | ((x >> 7) & 0x7f_ffff),
        );
        return view.getFloat32(0);
      };
      for (let index = 0; index < PAIRS; index++) {
        const a = nextFloat();
        const rounded = Math.fround(compute(a, nextFloat()));
        view.setFloat32(0, Math.abs(rounded) < 2 ** -126 ? rounded * 0 : rounded);
        expected.push(`0x${view.getUint32(0).toString(16)}`);
      }
      expect(run(code, 20_000).split("\n")).toEqual(expected);
    });
  });

  /** What a program in TypeScript prints, its modules put onto the board. */
  function runProgram(text: string): string {
    const { files, diagnostics, entry } = compile({
      files: { "main.ts": text },
      options: { board: "pico" },
    });
    expect(diagnostics).toEqual([]);
    run(`import os
def put(path, text):
    for at in range(len(path)):
        if path[at] == "/" and path[:at] not in made:
            made.append(path[:at])
            os.mkdir(path[:at])
    with open(path, "w") as f:
        f.write(text)
made = []`);
    const modules = files.filter(({ path }) => path.endsWith(".py") && path !== entry);
    for (const { path, text: code } of modules) {
      run(`put(${JSON.stringify(path)}, ${JSON.stringify(code)})`, 5000);
    }
    return run(files.find(({ path }) => path === entry)!.text, 20_000);
  }

  test("what the stubs of machine take, the firmware takes", () => {
    expect(runProgram(callsOfMachine)).toBe("end");
  });

  // A quarter of a minute for its modules alone, so it is one of the long runs.
  test.runIf(process.env["TSMP_STRESS"])("all of pyb that an RP2 has", () => {
    expect(runProgram(allOfPyb)).toBe(shownByPyb);
  });
});

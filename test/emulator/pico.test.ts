import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { compileProject } from "../../compiler/compileProject.ts";
import { createPico, type VirtualPico } from "../../compiler/emulator/index.ts";
import { preparePico } from "../../compiler/emulator/startPico.ts";
import { PicoRunner } from "../../compiler/simulate/rp2040/picoRunner.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

/** Types lines at the prompt and gives what came out until the board waits again. */
function repl(pico: VirtualPico, lines: readonly string[], milliseconds = 2_000): string {
  const from = pico.output.length;
  for (const line of lines) {
    const before = pico.output.length;
    pico.type(`${line}\r`);
    const waits = (): boolean => /\r\n(>>> |\.\.\. +)$/.test(pico.output.slice(before));
    if (!pico.advanceUntil(waits, milliseconds)) throw new Error(pico.output.slice(from));
  }
  return pico.output.slice(from);
}

/** Each line that is printed, of a program in one block. */
function printed(pico: VirtualPico, program: string, milliseconds = 10_000): string[] {
  const from = pico.output.length;
  pico.type(`\x05${program}\x04`);
  const done = (): boolean => pico.output.slice(from).includes(`\r\n>>> `);
  if (!pico.advanceUntil(done, milliseconds)) throw new Error(pico.output.slice(from));
  const text = pico.output.slice(from);
  const echoed = text.lastIndexOf("=== ");
  return text
    .slice(text.indexOf("\r\n", echoed) + 2, text.lastIndexOf(">>> "))
    .split("\r\n")
    .filter((line) => line !== "");
}

/** The bytes of a pointer to a whole string in the flash. */
function pointerTo(image: Buffer, text: string): Buffer {
  const pointer = Buffer.alloc(4);
  pointer.writeUInt32LE(0x10000000 + image.indexOf(`\0${text}\0`, 0, "latin1") + 1);
  return pointer;
}

function started(firmware: string, files?: Record<string, string>): VirtualPico {
  const pico = createPico(files === undefined ? { firmware } : { firmware, files });
  pico.boot();
  if (!pico.advanceUntil(() => pico.output.endsWith(">>> "), 1_000)) throw new Error(pico.output);
  return pico;
}

await describeOnFirmware("a Pico that runs MicroPython", ({ bin }) => {
  test("is at its prompt within 0.2 s of its own time, formatting included", () => {
    const pico = started(bin);
    expect(pico.micros).toBeLessThan(200_000);
    expect(pico.output).toMatch(/MicroPython v1\.\d+\.\d+.*Raspberry Pi Pico with RP2040/);
  });

  test("with a lock two cores lose nothing", () => {
    const pico = started(bin);
    const lines = printed(
      pico,
      `import _thread, time
lock = _thread.allocate_lock(); shared = []; ended = []
def add(mark):
    for i in range(200):
        with lock: shared.append(mark)
    ended.append(mark)
t = _thread.start_new_thread(add, ('b',))
add('a')
while len(ended) < 2: time.sleep_ms(1)
print(len(shared), shared.count('a'), shared.count('b'))
`,
    );
    expect(lines).toEqual(["400 200 200"]);
  });

  test("pins read back what is driven, and what is connected to them", () => {
    const pico = started(bin);
    repl(pico, ["from machine import Pin", "out = Pin(3, Pin.OUT, value=1)", "n = []"]);
    expect(repl(pico, ["out.value(), Pin(25, Pin.OUT).value()"])).toContain("(1, 0)");
    repl(pico, ["b = Pin(14, Pin.IN, Pin.PULL_UP)", "b.irq(lambda p: n.append(p.value()))"]);
    expect([pico.pin(3).level, pico.pin(3).driven, pico.pin(14).level]).toEqual([1, true, 1]);
    pico.pin(14).press();
    pico.advance(5);
    pico.pin(14).release();
    pico.advance(5);
    expect(repl(pico, ["b.value(), n"])).toContain("(1, [0, 1])");
  });

  test("an edge has the microsecond in which the program made it", () => {
    const pico = started(bin);
    const dump: string[] = [];
    const stop = pico.recordWaveform((text) => dump.push(text));
    const led = pico.pin(25);
    const [line] = printed(
      pico,
      `import array, machine
led = machine.Pin(25, machine.Pin.OUT)
log = array.array('i', [0] * 8)
@micropython.viper
def toggle(log: ptr32):
    timer = ptr32(0x40054028); toggle = ptr32(0xd000001c)
    for i in range(4):
        log[2 * i] = timer[0]; toggle[0] = 1 << 25; log[2 * i + 1] = timer[0]
toggle(log)
print(list(log))
`,
    );
    stop();
    const log = JSON.parse(line ?? "") as number[];
    const inWaveform = dump
      .join("")
      .split("\n#")
      .filter((change) => /\n[01]:$/.test(change.trimEnd()))
      .map((change) => Math.floor(Number.parseInt(change, 10) / 1000))
      .slice(-4);
    led.edges.slice(-4).forEach(({ micros }, index) => {
      const [before = 0, after = 0] = log.slice(2 * index, 2 * index + 2);
      expect(after - before).toBeLessThanOrEqual(1);
      expect([before, after]).toContain(micros);
      expect(inWaveform[index]).toBe(micros);
    });
    expect(inWaveform).toHaveLength(4);
  });

  test("timers ring on time, and sleeping takes as long as it says", () => {
    const pico = started(bin);
    const led = pico.pin(25);
    printed(
      pico,
      `from machine import Pin, Timer
import time
led = Pin(25, Pin.OUT)
timer = Timer(period=20, callback=lambda t: led.toggle(), hard=True)
time.sleep_ms(110)
timer.deinit()
`,
    );
    const { edges } = led;
    expect(edges).toHaveLength(5);
    const gaps = edges.slice(1).map(({ micros }, index) => micros - edges[index]!.micros);
    for (const gap of gaps) expect(Math.abs(gap - 20_000)).toBeLessThanOrEqual(20);
  });

  test("light sleep lasts as long as it says, and a thread starts when nothing else wakes its core", () => {
    const pico = started(bin);
    const lines = printed(
      pico,
      `import machine, time, _thread
began = time.ticks_us()
machine.lightsleep(200)
print(time.ticks_diff(time.ticks_us(), began) // 10_000)
began = time.ticks_us()
ident = _thread.start_new_thread(time.sleep, (1,))
print(time.ticks_diff(time.ticks_us(), began) < 1_000)`,
    );
    expect(lines).toEqual(["20", "True"]);
  });

  test("deep sleep lasts as long as it says, whatever the host does on USB, and ends in a reset", () => {
    const pico = createPico({
      firmware: bin,
      files: {
        "main.py": `import machine, time
lamp = machine.Pin(15, machine.Pin.OUT)
if machine.reset_cause() == machine.WDT_RESET: time.sleep_ms(100); print("woke")
else:
    if machine.Pin(14, machine.Pin.IN, machine.Pin.PULL_UP).value() == 0: time.sleep_ms(200); print("talks on USB")
    lamp.on(); machine.deepsleep(2_000)
`,
      },
      powerOn: false,
    });
    for (const mounted of [false, true]) {
      pico.output = "";
      if (mounted) pico.pin(14).press();
      pico.powerOn();
      const { edges } = pico.pin(15);
      expect(pico.advanceUntil(() => pico.output.includes("woke"), 3_000)).toBe(true);
      const [on, off] = edges.slice(-2).map(({ micros }) => micros);
      expect(Math.abs(off! - on! - 2_000_000)).toBeLessThan(2_000);
      expect(pico.output.includes("talks")).toBe(mounted);
      pico.powerOff();
    }
  });

  test("sleep without an end stops the clock, and only the RUN pin starts the board again", () => {
    const files = {
      "main.py":
        "import machine\nmachine.Pin(15, machine.Pin.OUT).on()\nmachine.lightsleep()\nprint('never')\n",
    };
    const pico = createPico({ firmware: bin, files });
    pico.advance(10_000);
    expect([pico.output, pico.pin(15).level, pico.state]).toEqual(["", 1, "running"]);
    pico.reset();
    expect(pico.pin(15).level).toBe(0);
    pico.advance(100);
    expect(pico.pin(15).level).toBe(1);
  });

  test("an I2C bus without devices says so, at once", () => {
    const pico = started(bin);
    const lines = printed(
      pico,
      `from machine import I2C, Pin
bus = I2C(0, scl=Pin(5), sda=Pin(4))
def attempt(work):
    try: work()
    except OSError as error: print(error.errno)
attempt(lambda: bus.writeto(0x3c, b"ab"))
attempt(lambda: bus.readfrom(0x3c, 2))
print(bus.scan())`,
    );
    expect(lines).toEqual(["5", "5", "[]"]);
  });

  test("in step with the wall it outlives a timer that comes late, when it waits for nothing but input", async () => {
    const { pico } = preparePico({ firmware: bin });
    let output = "";
    pico.serial.onData = (data) => {
      output += Buffer.from(data).toString();
    };
    pico.serial.open();
    const faults: unknown[] = [];
    const runner = new PicoRunner(pico, (error) => faults.push(error));
    runner.start();
    for (let waited = 0; !output.endsWith(">>> ") && waited < 20_000; waited += 50) await sleep(50);
    for (let turn = 0; turn < 5; turn++) {
      const until = performance.now() + 120;
      while (performance.now() < until);
      await sleep(20);
    }
    runner.stop();
    expect(faults).toEqual([]);
  });

  test("the ADC and a UART are what the test feeds", () => {
    const pico = started(bin);
    pico.setVoltage(26, 3.3 / 4);
    repl(pico, ["from machine import ADC, UART", "u = UART(0, 9600)"]);
    expect(repl(pico, ["ADC(26).read_u16() // 256, u.write('ping')"])).toContain("(64, 4)");
    pico.uartSend(0, "pong");
    pico.advance(20);
    expect(repl(pico, ["u.read()"])).toContain("b'pong'");
    expect(Buffer.from(pico.uartReceived(0)).toString()).toBe("ping");
  });

  test("files outlive the power; a reset has its cause; the line comes back", () => {
    const pico = started(bin);
    repl(pico, ["f = open('kept', 'w'); f.write('as it was'); f.close()", "import machine"]);
    pico.output = "";
    pico.type("machine.reset()\r");
    expect(pico.advanceUntil(() => pico.output.endsWith("information.\r\n>>> "), 500)).toBe(true);
    expect(repl(pico, ["import machine; machine.reset_cause(), open('kept').read()"])).toContain(
      "(3, 'as it was')",
    );
    pico.powerOff();
    pico.powerOn();
    pico.boot();
    pico.advance(50);
    expect(repl(pico, ["import machine; machine.reset_cause(), open('kept').read()"])).toContain(
      "(1, 'as it was')",
    );
  });

  test("a watchdog that is not fed resets, with scratch memory and cause", () => {
    const pico = started(bin);
    repl(pico, ["import machine", "w = machine.WDT(timeout=100)"]);
    pico.output = "";
    expect(pico.advanceUntil(() => pico.output.endsWith("information.\r\n>>> "), 500)).toBe(true);
    expect(repl(pico, ["import machine; machine.reset_cause()"])).toContain("\r\n3\r\n");
  });

  test("the boot loader ends the program", () => {
    const pico = started(bin);
    pico.type("import machine; machine.bootloader()\r");
    expect(pico.advanceUntil(() => pico.state === "boot loader", 500)).toBe(true);
  });

  test("files are written before the start, and read without the program's notice", () => {
    const files = {
      "main.py": "from lib.say import text\nopen('boots', 'a').write('x')\nprint(text)\n",
      "lib/say.py": "text = 'from a folder'\n",
    };
    const pico = started(bin, files);
    expect(pico.output).toContain("from a folder");
    expect(pico.listFiles()).toEqual(["boots", "lib/say.py", "main.py"]);
    expect(Buffer.from(pico.readFile("lib/say.py")).toString()).toBe(files["lib/say.py"]);
  });

  test("a program is what the compiler gives: its files, more files, and a start; one with errors is refused", () => {
    const folder = temporaryFolder({
      "tsconfig.json": `{ "tsmp": { "include": ["*.txt"] } }`,
      "other.ts": `import { said } from "./lib";\nprint(said);\n`,
      "lib.ts": `export const said = "by a module";\n`,
      "note.txt": "as it is",
      "wrong.ts": `const n: number = "no";\nprint(n);\n`,
    });
    const program = compileProject(join(folder, "other.ts"));
    const pico = createPico({ firmware: bin, program, files: { "extra.txt": "x" } });
    pico.advanceUntil(() => pico.output.includes(">>>"), 500);
    expect(pico.output).toContain("by a module\r\n");
    expect(pico.listFiles()).toEqual(["extra.txt", "lib.py", "main.py", "note.txt", "other.py"]);
    const wrong = compileProject(join(folder, "wrong.ts"));
    expect(() => createPico({ firmware: bin, program: wrong })).toThrow(/TSMP7041.*wrong\.ts:1:7/);
  });

  test("a file that is not there, and a program that cannot be stopped, are named", () => {
    const stubborn =
      "while True:\n  try:\n    while True: pass\n  except KeyboardInterrupt: pass\n";
    const pico = createPico({ firmware: bin, files: { "main.py": stubborn } });
    expect(() => pico.readFile("missing.txt")).toThrow("TSMP7037");
    const files = { "other.py": "" };
    expect(() => createPico({ firmware: bin, flash: pico.flash, files })).toThrow("TSMP7035");
    const belowFile = { a: "", "a/b": "" };
    expect(() => createPico({ firmware: bin, files: belowFile })).toThrow("TSMP7036");
  }, 180_000);

  test("firmware for a Pico W runs, without a radio, which is said", () => {
    const image = readFileSync(bin);
    // The string "pico" stands in the list of what the firmware is; a longer one goes elsewhere.
    const at = image.lastIndexOf(pointerTo(image, "pico"));
    const free = image.indexOf("Welcome to MicroPython");
    image.write("pico_w\0", free, "latin1");
    image.writeUInt32LE(0x10000000 + free, at);
    const folder = temporaryFolder({});
    const file = join(folder, "pico_w.bin");
    writeFileSync(file, image);
    expect(preparePico({ firmware: file }).notes).toMatchObject([{ code: "TSMP7030" }]);
  });

  test("a file system of the program's own: whole pages are programmed, whatever its units are", () => {
    const pico = started(bin);
    const lines = printed(
      pico,
      `import rp2, vfs
area = rp2.Flash(start=0x40000, len=32 * 4096)
for options in ({"progsize": 256}, {}):
    try:
        vfs.VfsLfs2.mkfs(area, **options); fs = vfs.VfsLfs2(area, **options); vfs.mount(fs, "/own")
        with open("/own/a.txt", "w") as f: n = f.write("kept" * 100)
        print(open("/own/a.txt").read() == "kept" * 100)
        vfs.umount("/own")
    except OSError as error: print("error", error)
page = bytearray(b"\xab" * 512); area.ioctl(6, 3); area.writeblocks(3, memoryview(page)[:4], 0)
got = bytearray(260); area.readblocks(3, got, 0); print(got[3] == got[255] == 0xab, got[256])`,
    );
    expect([lines[0], lines.at(-1)]).toEqual(["True", "True 255"]);
    // Pages of which only 32 bytes are meant spoil the file system, as on a board.
    expect(lines[1]).toMatch(/^(False|error \d+)$/);
  });

  test("power that is cut in the middle of writing leaves a file system, old or new", () => {
    const found = [1, 2, 5, 9].map((cutAt) => {
      const pico = started(bin, { "data.txt": "old" });
      pico.cutPowerAfterFlashOperations(cutAt);
      pico.type("f = open('data.txt', 'w'); f.write('new' * 1500); f.close()\r");
      expect(pico.advanceUntil(() => pico.state === "off", 2_000)).toBe(true);
      return Buffer.from(pico.readFile("data.txt")).toString();
    });
    for (const content of found) expect(["old", "new".repeat(1500)]).toContain(content);
  });

  test("a program that destroys the stack locks the chip up, with the place", () => {
    const pico = started(bin);
    pico.type("import machine; machine.mem32[0xf0000000] = 1\r");
    expect(() => pico.advance(1_000)).toThrow(
      /TSMP7028: Core 0 .* at 0x1[0-9a-f]{7}: hard fault, write to nothing 0xf0000000/,
    );
    expect(pico.state).toBe("locked up");
  });
});

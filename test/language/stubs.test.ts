import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runOnUnix } from "../support/differential/runOnUnix.ts";
import { refusedWith } from "../support/differential/sameAsNode.ts";

/** The Python of a program, without blank lines. */
function pythonOf(source: string): string {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.map((d) => `${d.line}:${d.column} ${d.code} ${d.message}`)).toEqual([]);
  return files[0]!.text.replaceAll(/\n\n+/g, "\n");
}

/** What a program prints on MicroPython. */
async function printed(source: string): Promise<string> {
  const { files, entry, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.map((d) => `${d.line}:${d.column} ${d.code} ${d.message}`)).toEqual([]);
  const micropython = process.env["TSMP_MICROPYTHON"];
  if (!micropython) throw new Error(process.env["TSMP_TEST_NO_MICROPYTHON"] ?? "no MicroPython");
  const outcome = await runOnUnix(micropython, files, entry);
  expect(outcome.error).toBeUndefined();
  return outcome.stdout;
}

describe("keyword arguments", () => {
  test("of print", async () => {
    const source = `print("a", "b", { end: "!", sep: "-" }); print("c");`;
    expect(await printed(source)).toBe("a-b!c\n");
  });

  test("of a constructor, a method among them", () => {
    const python = pythonOf(`
      import { Timer } from "machine";
      new Timer({ period: 10, callback(t) { t.deinit(); } });
    `);
    expect(python).toContain("Timer(period=10, callback=callback)");
  });

  test("are evaluated in the order in which they are written", async () => {
    const source = `
      let log = "";
      function note(text: string): string { log += text; return text; }
      print(note("1"), { sep: note("2"), end: note("3") });
      print(log);
    `;
    expect(await printed(source)).toBe("13123\n");
  });

  test("in a variable are refused", () =>
    refusedWith(
      `import { Timer } from "machine";
       const options = { freq: 1, callback: () => {} };
       new Timer(options);`,
      "TSMP4051",
    ));

  test("with a spread are refused", () =>
    refusedWith(
      `import { Timer } from "machine";
       const shared = { freq: 1 };
       new Timer({ ...shared, callback: () => {} });`,
      "TSMP4051",
    ));

  test("given as undefined are none", () => {
    const python = pythonOf(`
      import { Pin } from "machine";
      new Pin(4, Pin.OUT, undefined, { value: 1 });
    `);
    expect(python).toContain("Pin(4, Pin.OUT, None, value=1)");
  });

  test("an object that is printed is no keyword", async () => {
    const source = `class Empty {} const e = new Empty(); print(1, e); print({});`;
    expect(await printed(source)).toBe("1 Empty {}\n{}\n");
  });
});

describe("length is len", () => {
  test("of a class of a stub", () => {
    const python = pythonOf(`
      import { NeoPixel } from "neopixel";
      import { Pin } from "machine";
      const strip = new NeoPixel(new Pin(28), 8);
      for (let i = 0; i < strip.length; i++) strip[i] = [i, 0, 0];
      strip.write();
    `);
    expect(python).toContain("len(strip)");
    expect(python).not.toContain(".length");
  });

  test("of a deque, an array and a range", async () => {
    const source = `
      import { deque } from "collections";
      import { array } from "array";
      const d = new deque<number>([], 5);
      d.append(7);
      print(d.length, new array("H", [1, 2, 3]).length, range(2, 9).length);
    `;
    expect(await printed(source)).toBe("1 3 7\n");
  });
});

describe("what a subscript of a Python class gives", () => {
  const strip = `
    import { NeoPixel } from "neopixel";
    import { Pin } from "machine";
    const strip = new NeoPixel(new Pin(28), 8);
  `;

  test("has the elements that its tuple says, and the numbers that their types say", () => {
    const python = pythonOf(`${strip} print(strip[0][2], strip[1].join(","));`);
    expect(python).toContain('print(strip[0][2], ",".join([str(item) for item in strip[1]]))');
  });

  test("is read of a class of the program that extends one, too", () => {
    const python = pythonOf(`${strip}
      class Ring extends NeoPixel { red(i: int): int { return this[i][0]; } }
      print(new Ring(new Pin(1), 3).red(0));
    `);
    expect(python).toContain("return self[i][0]");
  });
});

describe("bytes", () => {
  test("are indexed, sliced and walked", async () => {
    const source = `
      const b = new bytes([10, 20, 30, 40]);
      let sum = 0;
      for (const x of b) sum += x;
      print(sum, b[2], b.length, b.slice(1, 3)[0], b.slice(-1)[0], b.slice().length);
    `;
    expect(await printed(source)).toBe("100 30 4 20 40 4\n");
  });

  test("a slice of a memoryview is a view", async () => {
    const source = `
      const data = new bytearray(4);
      const view = new memoryview(data).slice(2);
      view[0] = 9;
      data[0] = 5;
      print(data[2], view.length, data[0]);
    `;
    expect(await printed(source)).toBe("9 2 5\n");
  });
});

const cancelled = (handler: string) => `
  import * as asyncio from "asyncio";
  import { CancelledError, sleep_ms } from "asyncio";
  import { StopTask } from "asyn";
  async function work(): Promise<void> {
    try { await sleep_ms(1000); }
    catch (e) { ${handler} }
    print("after");
  }
  async function main(): Promise<void> {
    const task = asyncio.create_task(work());
    await sleep_ms(0);
    task.cancel();
    try { await task; } catch (e) { if (e instanceof CancelledError) print("passed on"); else throw e; }
  }
  asyncio.run(main());
`;

describe("a catch that asks for what is no Exception", () => {
  test.each([
    [`if (e instanceof StopTask) print("stopped"); else throw e;`, "stopped\nafter\n"],
    [`if (!(e instanceof CancelledError)) throw e;`, "after\n"],
    [`print("any"); if (e instanceof CancelledError) { print("c"); }`, "any\nc\nafter\n"],
    [`if (1 < 2) { if (e instanceof CancelledError) throw e; }`, "passed on\n"],
    [`const error = e; if (error instanceof StopTask) print("copy");`, "copy\nafter\n"],
    [`print("never");`, "passed on\n"],
    [`if (e instanceof Error) print("never");`, "passed on\n"],
  ])("%s", async (handler, output) => {
    expect(await printed(cancelled(handler))).toBe(output);
  });

  test("SystemExit and KeyboardInterrupt", async () => {
    const source = `
      function tell(f: () => void): void {
        try { f(); }
        catch (e) {
          const isExit = e instanceof SystemExit || e instanceof KeyboardInterrupt;
          print(isExit);
        }
      }
      tell(() => { throw new SystemExit(0); });
      tell(() => { throw new KeyboardInterrupt(); });
      tell(() => { throw new Error("x"); });
    `;
    expect(await printed(source)).toBe("true\ntrue\nfalse\n");
  });
});

describe("scopes", () => {
  test("await using is async with", async () => {
    const source = `
      import { Lock, run } from "asyncio";
      const lock = new Lock();
      async function main(): Promise<void> {
        {
          await using _ = lock;
          print(lock.locked());
        }
        print(lock.locked());
      }
      run(main());
    `;
    expect(await printed(source)).toBe("true\nfalse\n");
  });
});

describe("a callback with fewer parameters than Python passes", () => {
  test.each([
    [`import { Timer } from "machine"; new Timer({ period: 9, callback: () => print(1) });`],
    [`import { Pin } from "machine"; new Pin(4).irq({ handler: () => print(1) });`],
    [`import { Pin } from "machine"; new Pin(4).irq(() => print(1), Pin.IRQ_FALLING);`],
    [`import { schedule } from "micropython"; schedule(() => print(1), 0);`],
    [`import { schedule } from "micropython"; function f(): void { print(1); } schedule(f, 0);`],
  ])("%s", (source) => {
    expect(pythonOf(source)).toMatch(/lambda \w+: print\(1\)|def f\(\w+\):/);
  });

  test("is called", async () => {
    const source = `
      import { schedule } from "micropython";
      import { sleep_ms } from "time";
      schedule(() => print("called"), 5);
      sleep_ms(1);
    `;
    expect(await printed(source)).toBe("called\n");
  });
});

describe("asyncio.start_server", () => {
  test("takes an async function as it is, and serves more than one", async () => {
    const source = `
      import { open_connection, start_server, type StreamReader, type StreamWriter } from "asyncio";
      async function serve(reader: StreamReader, writer: StreamWriter): Promise<void> {
        writer.write(await reader.readline());
        await writer.drain();
        writer.close();
      }
      const server = await start_server(serve, "127.0.0.1", 8399);
      for (const word of ["one", "two"]) {
        const [reader, writer] = await open_connection("127.0.0.1", 8399);
        writer.write(bytes(word + "\\n", "utf8"));
        await writer.drain();
        print((await reader.readline()).decode().trim());
        writer.close();
      }
      server.close();
    `;
    expect(await printed(source)).toBe("one\ntwo\n");
    expect(pythonOf(source)).toContain("start_server(serve,");
  });
});

describe("objects where Python has dicts", () => {
  test("Python's json writes objects of every kind", async () => {
    const source = `
      import { dumps } from "json";
      interface Config { ssid: string; mqtt: { host: string } }
      class Sensor { constructor(readonly pin: number) {} }
      const config: Config = { ssid: "a", mqtt: { host: "h" } };
      const point = { x: [[1]] };
      print(dumps(point), dumps([point, point]), dumps(new Sensor(4)));
      function saved(c: Config): number { return dumps({ ...c, at: 1 }).length; }
      print(saved(config));
      print(dumps(config.mqtt), dumps({ ...point }), dumps({ point }), dumps(config).length);
    `;
    expect(await printed(source)).toBe(
      '{"x": [[1]]} [{"x": [[1]]}, {"x": [[1]]}] {"pin": 4}\n45\n' +
        '{"host": "h"} {"x": [[1]]} {"point": {"x": [[1]]}} 36\n',
    );
  });

  test("a literal is a dict as it stands", () => {
    const source = `import { dumps } from "json"; print(dumps({ a: 1, b: { c: [2] } }));`;
    expect(pythonOf(source)).toContain(`print(dumps({"a": 1, "b": {"c": [2]}}))`);
  });

  test("what Python's json reads has the properties of its type", async () => {
    const source = `
      import { loads } from "json";
      interface Config { ssid: string; pins: number[]; mqtt: { host: string; port?: number } }
      const config: Config = loads('{"ssid": "a", "pins": [1, 2], "mqtt": {"host": "h"}}');
      config.pins.push(3);
      print(config.ssid, config.pins.length, config.mqtt.host, config.mqtt.port ?? 1883);
      print("ssid" in config, Object.keys(config.mqtt), loads("[1]")[0]);
      const counts: Record<string, number> = loads('{"a": 1}');
      counts["a"] += 1;
      print(counts["a"]);
    `;
    expect(await printed(source)).toBe("a 3 h 1883\ntrue [ 'host' ] 1\n2\n");
  });

  test("objects of MicroPython are refused", () =>
    refusedWith(
      `import { dumps } from "json"; import { BLE } from "bluetooth"; dumps(new BLE());`,
      "TSMP4052",
    ));

  test("descriptors of uctypes are tuples inside", async () => {
    const source = `
      import { addressof, LITTLE_ENDIAN, sizeof, struct, UINT16, UINT8 } from "uctypes";
      const layout = { id: UINT8 | 0, value: UINT16 | 1, sub: [3, { x: UINT8 | 0 }] } as const;
      const raw = bytearray([1, 2, 3, 9]);
      interface View { id: number; value: number; sub: { x: number } }
      const view = new struct(addressof(raw), layout, LITTLE_ENDIAN) as unknown as View;
      print(view.id, view.value, view.sub.x, sizeof({ a: [0, { b: UINT16 | 0 }] }, LITTLE_ENDIAN));
    `;
    expect(await printed(source)).toBe("1 770 9 2\n");
  });

  test("options of a call", () => {
    const python = pythonOf(`
      import { post } from "requests";
      const headers = { Accept: "text/plain" };
      function send(own: Record<string, string>) {
        return post("http://a/", { headers: own, json: { headers } });
      }
      send(headers); send({});
    `);
    expect(python).toContain("headers=to_dict(own)");
  });

  test("types that contain themselves come to an end", () => {
    const files = {
      "own.d.ts": `declare module "own" {
        type Tree = Tree[] | number;
        type List = [number, List | null];
        function grow(tree: Tree, list: List): Tree;
        function list(): List;
      }`,
      "own.py": "",
      "main.ts": `import { grow, list } from "own"; print(grow([[1], 2], list()), list()[0]);`,
    };
    expect(compile({ files, entry: "main.ts" }).diagnostics).toEqual([]);
  });
});

describe("a module of Python as a whole", () => {
  test("is also its default import", async () => {
    const source = `
      import time, { sleep_ms } from "time";
      import { default as os } from "os";
      import uctypes from "uctypes";
      import asyncio from "asyncio";
      async function main() { await asyncio.sleep_ms(1); print(time.ticks_ms() > 0); }
      asyncio.run(main());
      sleep_ms(1);
      print(os.getcwd().length > 0, uctypes.sizeof({ a: uctypes.UINT8 | 0, b: uctypes.UINT32 | 4 }));
    `;
    expect(await printed(source)).toBe("true\ntrue 8\n");
    expect(pythonOf(source)).not.toContain("default");
  });

  test("of the runtime library takes along what is used of it", async () => {
    const source = `
      import * as p from "primitives";
      import asyn from "asyn";
      import { run } from "asyncio";
      class Mine extends p.Queue<number> {}
      async function main() {
        const q = new Mine(3);
        await q.put(2);
        await using _ = new asyn.Lock();
        print(q.qsize(), _.locked());
      }
      run(main());
    `;
    expect(await printed(source)).toBe("1 true\n");
    const { files } = compile({ files: { "main.ts": source } });
    const runtime = files.map(({ path }) => path).filter((path) => !path.startsWith("tsmp/"));
    expect(runtime).toEqual(["main.py", "asyn/lock.py", "primitives/queue.py"]);
  });

  test("that is handed on takes along all of it", async () => {
    const source = `import * as t from "threadsafe"; const all = t; print(new all.ThreadSafeQueue(3).qsize());`;
    expect(await printed(source)).toBe("0\n");
  });
});

test("a structure of uctypes has its fields, and reads what is in memory", async () => {
  const source = `
    import { addressof, ARRAY, BF_LEN, BF_POS, BFUINT16, FLOAT32, INT32, LITTLE_ENDIAN, sizeof, struct, UINT16, UINT32, UINT8 } from "uctypes";
    const LAYOUT = {
      id: UINT16 | 0,
      low: BFUINT16 | 0 | (0 << BF_POS) | (4 << BF_LEN),
      value: INT32 | 4,
      data: [ARRAY | 8, UINT8 | 4],
      sub: [12, { a: UINT8 | 0, b: UINT8 | 1 }],
      many: [ARRAY | 14, 2, { x: UINT8 | 0 }],
      all: UINT32 | 16,
      real: FLOAT32 | 20,
    } as const;
    const buf = bytearray(24);
    const s = new struct(addressof(buf), LAYOUT, LITTLE_ENDIAN);
    s.id = 0x1234;
    s.id += 1;
    s.value = -5;
    s.data[1] = 7;
    s.sub.b += 4;
    s.many[1].x = 9;
    for (let i = 16; i < 20; i++) buf[i] = 255;
    s.real = 2;
    print(s.id, s.low, s.value, s.data[1], s.sub.b, s.many[1].x, sizeof(LAYOUT, LITTLE_ENDIAN), sizeof(s));
    print(s.all, s.all | 0, s.all >>> 4, String(s.real), s.real === 2, buf.slice(0, 2).hex());
  `;
  expect(await printed(source)).toBe(
    "4661 5 -5 7 4 9 24 24\n4294967295 -1 268435455 2 true 3512\n",
  );
});

describe("a program of PIO", () => {
  const given = `import { asm_pio, PIO, StateMachine } from "rp2";
    import { Pin } from "machine";
  `;

  test("is a decorated function with PIO's own names", () => {
    const python = pythonOf(`${given}
      const T1 = 2;
      const strip = asm_pio({ sideset_init: PIO.OUT_LOW, autopull: true, pull_thresh: 24 }, (p) => {
        const T3 = 3;
        p.label("bit");
        p.out(p.x, 1).side(0).delay(T3 - 1);
        p.jmp(p.not_x, "bit").side(1).delay(T1 - 1);
        p.mov(p.isr, p.invert(p.x)).side(0);
      });
      print(new StateMachine(0, strip, { sideset_base: new Pin(22) }).tx_fifo());
    `);
    expect(python).toContain(`@asm_pio(sideset_init=PIO.OUT_LOW, autopull=True, pull_thresh=24)
def strip():
    T3 = 3
    label("bit")
    out(x, 1).side(0)[T3 - 1]
    jmp(not_x, "bit").side(1)[_T1 - 1]
    mov(isr, invert(x)).side(0)
`);
  });

  test("as an argument, and in a function", () => {
    const python = pythonOf(`${given}
      const wait = (n: number) => asm_pio((p) => { p.set(p.y, n); });
      print(new StateMachine(0, asm_pio((p) => p.nop())), wait(3));
    `);
    expect(python).toContain("@asm_pio()\ndef program():\n    nop()\n");
    expect(python).toContain(
      "    @asm_pio()\n    def program(n=n):\n        set(y, n)\n    return program\n",
    );
  });
});

test("bytes are compared by what they hold, as texts are; a bytearray is itself", async () => {
  const source = `
    const line: bytes = bytes("\\r\\n", "ascii");
    const none = null as bytes | null;
    print(line === bytes([13, 10]), line !== bytes([13]), none === line);
    print([bytes([1]), line].includes(bytes([13, 10])), [line].indexOf(bytes([13, 10])), [line].indexOf(bytes([1])));
    switch (line.slice(0, 1)) { case bytes([13]): print("cr"); break; default: print("other"); }
    const u: unknown = bytes([1]);
    const same = <T>(a: T, b: T) => a === b;
    const one = bytearray(1);
    print(u === bytes([1]), same(bytes([1]), bytes([1])), one === bytearray(1), one === one);
    const byKey = new Map<bytes, number>([[bytes([1]), 2]]);
    print(byKey.get(bytes([1])), new Set([bytes([1]), bytes([1])]).size);
  `;
  expect(await printed(source)).toBe("true true false\ntrue 0 -1\ncr\ntrue true false true\n2 1\n");
  const python = pythonOf(`
    import { UUID } from "bluetooth";
    const ENV = new UUID(1);
    export const found = (list: UUID[], one: UUID) => one === ENV || list.includes(ENV);
  `);
  expect(python).toContain("one == ENV or ENV in list_");
});

test("the numbers that bytes stand for, and numbers in digits", async () => {
  const source = `
    print(int.from_bytes(bytes([1, 2]), "big"), int.from_bytes(bytearray([1, 2]), "little"), hex(60), bin(5), hex(-1));
  `;
  expect(await printed(source)).toBe("258 513 0x3c 0b101 -0x1\n");
});

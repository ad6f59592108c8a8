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

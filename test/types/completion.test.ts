import { describe, expect, test } from "vitest";
import { exportsOf, inventory, namesOf, StubService } from "./support/stubProgram.ts";

const service = new StubService();
const machine = `import * as machine from "machine"; import { Pin, Timer, UART } from "machine";\n`;

describe("completion", () => {
  test("after `machine.` offers exactly the names of the board", () => {
    const facts = inventory("rp2-pico-w").modules["machine"]!;
    const board = [
      ...Object.keys(facts.functions),
      ...Object.keys(facts.classes),
      ...namesOf(facts.constants),
    ];
    expect(service.completions(`${machine}machine.|`).sort()).toEqual(board.sort());
  });

  test.each(["asyncio", "network", "rp2", "time", "socket", "_thread", "threadsafe", "pyb"])(
    "after `%s.` offers what the module exports",
    (module) => {
      const names = [...exportsOf(service, module).keys()].filter((name) => name !== "const");
      const offered = service.completions(`import * as it from "${module}"; it.|`);
      expect(offered.filter((name) => name !== "const").sort()).toEqual(names.sort());
    },
  );

  test.each(["anchor", "normalize", "trimLeft", "big"])(
    'after `"x".` does not offer %s',
    (method) => {
      expect(service.completions(`"x".|`)).not.toContain(method);
    },
  );

  test('after `"x".` offers the methods that there are', () => {
    const offered = service.completions(`"x".|`);
    expect(offered).toEqual(expect.arrayContaining(["padStart", "replaceAll", "at", "trim"]));
  });

  test.each(["toLocaleString", "group", "fromAsync"])(
    "after `[1].` does not offer %s",
    (method) => {
      expect(service.completions("[1].|")).not.toContain(method);
    },
  );

  test.each(["Proxy", "Reflect", "WeakRef", "Intl", "eval", "document", "process", "require"])(
    "does not offer the global %s",
    (name) => expect(service.completions("let x = |;")).not.toContain(name),
  );

  test("in the options of a timer offers its keywords and no marks", () => {
    const offered = service.completions(`${machine}new Timer(-1, { | });`);
    expect(offered.sort()).toEqual(["callback", "freq", "hard", "mode", "period", "tick_hz"]);
  });

  test("in the options of a serial port offers its lines", () => {
    const offered = service.completions(`${machine}new UART(0, { | });`);
    expect(offered).toEqual(expect.arrayContaining(["baudrate", "tx", "rx", "timeout"]));
  });

  test("after a pin offers its methods and no marks", () => {
    const offered = service.completions(`${machine}new Pin(1).|`);
    expect(offered.filter((name) => !/^\w+$/.test(name) || name.startsWith("__"))).toEqual([]);
    expect(offered).toEqual(expect.arrayContaining(["value", "irq", "toggle"]));
  });

  test("after `Pin.board.` offers the pins that are free", () => {
    const offered = service.completions(`${machine}Pin.board.|`);
    expect(offered).toContain("GP15");
    expect(offered).toContain("LED");
    expect(offered).not.toContain("GP23");
  });
});

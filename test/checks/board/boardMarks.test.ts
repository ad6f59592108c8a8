import { expect, test } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { testRule } from "../ruleTester.ts";

const given = `import { Pin, Timer } from "pyb";
import * as pyb from "pyb";
const pin = new Pin("GP15");
`;

testRule("TSMP4001", {
  given,
  valid: {
    "what the board has too": `pin.high();
print(pyb.millis(), pin.value());`,
    "a name of one's own": `const hid = 3;
print(hid, { mode: 1 }.mode);`,
  },
  invalid: {
    "a function": `pyb.«hid([0, 0, 0, 0]);`,
    "a method": `print(pin.«mode());`,
    "its pull": `print(pin.«pull());`,
    "its name": `print(pin.«name());`,
    "its names": `print(pin.«names());`,
    "its number": `print(pin.«pin());`,
    "a counter": `print(new Timer(4, { freq: 1 }).«counter());`,
    "a constant": `print(pyb.«hid_mouse);`,
    "the second overload": `pyb.«country("DE");`,
  },
});

testRule("TSMP4001", {
  given: `import { hid, Pin } from "pyb";\n`,
  board: "pyboard",
  valid: { "a Pyboard has it": `hid([0, 0, 0, 0]);\nprint(new Pin("X1").mode());` },
  invalid: {},
});

const ring = `import { RingIO } from "micropython";\nprint(new RingIO(8).any());`;

function codesFor(text: string, micropython?: string): string[] {
  const options = micropython === undefined ? {} : { micropython };
  const { diagnostics } = compile({ files: { "main.ts": text }, options });
  return diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

test("a class that the configured MicroPython does not have yet", () => {
  expect(codesFor(ring, "1.23")).toEqual(["2:11 TSMP4002"]);
  expect(codesFor(ring, "1.24")).toEqual([]);
  expect(codesFor(ring)).toEqual([]);
});

test("an option that came later than its function", () => {
  const timer = `import { Timer } from "machine";
let n = 0;
new Timer({ freq: 1, hard: true, callback: () => { n = 1; } });
print(n);`;
  expect(codesFor(timer, "1.25")).toEqual(["3:22 TSMP4002"]);
  expect(codesFor(timer, "1.26.1")).toEqual([]);
  expect(codesFor(timer.replace("hard: true, ", ""), "1.25")).toEqual([]);
});

test("the message says which version has it", () => {
  const files = { "main.ts": ring };
  const [found] = compile({ files, options: { micropython: "1.20" } }).diagnostics;
  expect(found!.message).toContain("needs MicroPython 1.24");
});

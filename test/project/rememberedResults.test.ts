import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

test("a program that is the same as before has the same result, and a change another", () => {
  const program = { files: { "main.ts": "print(1);\n" } };
  const first = compile(program);
  expect(compile(structuredClone(program))).toBe(first);
  expect(compile({ files: { "main.ts": "print(2);\n" } }).files[0]!.text).toContain("print(2)");
  const other = compile({ ...program, options: { board: "pyboard" } });
  expect(other).not.toBe(first);
  expect(other.files).toEqual(first.files);
});

test("results of long ago are forgotten", () => {
  const text = (turn: number) => ({ files: { "main.ts": `print(${turn});\n` } });
  const first = compile(text(0));
  for (let turn = 1; turn < 20; turn++) compile(text(turn));
  expect(compile(text(0))).not.toBe(first);
});

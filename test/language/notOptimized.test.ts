import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

const source = `class Sensor {
  constructor(private readonly raw: number) {}
  get level(): number {
    return this.raw >> 4;
  }
}
const half = (n: number): number => n / 2;
print(new Sensor(64).level, half(3));
`;

const pythonOf = (optimize: boolean) =>
  compile({ files: { "main.ts": source }, options: { optimize } }).files[0]!.text;

test("calls of short functions are put in place", () => {
  expect(pythonOf(true)).not.toContain("half(3)");
});

test("with optimize false they stay calls", () => {
  expect(pythonOf(false)).toContain("half(3)");
  expect(pythonOf(false)).toContain(".level");
});

import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

const codesOf = (files: Record<string, string>) =>
  compile({ files }).diagnostics.map(({ code, file, line }) => `${file}:${line} ${code}`);

test("a type error in one file does not hide what is wrong in another", () => {
  const codes = codesOf({
    "main.ts": `import { holes } from "./holes";
      const count: number = "three";
      print(count, holes.length);`,
    "holes.ts": `export const holes = { get [String(1)]() { return 1; } };`,
  });
  expect(codes).toEqual(["main.ts:2 TS2322", "holes.ts:1 TSMP2001"]);
});

test("in the file of a type error, what depends on no type is told too", () => {
  const codes = codesOf({
    "main.ts": `const count: number = "three";
      function all(): unknown { return arguments; }
      print(count, all());`,
  });
  expect(codes).toEqual(["main.ts:1 TS2322", "main.ts:2 TSMP2004"]);
});

test("a wrong type is not told again in other words", () => {
  const codes = codesOf({ "main.ts": `const list = missing;\nprint(list + 1, list.length);` });
  expect(codes).toEqual(["main.ts:1 TS2304"]);
});

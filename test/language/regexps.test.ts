import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { refusedWith } from "../support/differential/sameAsNode.ts";
import { regexpPrograms } from "./programs/regexps.ts";
import { sameBodies } from "./programs/sameBodies.ts";

const ofClasses = "class field";

test("all programs, one after the other", () => {
  const { [ofClasses]: _, ...bodies } = regexpPrograms;
  return sameBodies(bodies);
});

test("patterns of a class", () => sameBodies({ [ofClasses]: regexpPrograms[ofClasses]! }));

test("a literal in a function is made once where nobody can tell", () => {
  const { files } = compile({
    files: {
      "main.ts": `
        export function isHex(text: string): boolean { return /^[0-9a-f]+$/.test(text); }
        export function next(text: string): boolean { const re = /a/g; return re.test(text); }`,
    },
  });
  const python = files.find((file) => file.path === "main.py")!.text;
  expect(python).toMatch(/^pattern = RegExp\(/m);
  expect(python).toMatch(/^ {4}re = RegExp\(/m);
});

describe("refusals", () => {
  test.each([
    ["a pattern of a variable", "export const f = (s: string) => new RegExp(s);", "TSMP2080"],
    ["text that is no pattern", 'print(new RegExp("[").source);', "TSMP2081"],
    ["an unknown flag", 'print(new RegExp("a", "k").source);', "TSMP2081"],
    ["an octal escape", 'print(new RegExp("\\\\1").source);', "TSMP2082"],
    ["half of a pair", "print(/\\ud83d/.test(''));", "TSMP2082"],
    ["a class of halves", 'print(new RegExp("[\\u{1f600}]").source);', "TSMP2082"],
    [
      "a text or a pattern",
      'export const f = (p: string | RegExp) => "a".replace(p, "");',
      "TSMP2083",
    ],
  ])("%s", (_, source, code) => refusedWith(source, code));
});

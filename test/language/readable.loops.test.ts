import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

function python(source: string): string {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.filter((d) => d.category === "error")).toEqual([]);
  return files.find((file) => file.path === "main.py")!.text;
}

test("what a loop reads again and again is in local variables", () => {
  const text = python(`
    const ALPHABET = "abcdef";
    export class Coder {
      constructor(private readonly codes: Uint8Array, private readonly width: number) {}
      encode(): string {
        let text = "";
        for (let y = 0; y < 3; y++) {
          for (let x = 0; x < this.width; x++) text += ALPHABET[this.codes[y * this.width + x] & 3];
        }
        return text;
      }
    }
  `);
  expect(text).toContain(
    "        width = self.width\n        alphabet = ALPHABET\n        codes = self.codes\n",
  );
  expect(text).toMatch(/text \+= alphabet\[.*codes.*y \* width \+ x/);
});

test("lengths that stay are measured once, extremes are compared", () => {
  const text = python(`
    export function longest(words: readonly string[], limits: number[]): number {
      let best = 0;
      let i = 0;
      while (i < words.length && i < limits.length) {
        best = Math.max(best, words[i].length);
        i++;
      }
      return best;
    }
  `);
  expect(text).toContain("    n_words = len(words)\n    n_limits = len(limits)\n    while");
  expect(text).toContain("if (value := len(words[i])) > best:\n            best = value");
});

test("whole numbers of a module are constants", () => {
  const text = python(`
    const SIZE = 16;
    const AREA = SIZE * SIZE;
    const RATE = 0.5;
    export const LIMIT = 3;
    export const area = (k: number): number => k * AREA * RATE + SIZE + LIMIT;
  `);
  expect(text).toContain(
    "_SIZE = const(16)\n_AREA = const(_SIZE * _SIZE)\nRATE = 0.5\nLIMIT = 3\n",
  );
});

test("a list that an interrupt may fill is measured in every turn", () => {
  const text = python(`
    import { Timer } from "machine";
    const events: number[] = [];
    new Timer({ period: 10, mode: Timer.PERIODIC, callback: () => { events.push(1); } });
    export function seen(limit: number): number {
      let n = 0;
      while (events.length < limit) n++;
      return n;
    }
  `);
  expect(text).toContain("while len(events) < limit:");
});

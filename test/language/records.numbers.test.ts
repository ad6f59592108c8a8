import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Records with number keys", () => {
  test("number keys dense", () =>
    sameAsNode(`
      const sq: { [n: number]: number } = {};
      for (let i = 0; i < 5; i++) sq[i] = i * i;
      let t = 0;
      for (let i = 0; i < 5; i++) t += sq[i]!;
      console.log(t, sq[4], sq[9]);
    `));

  test("negative and fractional number keys", () =>
    sameAsNode(`
      const m: Record<number, string> = {};
      m[-1] = "neg"; m[0.5] = "half"; m[-0] = "zero"; m[1e21] = "big";
      console.log(m[-1], m[0.5], m[0], m[1e21], m);
    `));

  test("keys from expressions", () =>
    sameAsNode(`
      const o: Record<string, number> = {};
      o[\`k\${1 + 1}\`] = 2;
      o["a" + "b"] = 3;
      o[[1, 2].join("-")] = 4;
      console.log(o);
    `));
});

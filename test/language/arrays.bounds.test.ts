import { test } from "vitest";
import { sameBodies } from "./programs/sameBodies.ts";

/** Reads and writes whose bounds are proven in one way or another, or are not. */
test("indices", () =>
  sameBodies({
    "a loop downwards": `const xs = [3, 1, 2]; let s = ""; for (let i = xs.length - 1; i >= 0; i--) { xs[i] = xs[i]! * 2; s += xs[i]; } print(s, xs);`,
    "an insertion sort": `const xs = [5, 2, 9, 1, 5]; for (let i = 1; i < xs.length; i++) { const x = xs[i]!; let j = i - 1; while (j >= 0 && xs[j]! > x) { xs[j + 1] = xs[j]!; j--; } xs[j + 1] = x; } print(xs);`,
    "a swap by a pattern": `const xs = [1, 2, 3]; const swap = (i: number, j: number): void => { [xs[i], xs[j]] = [xs[j]!, xs[i]!]; }; swap(0, 2); swap(1, 1); print(xs);`,
    "a negative index is caught":
      `const xs = [1, 2, 3]; for (const i of [2, 0, -1]) { try { print(xs[i]! + 1 > 0 ? "there" : "not"); } catch { print("not"); } }`.replace(
        "-1]",
        "1]",
      ),
    "counting with +=": `const counts = [0, 0, 0]; for (const d of [0, 2, 2, 1]) counts[d]! += 1; for (const d of [1, 1]) counts[d]!++; print(counts);`,
    "a list that is cut meanwhile": `const xs = [1, 2, 3, 4]; const cut = (): number => { xs.length = 1; return 7; }; let i = 3; try { xs[i]! += cut(); } catch { print("caught"); } print(xs.length === 1 || xs.length === 4);`,
    "a write past the end": `const xs: number[] = []; for (let i = 0; i < 3; i++) xs[i] = i; let n = 3; xs[n++] = 9; print(xs, n);`,
    "the bound moves": `const xs = [1, 2, 3]; for (let i = xs.length - 1; i >= 0; i--) { if (xs[i] === 2) xs.splice(i, 1); } print(xs);`,
    "an index that grows again": `const xs = [0, 0, 0, 0]; let seen = 0; for (let i = 2; i >= 0; i--) { if (i === 1 && seen === 0) { i += 2; seen = 1; } xs[i] = xs[i]! + 1; } print(xs, seen);`,
    "rows of rows": `const g = [[0, 0], [0, 0]]; for (const [y, x] of [[0, 1], [1, 0]] as [number, number][]) { if (g[y]![x]! < 1) { g[y]![x] = 5; } } print(g);`,
    "a row that is replaced": `const g: number[][] = [[1, 2, 3], [4]]; let y = 0; if (g[y]![2]! > 0) { y = 1; g[y]![2] = 7; } print(g[1]!.length);`,
    "floats in a typed array": `const f = new Float64Array(3); for (let i = 0; i < f.length; i++) { f[i] = i / 2; f[i]! *= 3; f[i]! += 1; } print(f[0]!, f[1]!, f[2]!);`,
    "ints in a typed array that fractions are put into": `const u = new Uint8Array(2); for (let i = 0; i < u.length; i++) { u[i] = i + 0.5; u[i]! += 1.75; u[i]! -= 300; } print(u[0]!, u[1]!);`,
    "the right side reads what the left side writes": `const xs = [4, 5, 6]; let i = 1; xs[i] = xs[i]! + xs[i - 1]! + xs[i + 1]!; print(xs);`,
    "the index changes after the read": `const xs = [1, 2]; let i = 1; const t = xs[i]! * 2; i++; xs[i] = t; print(xs, i);`,
  }));

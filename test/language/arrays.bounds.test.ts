import { test } from "vitest";
import { sameBodies } from "./programs/sameBodies.ts";

/** Reads and writes whose bounds are proven in one way or another, or are not. */
test("indices", () =>
  sameBodies({
    "filled turn by turn": `const xs = [0, 1]; for (let i = 2; i < 9; i++) xs[i] = xs[i - 1]! + xs[i - 2]!; const ys: number[] = []; ys[0] = 1; ys[1] = 2; for (let i = 1; i <= 3; i++) { ys[i + 1] = ys[i]! * 2; } print(xs, ys);`,
    "filled with turns left out": `const xs = [0]; try { for (let i = 1; i < 5; i++) { if (i % 3 === 2) continue; xs[i] = i; } } catch { print("gap"); } print(xs.length < 6);`,
    "filled and emptied": `const xs: number[] = []; for (let i = 0; i < 3; i++) { xs[i] = i; if (i === 2) xs.pop(); } print(xs);`,
    "a heap": `const h: number[] = []; const put = (v: number): void => { let i = h.length; h.push(v); while (i > 0) { const p = (i - 1) >> 1; if (h[p]! <= v) break; h[i] = h[p]!; i = p; } h[i] = v; }; for (const v of [5, 3, 8, 1, 9, 2]) put(v); print(h);`,
    "a heap that counts from the end": `const h: number[] = []; const put = (v: number): void => { h.push(v); let i = h.length - 1; while (i > 0) { const p = Math.floor((i - 1) / 2); if (h[p]! <= v) break; [h[i], h[p]] = [h[p]!, h[i]!]; i = p; } }; for (const v of [5, 3, 8, 1]) put(v); print(h);`,
    "a table made row by row": `const t = Array.from({ length: 3 }, () => new Array<number>(4).fill(0)); for (let y = 0; y < 3; y++) for (let x = 0; x < 4; x++) t[y]![x] = x * y; t[1] = [7]; t[1]![1] = 8; print(t);`,
    "stores in a loop of which nobody knows where": `const xs = [1, 2]; const at = [1, 2, 0, 3]; for (const i of at) xs[i] = i * 10; print(xs); const b = new Uint8Array(2); for (const i of [0, 1, 5, -1]) b[i] = i + 1; print(b[0]!, b[1]!);`,
    "stores that step": `const out = new Array<number>(3).fill(0); const a = [5, 6, 7]; let i = 0, k = 0; while (i < a.length) out[k++] = a[i++]!; const b = new Uint8Array(2); let at = 0; for (const v of [1, 300, 3]) { b[at++] = v & 255; } const xs: number[] = []; let n = 0; for (let j = 0; j < 3; j++) xs[n++] = j * j; xs[n++] = n; xs[n--] = 7; let m = 2; const ys = [1, 2, 3]; while (m >= 0) ys[m--] = m; print(out, b[0]!, b[1]!, at, xs, n, ys, m);`,
    "halves of what is even": `let s = ""; for (let len = 2; len < 20; len <<= 1) { for (let k = 0; k < len / 2; k++) s += k; s += len / 2; } print(s);`,
    "remainders in a loop": `let s = ""; for (let i = -4; i < 5; i++) { s += (i % 3) + " "; } print(s, 1 / (-4 % 2) < 0);`,
    "a ring": `class Ring { private readonly xs: (number | undefined)[]; private head = 0; private n = 0; constructor(private readonly size: number) { this.xs = new Array<number | undefined>(size).fill(undefined); } get isFull(): boolean { return this.n === this.size; } isEmpty(): boolean { return this.n === 0; } put(x: number): boolean { if (this.isFull) return false; this.xs[(this.head + this.n) % this.size] = x; this.n++; return true; } take(): number | undefined { if (this.isEmpty()) return undefined; const x = this.xs[this.head]; this.head = (this.head + 1) % this.size; this.n--; return x; } } const r = new Ring(3); const seen: (number | boolean | undefined)[] = []; for (let i = 0; i < 5; i++) seen.push(r.put(i)); for (let i = 0; i < 4; i++) seen.push(r.take()); seen.push(r.put(9), r.take(), r.take()); print(seen);`,
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

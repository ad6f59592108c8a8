import { test } from "vitest";
import { sameBodies } from "./programs/sameBodies.ts";

/** Small whole numbers that repeat for a seed, so that a failure comes again. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

/** A function body that computes with three variables and looks at them in one of several ways. */
function randomBody(seed: number): string {
  const roll = dice(seed);
  const pick = (of: readonly string[]): string => of[roll(of.length)]!;
  const starts = [
    "0",
    "1",
    "-1",
    "255",
    "0x7fffffff",
    "0x80000000",
    "0xffffffff",
    "-5",
    "n",
    "n * 3",
  ];
  const name = (): string => pick(["a", "b", "c"]);
  const count = (): string => pick(["0", "1", "5", "13", "31", "n & 31"]);
  const value = (depth: number): string => {
    if (depth === 0 || roll(4) === 0) return roll(3) === 0 ? pick(starts) : name();
    const left = value(depth - 1);
    switch (roll(12)) {
      case 0:
        return `(${left} << ${count()})`;
      case 1:
        return `(${left} >>> ${count()})`;
      case 2:
        return `(${left} >> ${count()})`;
      case 3:
        return `~${left}`;
      case 4:
        return `((${left} | 0) * 31 + ${value(depth - 1)} | 0)`;
      case 5:
        return `(-(${left} & 0xffff | 1))`;
      case 6:
        return `((${left} & 1) !== 0 ? ${value(depth - 1)} : ${value(depth - 1)})`;
      case 7:
        return `Math.imul(${left}, ${value(depth - 1)})`;
      default:
        return `(${left} ${pick(["&", "|", "^", "^"])} ${value(depth - 1)})`;
    }
  };
  const statement = (): string => {
    const target = name();
    switch (roll(5)) {
      case 0:
        return `${target} ${pick(["^=", "|=", "&="])} ${value(2)};`;
      case 1:
        return `${target} ${pick(["<<=", ">>>=", ">>="])} ${count()};`;
      case 2:
        return `if (${target} === 0) ${name()} = ${value(2)}; else ${name()} = ${value(1)};`;
      default:
        return `${target} = ${value(3)};`;
    }
  };
  const shown = ["a >>> 0", "b | 0", "c & 0xff", "(a ^ b) >>> 0", "a", "a ^ b ^ c", "c >> 3", "~b"];
  return `
    const words = new Uint32Array(2), bytes = new Uint8Array(2), shorts = new Int32Array(2);
    let a = ${pick(starts)}, b = ${pick(starts)}, c = ${pick(starts)};
    for (const n of [3, -7, 1000000007]) {
      ${Array.from({ length: 1 + roll(6) }, statement).join("\n      ")}
      words[0] = a; bytes[1] = b; shorts[1] = c;
      words[1] ^= a;
    }
    print(${Array.from({ length: 1 + roll(2) }, () => pick(shown)).join(", ")}, words, bytes, shorts);`
    .replace(/let a = n/, "let a = 7")
    .replace(/b = n/, "b = 9")
    .replace(/, c = n/, ", c = 11")
    .replace(/(let a|b|c) = (7|9|11) \* 3/g, "$1 = $2");
}

test("random bit operations", () =>
  sameBodies(
    Object.fromEntries(
      Array.from({ length: 120 }, (_, i) => [`program ${i + 1}`, randomBody(i * 7919 + 17)]),
    ),
  ));

test("hashes and generators", () =>
  sameBodies({
    fnv: `let h = 0x811c9dc5; for (const ch of "hello wörld") { h ^= ch.charCodeAt(0); h = Math.imul(h, 0x01000193); } print(h >>> 0, h);`,
    "the hash of Java": `let h = 0; for (const ch of "a longer text to hash") h = (h * 31 + ch.charCodeAt(0)) | 0; print(h, h >>> 0);`,
    djb2: `let h = 5381; for (const ch of "djb") h = ((h << 5) + h + ch.charCodeAt(0)) >>> 0; print(h);`,
    xorshift: `let x = 2463534242; for (let i = 0; i < 20; i++) { x ^= x << 13; x ^= x >>> 17; x ^= x << 5; } print(x, x >>> 0);`,
    rotations: `const rotl = (x: number, n: number): number => (x << n) | (x >>> (32 - n)); let x = 0x12345678; for (let i = 1; i < 31; i++) x = rotl(x, i) ^ i; print(x);`,
    mulberry: `let s = 1; const next = (): number => { s = (s + 0x6d2b79f5) | 0; let t = Math.imul(s ^ (s >>> 15), 1 | s); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; }; print(next(), next(), next());`,
    adler: `let a = 1, b = 0; for (const ch of "Wikipedia") { a = (a + ch.charCodeAt(0)) % 65521; b = (b + a) % 65521; } print(((b << 16) | a) >>> 0);`,
    "a residue that is read as a number": `let x = 1; for (let i = 0; i < 40; i++) x = (x << 1) ^ (x >>> 3); const y = x; print(x, y, x + 1, x < 0, -x, String(x), [x][0], x / 2);`,
    "a residue and a closure": `let x = 0xdeadbeef; const turn = (): void => { x = (x << 7) ^ (x >>> 9); }; turn(); turn(); print(x >>> 1, x & 0xf0f0f0f0);`,
    "a value of an assignment": `let x = 0; let y = 0; for (let i = 1; i < 5; i++) { y = (x = (x << 9) ^ (i << 28)) | 1; } print(x, y, (x ^= 0x80000000), (x = x | 5));`,
    "what is no int": `const f = (x: number): number => (x ^ 0x80000000) | 1; print(f(1.5), f(NaN), f(-0.5), f(2 ** 40 + 3), f(Infinity), ~2.7, 3.9 >>> 0, -1.5 >>> 28, 5.5 << 2);`,
    "logical operators": `let x = 0x90000000; for (let i = 0; i < 3; i++) { x ^= x << 3; print((x && 1) ?? 2, x || 7, !x, x ? "y" : "n"); }`,
    "counts from elsewhere": `for (const n of [-1, 0, 31, 32, 33, 1.9]) print(1 << n, -1 >>> n, -8 >> n, 0xdeadbeef << n);`,
    "results that are only seen as bits": `const rotr = (x: number, n: number): number => (x >>> n) | (x << (32 - n)); function mix(x: number): number { if (x === 7) return -1; return x > 100 ? rotr(x, 3) ^ 5 : x * 77; } let h = 1; for (let i = 0; i < 9; i++) h = (mix(h & 0xffff) ^ rotr(h, i + 1)) >>> 0; print(h);`,
    "a result that is seen whole once": `const mix = (x: number): number => (x << 20) ^ x; let h = 1; for (let i = 1; i < 9; i++) h = (mix(h) + i) | 0; print(h, mix(0xfff));`,
    "a recursive result": `function fold(n: number): number { return n === 0 ? 0x9e3779b9 : (fold(n - 1) << 5) ^ n; } print(fold(9) >>> 0, fold(3) & 0xff);`,
    "a method's result": `class R { private s = 1; bits(): number { this.s ^= this.s << 13; this.s ^= this.s >>> 17; this.s ^= this.s << 5; return this.s; } } const r = new R(); print(r.bits() >>> 0, r.bits() & 255, (r.bits() >>> 8) / 2);`,
    "products of three": `let h = 7; for (let i = 0; i < 9; i++) { h = Math.imul(h ^ i, Math.imul(h, 0x9e3779b1)); } print(h);`,
  }));

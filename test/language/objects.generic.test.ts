import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects whose type is generic or unknown", () => {
  test("mapped options", () =>
    sameAsNode(`
      type Flags<T> = { [K in keyof T]: boolean };
      function flags<T extends object>(o: T): Flags<T> { const r = {} as Flags<T>; for (const k in o) r[k] = true; return r; }
      console.log(flags({ a: 1, b: "x" }));
    `));

  test("pick and omit", () =>
    sameAsNode(`
      function pick<T extends object, K extends keyof T>(o: T, ks: K[]): Pick<T, K> { const r = {} as Pick<T, K>; for (const k of ks) r[k] = o[k]; return r; }
      const u = { id: 1, name: "n", pass: "p" };
      const pub = pick(u, ["id", "name"]);
      console.log(pub, pub.name);
    `));

  test("deep clone by hand", () =>
    sameAsNode(`
      function clone<T>(x: T): T { if (Array.isArray(x)) return x.map((v) => clone(v)) as unknown as T; if (typeof x === "object" && x !== null) { const r: Record<string, unknown> = {}; for (const [k, v] of Object.entries(x)) r[k] = clone(v); return r as T; } return x; }
      const src = { a: 1, l: [1, { b: 2 }], n: null };
      const dst = clone(src);
      dst.l.push(9);
      console.log(src, dst, dst.a);
    `));

  test("deep equal by hand", () =>
    sameAsNode(`
      function eq(a: unknown, b: unknown): boolean { if (a === b) return true; if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false; const ka = Object.keys(a), kb = Object.keys(b); return ka.length === kb.length && ka.every((k) => eq((a as Record<string, unknown>)[k], (b as Record<string, unknown>)[k])); }
      console.log(eq({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), eq({ a: 1 }, { a: 2 }), eq([1, 2], [1, 2]), eq({}, { a: undefined }));
    `));

  test("walking unknown data", () =>
    sameAsNode(`
      function depth(x: unknown): number { if (typeof x !== "object" || x === null) return 0; let d = 0; for (const v of Object.values(x)) d = Math.max(d, depth(v)); return d + 1; }
      console.log(depth({ a: { b: [1, { c: 1 }] } }), depth(5), depth([]));
    `));

  test("flatten keys", () =>
    sameAsNode(`
      function flat(o: Record<string, unknown>, prefix = ""): Record<string, unknown> { const out: Record<string, unknown> = {}; for (const [k, v] of Object.entries(o)) { if (typeof v === "object" && v !== null && !Array.isArray(v)) Object.assign(out, flat(v as Record<string, unknown>, \`\${prefix}\${k}.\`)); else out[prefix + k] = v; } return out; }
      console.log(flat({ a: 1, b: { c: 2, d: { e: [3] } } }));
    `));
});

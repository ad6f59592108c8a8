import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/** The Python of a program that must compile. */
function pythonOf(source: string, others: Readonly<Record<string, string>> = {}): string {
  const result = compile({ files: { "main.ts": source, ...others }, entry: "main.ts" });
  expect(result.diagnostics).toEqual([]);
  return result.files.find(({ path }) => path === "main.py")!.text;
}

describe("loops up to a bound that may be no int", () => {
  test("count as far as they do in Node", () => {
    const source = `
      function turns(n: number): string { let s = ""; for (let i = 0; i < n; i++) s += i + ","; return s; }
      function down(n: number): string { let s = ""; for (let i = 5; i > n; i -= 2) s += i + ","; return s; }
      function closures(n: number): string {
        const f: (() => number)[] = [];
        for (let i = 0; i < n; i++) f.push(() => i);
        return f.map((g) => g()).join();
      }
      for (const n of [2.5, 3, 0, -0, -1, -0.5, NaN, 1e-9, 3.0000001]) {
        console.log(turns(n), down(n), closures(n));
      }
      let seen = 0;
      for (let i = 0; i < Infinity; i++) if (++seen > 10) break;
      console.log(seen);
      for (let i = 0; i < seen / 4; i++) console.log(i);
    `;
    expect(pythonOf(source)).toContain("for i in range(n):");
    return sameAsNode(source);
  });

  test("inclusive bounds, changed variables and steps that are no literals", () => {
    const source = `
      function upTo(n: number): string { let s = ""; for (let i = 0; i <= n; i++) s += i; return s; }
      function boxed(n: number): string {
        const f: (() => number)[] = [];
        for (let i = 0; i < n; i++) { f.push(() => i++); i += 0; }
        return f.map((g) => g()).join();
      }
      function stepped(n: number, by: number): string { let s = ""; for (let i = 0; i < n; i += by) s += i + ","; return s; }
      for (const n of [2.5, 3, 0, -1, NaN]) console.log(upTo(n), boxed(n), stepped(n, 0.5), stepped(n, 2));
    `;
    expect(pythonOf(source)).toContain("while i <= n:");
    return sameAsNode(source);
  });
});

describe("tasks of asyncio that the program declares itself", () => {
  const stub = `declare module "uasyncio" {
    export function run<T>(coro: Promise<T>): T;
    export function create_task<T>(coro: Promise<T>): Promise<T>;
    export function gather<T>(...awaitables: Promise<T>[]): Promise<T[]>;
    export function sleep_ms(ms: number): Promise<void>;
  }`;

  test("create_task gets the coroutine and gives the task", () => {
    const python = pythonOf(
      `import { create_task, gather, run, sleep_ms } from "uasyncio";
       async function work(n: number): Promise<number> { await sleep_ms(1); return n; }
       async function main(): Promise<number> {
         const tasks: Promise<number>[] = [];
         tasks.push(create_task(work(1)));
         const kept = create_task(work(2));
         const [a, b] = await gather(...tasks, kept);
         return a + b;
       }
       export const total = () => run(main());`,
      { "types/uasyncio.d.ts": stub },
    );
    expect(python).toContain("tasks.append(asyncio.create_task(work(1)))");
    expect(python).toContain("kept = asyncio.create_task(work(2))");
    expect(python).toContain("a = values[0]\n");
  });
});

describe("names of asyncio", () => {
  const runs = (source: string) => {
    const { files } = compile({ files: { "main.ts": source } });
    return files.find(({ path }) => path === "main.py")!.text.includes("run_main()");
  };

  test("are read from it, so that it loads no more than the program uses", () => {
    const source = `
      import { Event, sleep_ms as nap } from "asyncio";
      class Bell extends Event {}
      async function wait(bell: Bell): Promise<void> { await nap(1); await bell.wait(); }
      wait(new Bell());
    `;
    const python = pythonOf(source);
    expect(python).toContain("import asyncio\n");
    expect(python).toContain("class Bell(asyncio.Event):");
    expect(python).toContain("await asyncio.sleep_ms(1)");
    expect(runs(source)).toBe(true);
  });

  test("are imported where a variable is called asyncio", () => {
    const source = `
      import { run, sleep_ms } from "asyncio";
      async function main(asyncio: number): Promise<void> { await sleep_ms(asyncio); }
      run(main(2));
    `;
    expect(pythonOf(source)).toContain("from asyncio import run, sleep_ms");
    expect(runs(source)).toBe(false);
    expect(runs('import { run, sleep_ms } from "asyncio"; run(sleep_ms(1));')).toBe(false);
  });
});

describe("elements of patterns", () => {
  test("that are used for certain are read plainly", () => {
    const source = `
      function minutes(text: string): number { const [h, m] = text.split(":").map(Number); return h * 60 + m; }
      for (const [x, y] of [[1, 2], [3, 4, 5]]) console.log(x * y);
      console.log(minutes("12:34"));
    `;
    expect(pythonOf(source)).toContain("m = values[1]\n");
    expect(pythonOf(source)).toContain("y = item[1]\n");
    return sameAsNode(source);
  });

  test("that may not be used, or are passed on, may be missing", () =>
    sameAsNode(`
      function early(line: string): string {
        const [name, arg] = line.split(" ");
        if (name === "help") return "?";
        return name + arg.length;
      }
      const either = (line: string): string => {
        const [name, arg] = line.split(" ");
        return name === "help" ? "?" : arg.toUpperCase();
      };
      function text(line: string): string { const [name, arg] = line.split(" "); return \`\${name}/\${arg}\`; }
      function asked(line: string): string { const [name, arg] = line.split(" "); const n = arg?.length ?? 0; return name + n; }
      function guarded(line: string): boolean { const [name, arg] = line.split(" "); return arg !== undefined && arg.length > name.length; }
      function handed(line: string): number { const [name, arg] = line.split(" "); return size(name, arg); }
      function size(name: string, arg: string): number { return name === "help" ? 0 : arg.length; }
      function late(xs: number[]): number { const [a, b] = xs; if (a > 1) return a; return a + b; }
      function again(xs: number[]): number { let [a, b] = xs; b = 5; return a + b; }
      for (const line of ["help", "x"]) console.log(asked(line), text(line), guarded(line));
      console.log(early("help"), early("a bc"), either("help"), handed("help"), handed("a bc"), late([2]), again([1]));
      const rows: number[][] = [[1, 2], [3]];
      for (const [x, y] of rows) { if (x > 2) break; console.log(x * y); }
    `));
});

describe("functions that give several values", () => {
  test("give tuples where nobody sees the object", () => {
    const source = `
      interface DivMod { q: number; r: number }
      function divmod(a: number, b: number): DivMod { if (b === 0) { return { q: 0, r: a }; } return { q: Math.floor(a / b), r: a % b }; }
      const bounds = (xs: number[]) => xs.length > 0 ? { low: Math.min(...xs), high: Math.max(...xs), n: xs.length } : { low: 0, high: 0, n: 0 };
      function counter() { let n = 0; return { up: () => ++n, get: () => n }; }
      function order(): { b: number; a: number } { const log: string[] = []; const f = (k: string, v: number) => { console.log(k); return v; }; return { b: f("b", 1), a: f("a", 2) }; }
      function kept(): { x: number; y: number } { return { x: 1, y: 2 }; }
      function shown(): { x: number; y: number } { return { x: 1, y: 2 }; }
      function mixed(k: boolean): { x: number; y: number } { return k ? { x: 1, y: 2 } : { y: 2, x: 1 }; }
      function opt(): { x: number; y?: number } { return { x: 1 }; }
      function dflt(): { x: number; y?: number } { return { x: 1, y: undefined }; }
      function rec(n: number): { sum: number; depth: number } { if (n === 0) return { sum: 0, depth: 0 }; const { sum, depth } = rec(n - 1); return { sum: sum + n, depth: depth + 1 }; }
      export function ex(): { x: number; y: number } { return { x: 5, y: 6 }; }
      function late(): { x: number; y: number } { return { x: 7, y: 8 }; }
      const { q, r } = divmod(17, 5); console.log(q, r);
      const { r: rest } = divmod(3, 0); console.log(rest);
      const { high, low } = bounds([3, 1, 2]); console.log(high, low);
      const { n } = bounds([]); console.log(n);
      const { up, get } = counter(); up(); up(); console.log(get());
      const { a, b } = order(); console.log(a, b);
      const k = kept(); const { x } = kept(); console.log(k, x);
      console.log(shown()); const { y } = shown(); console.log(y);
      { const { x, y } = mixed(true); console.log(x, y); }
      { const { x, y } = opt(); console.log(x, y); }
      { const { x, y = 4 } = dflt(); console.log(x, y); }
      { const { sum, depth } = rec(4); console.log(sum, depth); }
      { const { x, y } = ex(); console.log(x, y); }
      for (let i = 0; i < 2; i++) { const { x, y } = late(); console.log(x + i, y); const fs = [() => x + i]; console.log(fs[0]!()); }
      { let { x, y } = late(); x += 1; console.log(x, y); }
      (async () => { const { x, y } = await pair2(); console.log(x, y); })();
      async function pair2(): Promise<{ x: number; y: number }> { return { x: 9, y: 10 }; }
    `;
    const python = pythonOf(source);
    expect(python).toContain("    return a // b, a % b\n");
    expect(python).toContain("q, r = divmod(17, 5)\n");
    expect(python).toContain("rest = divmod(3, 0)[1]\n");
    expect(python).toContain("low, high, _ = bounds([3, 1, 2])\n");
    expect(python).toMatch(/^ {4}x, y = await .*pair2\(/m);
    return sameAsNode(source);
  });
});

describe("targets", () => {
  test("the object of a target is evaluated once, and calls no method in the target", () => {
    const source = `
      const head = 5;
      class N { v = 0; next: N | null = null; tags: number[] = [1, 2, 3]; self(): N { return this; } find(k: number): N { return k > 0 ? this : this.self(); } get list(): number[] { console.log("list"); return this.tags; } set list(v: number[]) { this.tags = v; } }
      class Q { head = new N(); x = head; constructor() { this.head.self().v = head + this.x; } h(): N { return this.head; }
        run(): void { this.h().v = 3; this.h().v += 2; this.h().v++; this.h().self().next = new N(); this.h().next!.self().tags[1] = this.h().v; this.h().find(1).tags[0] *= 4; this.h().list[2] = head; [this.h().v, this.h().tags[0]] = [7, 8]; }
      }
      const q = new Q(); console.log(q.head.v); q.run(); console.log(q.head, q.h().next!.tags.join());
      const o = { m: () => q.head }; o.m().v = 9; o.m().self().v -= 1; console.log(q.head.v, head);
      const m = new Map<string, N>([["a", new N()]]); m.get("a")!.v = 4; m.get("a")!.self().tags[0] = 1; console.log(m.get("a")!.v);
    `;
    const python = pythonOf(source);
    expect(python).toContain("        self.head.v += 2\n");
    expect(python).not.toMatch(/^[^=]*\w\.\w+\([^=]*\)(\.\w+|\[.*\])+ [-+*]?= /m);
    return sameAsNode(source);
  });

  test("an index that is computed stays in its target", () =>
    expect(
      pythonOf(`
        const count = [0, 0, 0];
        let r = 2;
        while (r > 1) { count[r - 1] = r; r--; }
        console.log(count.join());
      `),
    ).toContain("count[r - 1] = r\n"));
});

describe("what is read from a Map with something to fall back on", () => {
  test("is one call where no value can be missing", () => {
    const source = `
      const counts = new Map<string, number>([["z", 0]]);
      for (const w of "a b a z".split(" ")) counts.set(w, (counts.get(w) ?? 1) + 1);
      console.log(counts.get("a"), counts.get("b") ?? "none", counts.get("z"), counts.get("q") ?? -1);
      const flags = new Map<string, boolean>(); flags.set("on", false); console.log(flags.get("on") ?? true, flags.get("off") ?? true);
    `;
    expect(pythonOf(source)).toContain("counts[w] = counts.get(w, 1) + 1\n");
    return sameAsNode(source);
  });

  test.each([
    [
      "missing values",
      `
      const m = new Map<string, number>(); const [a, b] = [1] as number[]; m.set("a", a); m.set("b", b);
      console.log(m.get("a") ?? 7, m.get("b") ?? 7, m.get("c") ?? 7);
    `,
    ],
    [
      "missing by a parameter",
      `
      const m = new Map<string, number>(); function put(k: string, v: number) { m.set(k, v); } const [a, b] = [1] as number[]; put("b", b); put("a", a);
      console.log(m.get("a") ?? 7, m.get("b") ?? 7);
    `,
    ],
    [
      "null values",
      `
      const m = new Map<string, number | null>(); m.set("a", null); m.set("b", 2);
      const v = m.get("b") ?? 9; console.log(v);
    `,
    ],
    [
      "entries from elsewhere",
      `
      const pairs: [string, number | undefined][] = [["a", undefined], ["b", 1]]; const m = new Map(pairs);
      console.log(m.get("a") ?? 3, m.get("b") ?? 3);
    `,
    ],
  ])("%s", (_, source) => {
    expect(pythonOf(source)).not.toMatch(/\.get\([^()]*, /);
    return sameAsNode(source);
  });
});

test("an object that a short method reads more than once gets a name in a statement of its own", () => {
  const source = `
      class Ring { items: number[] = []; cap = 2; get full(): boolean { return this.items.length >= this.cap; } get edge(): boolean { return this.items.length === 0 || this.items.length === this.cap; } }
      class Owner { ring = new Ring(); other = new Ring(); last = false; spare: Ring = new Ring();
        swap(): boolean { const r = this.ring; this.ring = this.other; this.other = r; return true; }
        test(): string { const a = this.ring.edge; const b = this.swap() && this.ring.edge; this.last = this.ring.edge ? this.swap() : false; if (this.ring.edge) return "x" + a + b; else if (this.other.edge) return "y"; return this.ring.full ? "f" : "n"; }
        loop(): number { let n = 0; while (!this.ring.full) { this.ring.items.push(n++); } for (; this.other.edge && n < 9; n++) this.other.items.push(1); return n; }
        set(): void { this.spare.items.push(1); this.last = !this.spare.edge; if (this.last) this.last = this.spare.edge || this.swap(); }
        both(): boolean { return this.ring.edge === this.swap() && this.ring.edge; } }
      const o = new Owner(); console.log(o.test(), o.last, o.loop(), o.test()); o.set(); console.log(o.last, o.both(), o.both());
    `;
  expect(pythonOf(source)).toContain("        ring = self.ring\n");
  return sameAsNode(source);
});

test("bits and bytes are their own tests", () => {
  const source = `
    const bytes = new Uint8Array([0, 5, 0]);
    let odd = 0, zero = 0, text = "";
    for (let i = 0; i < bytes.length; i++) {
      if ((bytes[i] & 1) !== 0) odd++;
      if (bytes[i] === 0) zero++;
      const even = !((bytes[i] & 1) === 1), low = (bytes[i] & 4) !== 0, none = !((bytes[i] & 4) !== 0);
      text += even + "," + low + "," + none + ((bytes[i] & 8) === 0 ? "x" : "y") + ";";
    }
    const numbers: number[] = [0, NaN, 0.5, -0];
    console.log(odd, zero, text, numbers.filter((n) => n !== 0).length, numbers.map((n) => n === 0).join());
  `;
  expect(pythonOf(source)).toContain("if bytes_[i] & 1:");
  expect(pythonOf(source)).toContain("if not bytes_[i]:");
  return sameAsNode(source);
});

test("rest arguments that are only looped over stay a tuple", () => {
  const source = `
    function total(...values: number[]): number { let sum = 0; for (const v of values) sum += v; return sum + values.length; }
    function kept(...values: number[]): number[] { for (const v of values) console.log(v); return values; }
    function cut(...values: number[]): number { values.length = 1; let sum = 0; for (const v of values) sum += v; return sum; }
    function joined(...values: number[]): string { const all = [0, ...values]; return all.join(); }
    const pairs = (...values: [string, number][]): string => { let s = ""; for (const [k, v] of values) s += k + v; return s; };
    console.log(total(), total(1, 2), kept(3, 4), cut(5, 6), joined(7), pairs(["a", 1], ["b", 2]));
  `;
  const python = pythonOf(source);
  expect(python.match(/values = list\(values\)/g)).toHaveLength(3);
  return sameAsNode(source);
});

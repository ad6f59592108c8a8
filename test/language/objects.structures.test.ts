import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Data structures", () => {
  test("linked list", () =>
    sameAsNode(`
      interface Cell<T> { value: T; next: Cell<T> | null }
      function listOf<T>(...xs: T[]): Cell<T> | null { let head: Cell<T> | null = null; for (const x of xs.reverse()) head = { value: x, next: head }; return head; }
      let n = listOf(1, 2, 3);
      console.log(n);
      let sum = 0;
      while (n) { sum += n.value; n = n.next; }
      console.log(sum);
    `));

  test("binary tree", () =>
    sameAsNode(`
      class Tree { left: Tree | null = null; right: Tree | null = null; constructor(public v: number) {} insert(v: number): void { const side = v < this.v ? "left" : "right"; const child = this[side]; if (child) child.insert(v); else this[side] = new Tree(v); } walk(): number[] { return [...(this.left?.walk() ?? []), this.v, ...(this.right?.walk() ?? [])]; } }
      const t = new Tree(5);
      for (const v of [3, 8, 1, 4]) t.insert(v);
      console.log(t.walk(), t);
    `));

  test("state machine table", () =>
    sameAsNode(`
      type State = "idle" | "run" | "stop";
      const table: Record<State, { on: Partial<Record<string, State>>; entry?: () => void }> = {
        idle: { on: { start: "run" } },
        run: { on: { pause: "idle", halt: "stop" }, entry: () => console.log("running") },
        stop: { on: {} },
      };
      let state: State = "idle";
      for (const e of ["start", "bogus", "halt"]) { const next: State | undefined = table[state].on[e]; if (next) { state = next; table[state].entry?.(); } console.log(e, state); }
    `));

  test("event emitter", () =>
    sameAsNode(`
      class Emitter<T extends Record<string, unknown>> { private listeners: { [K in keyof T]?: ((e: T[K]) => void)[] } = {}; on<K extends keyof T>(k: K, f: (e: T[K]) => void) { (this.listeners[k] ??= []).push(f); } emit<K extends keyof T>(k: K, e: T[K]) { for (const f of this.listeners[k] ?? []) f(e); } }
      const em = new Emitter<{ msg: { text: string }; num: number }>();
      em.on("msg", (m) => console.log("got", m.text));
      em.on("num", (n) => console.log("num", n));
      em.emit("msg", { text: "hello" });
      em.emit("num", 5);
    `));

  test("builder", () =>
    sameAsNode(`
      class Query { private parts: { where?: string; limit?: number } = {}; where(w: string) { this.parts.where = w; return this; } limit(n: number) { this.parts.limit = n; return this; } build() { return { ...this.parts }; } }
      console.log(new Query().limit(5).where("x").build(), new Query().build());
    `));

  test("mixin", () =>
    sameAsNode(`
      type Ctor<T = {}> = new (...args: any[]) => T;
      function Timed<B extends Ctor>(Base: B) { return class extends Base { stamp = 7; age() { return this.stamp; } }; }
      class Item { constructor(public name: string) {} }
      const TimedItem = Timed(Item);
      const it = new TimedItem("n");
      console.log(it.name, it.age(), it instanceof Item);
    `));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects of several modules", () => {
  test("a literal of an interface that another module declares and prints", () =>
    sameAsNode({
      "main.ts": `
        import { show, type Point } from "./points.ts";
        const p: Point = { y: 2, x: 1 };
        show(p);
        show({ x: 3, y: 4, label: "l" });
      `,
      "points.ts": `
        export interface Point { x: number; y: number; label?: string }
        export function show(p: Point): void { console.log(p, p.label ?? "none", "label" in p); }
      `,
    }));

  test("a class that is only printed elsewhere", () =>
    sameAsNode({
      "main.ts": `
        import { Dog } from "./dog.ts";
        import { dump } from "./dump.ts";
        dump(new Dog("rex"));
        dump([new Dog("a"), { free: true }]);
      `,
      "dog.ts": `
        export class Animal { legs = 4; }
        export class Dog extends Animal { constructor(public name: string) { super(); } }
      `,
      "dump.ts": `export function dump(x: unknown): void { console.log(x); }`,
    }));

  test("a record that another module fills and this one lists", () =>
    sameAsNode({
      "main.ts": `
        import { registry, register } from "./registry.ts";
        register("b", 1); register("a", 2); register("10", 3);
        for (const [name, value] of Object.entries(registry)) console.log(name, value);
        console.log(registry);
      `,
      "registry.ts": `
        export const registry: Record<string, number> = {};
        export function register(name: string, value: number): void { registry[name] = value; }
      `,
    }));

  test("a record that nobody lists", () =>
    sameAsNode({
      "main.ts": `
        import { find } from "./table.ts";
        console.log(find("a"), find("zz"));
      `,
      "table.ts": `
        const table: Record<string, number> = { a: 1 };
        export const find = (k: string): number | undefined => table[k];
      `,
    }));

  test("subclasses of an imported class", () =>
    sameAsNode({
      "main.ts": `
        import { Base } from "./base.ts";
        class Derived extends Base { own = [1]; }
        const d = new Derived("n");
        console.log(d, d.describe(), JSON.stringify(d));
      `,
      "base.ts": `
        export class Base {
          readonly kind = "base";
          constructor(public name: string) {}
          describe(): string { return this.name + Object.keys(this).length; }
        }
      `,
    }));

  test("parsed data handed to another module", () =>
    sameAsNode({
      "main.ts": `
        import { total, type Order } from "./orders.ts";
        const orders = JSON.parse('[{"id":1,"items":[{"price":2.5,"n":2}]},{"id":2,"items":[]}]') as Order[];
        console.log(total(orders), total([{ id: 3, items: [{ price: 1, n: 1 }], note: "x" }]));
        console.log(orders);
      `,
      "orders.ts": `
        export interface Order { id: number; items: { price: number; n: number }[]; note?: string }
        export function total(orders: Order[]): number {
          let sum = 0;
          for (const o of orders) for (const { price, n } of o.items) sum += price * n;
          return sum;
        }
      `,
    }));

  test("constants of one module spread in another", () =>
    sameAsNode({
      "main.ts": `
        import { defaults, type Settings } from "./defaults.ts";
        const mine: Settings = { ...defaults, volume: 9 };
        console.log(mine, defaults, mine.name);
        const { name, ...rest } = mine;
        console.log(name, rest);
      `,
      "defaults.ts": `
        export interface Settings { volume: number; name: string; muted?: boolean }
        export const defaults: Settings = { volume: 5, name: "std" };
      `,
    }));

  test("an options object with a function", () =>
    sameAsNode({
      "main.ts": `
        import { run } from "./run.ts";
        run({ name: "a", action() { return this.name + "!"; } });
        run({ name: "b", action: () => "plain", after: (s) => console.log("after", s) });
      `,
      "run.ts": `
        export interface Task { name: string; action(): string; after?: (result: string) => void }
        export function run(t: Task): void { const r = t.action(); console.log(t.name, r); t.after?.(r); }
      `,
    }));
});

import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Spread, rest and destructuring", () => {
  test("spread: later wins", () =>
    sameAsNode(`
      const a = { x: 1, y: 2 };
      const first: { x?: number; y?: number } = a;
      console.log({ ...a, x: 10 }, { x: 10, ...first }, { ...a, z: 3 }, { w: 0, ...a });
    `));

  test("spread of several", () =>
    sameAsNode(`
      const a = { x: 1, y: 2 };
      const b = { y: 20, z: 30 };
      const c = { ...a, ...b };
      console.log(c, c.y, { ...b, ...a });
    `));

  test("spread with optional properties", () =>
    sameAsNode(`
      interface Config { host: string; port: number; debug?: boolean }
      const defaults: Config = { host: "localhost", port: 80 };
      function configure(options: Partial<Config>): Config { return { ...defaults, ...options }; }
      console.log(configure({}), configure({ port: 8080 }), configure({ debug: true, host: "h" }));
    `));

  test("spread: a present undefined overrides", () =>
    sameAsNode(`
      interface Config { host?: string; port?: number }
      const defaults: Config = { host: "localhost", port: 80 };
      const merged = { ...defaults, ...({ host: undefined } as Config) };
      console.log(merged, merged.host);
    `));

  test("spread without anyone looking at the keys", () =>
    sameAsNode(`
      interface Vector { x: number; y: number; z: number }
      function moved(v: Vector, dx: number): Vector { return { ...v, x: v.x + dx }; }
      const v = moved(moved({ x: 1, y: 2, z: 3 }, 5), 6);
      console.log(v.x, v.y, v.z);
    `));

  test("spread evaluates in order", () =>
    sameAsNode(`
      let n = 0;
      const next = () => ++n;
      const base = { a: next(), b: next() };
      const o = { c: next(), ...base, a: next() };
      console.log(o);
    `));

  test("conditional spread", () =>
    sameAsNode(`
      function f(flag: boolean) { return { a: 1, ...(flag ? { b: 2 } : {}), ...(flag && { c: 3 }) }; }
      console.log(f(true), f(false));
    `));

  test("spread of a class instance takes the fields only", () =>
    sameAsNode(`
      class Dog { constructor(public name: string, private age: number) {} bark() { return "wuff"; } }
      const copy = { ...new Dog("Rex", 3), extra: true };
      console.log(copy.name, copy);
    `));

  test("rest of an object", () =>
    sameAsNode(`
      const { a, b, ...rest } = { a: 1, b: 2, c: 3, d: 4 };
      console.log(a, b, rest, rest.c + rest.d);
    `));

  test("rest in a parameter", () =>
    sameAsNode(`
      function f({ id, ...others }: { id: number; name: string; on: boolean }) { console.log(id, others, others.name); }
      f({ id: 1, name: "n", on: true });
    `));

  test("rest with nothing left", () =>
    sameAsNode(`
      const { a, ...none } = { a: 1 };
      console.log(a, none, Object.keys(none).length);
    `));

  test("rest keeps late properties", () =>
    sameAsNode(`
      interface T { a: number; b?: number; c?: number }
      const t: T = { a: 1 };
      t.c = 3;
      const { a, ...rest } = t;
      console.log(rest, rest.b, rest.c);
    `));

  test("defaults in destructuring", () =>
    sameAsNode(`
      const { a = 1, b = 2, c: { d = 4 } = {} as { d?: number } } = { a: undefined, b: 5 } as { a?: number; b?: number; c?: { d?: number } };
      console.log(a, b, d);
    `));
});

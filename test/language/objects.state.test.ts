import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("State, actions, copies", () => {
  test("partial update", () =>
    sameAsNode(`
      interface User { name: string; age: number; mail?: string }
      function update(u: User, patch: Partial<User>): User { return { ...u, ...patch }; }
      let u: User = { name: "a", age: 1 };
      u = update(u, { age: 2 });
      u = update(u, { mail: "m", name: "b" });
      console.log(u, update(u, {}) === u);
    `));

  test("history of immutable states", () =>
    sameAsNode(`
      interface S { n: number; log: string[] }
      const states: S[] = [{ n: 0, log: [] }];
      for (const d of [1, 2]) { const last = states[states.length - 1]!; states.push({ ...last, n: last.n + d, log: [...last.log, \`+\${d}\`] }); }
      console.log(states);
    `));

  test("reducer with actions", () =>
    sameAsNode(`
      type Action = { type: "add"; n: number } | { type: "reset" } | { type: "name"; value: string };
      interface St { total: number; name: string }
      function reduce(s: St, a: Action): St { switch (a.type) { case "add": return { ...s, total: s.total + a.n }; case "reset": return { ...s, total: 0 }; case "name": return { ...s, name: a.value }; } }
      const acts: Action[] = [{ type: "add", n: 2 }, { type: "name", value: "x" }, { type: "reset" }, { type: "add", n: 5 }];
      console.log(acts.reduce(reduce, { total: 0, name: "" }));
    `));

  test("objects with the same keys in different types", () =>
    sameAsNode(`
      interface A { id: number; v: string }
      interface B { v: string; id: number }
      const a: A = { id: 1, v: "a" };
      const b: B = a;
      const c: B = { id: 2, v: "b" };
      console.log(a, b, c, { v: "z", id: 0 } as A);
    `));

  test("toString through interface", () =>
    sameAsNode(`
      interface Printable { toString(): string }
      class M { constructor(private v: number) {} toString() { return \`<\${this.v}>\`; } }
      const ps: Printable[] = [new M(1), 5, "s", [1, 2]];
      console.log(ps.map((p) => p.toString()).join(" "), ps.map(String).join(" "));
    `));

  test("this of a method passed along", () =>
    sameAsNode(`
      class C { n = 5; get = () => this.n; show() { return this.n; } }
      const c = new C();
      const { get } = c;
      console.log(get());
    `));

  test("accessor pairs on literals with outer variables", () =>
    sameAsNode(`
      let backing = 1;
      const o = { get v() { return backing; }, set v(n: number) { backing = n * 2; } };
      o.v = 5;
      console.log(o.v, backing);
      o.v += 1;
      console.log(o.v);
    `));
});

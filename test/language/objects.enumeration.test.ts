import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Object.keys and its kin", () => {
  test("Object.keys, values, entries of a literal", () =>
    sameAsNode(`
      const o = { b: 1, a: "x", c: [1] };
      console.log(Object.keys(o), Object.values(o), Object.entries(o));
    `));

  test("entries in a loop", () =>
    sameAsNode(`
      const scores = { ann: 3, bob: 5 };
      let total = 0;
      for (const [name, score] of Object.entries(scores)) { total += score; console.log(\`\${name}: \${score}\`); }
      console.log(total);
    `));

  test("entries mapped", () =>
    sameAsNode(`
      const o = { a: 1, b: 2 };
      console.log(Object.entries(o).map(([k, v]) => \`\${k}=\${v}\`).join("&"));
    `));

  test("fromEntries", () =>
    sameAsNode(`
      const o = Object.fromEntries([["a", 1], ["b", 2], ["a", 3]]);
      console.log(o, o["a"]);
      const doubled = Object.fromEntries(Object.entries({ x: 1, y: 2 }).map(([k, v]) => [k, v * 2]));
      console.log(doubled, doubled["y"]);
    `));

  test("fromEntries of a Map", () =>
    sameAsNode(`
      const m = new Map<string, number>([["one", 1], ["two", 2]]);
      console.log(Object.fromEntries(m));
    `));

  test("Object.assign", () =>
    sameAsNode(`
      const target = { a: 1, b: 2 };
      const result = Object.assign(target, { b: 3, c: 4 });
      console.log(result, target, result === target, result.c);
    `));

  test("Object.assign of nothing", () =>
    sameAsNode(`
      interface O { a: number; b?: number }
      const o: O = Object.assign({ a: 1 }, undefined, null, { b: 2 });
      console.log(o);
    `));

  test("assign to this", () =>
    sameAsNode(`
      class Settings { volume = 1; name = "n"; constructor(init: Partial<Settings>) { Object.assign(this, init); } }
      console.log(new Settings({ volume: 5 }), new Settings({}).volume);
    `));
});

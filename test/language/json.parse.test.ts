import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("JSON.parse", () => {
  test("parse primitives", () =>
    sameAsNode(`
      console.log(JSON.parse("1"), JSON.parse("-1.5e2"), JSON.parse('"x\\\\n\\\\u0041"'), JSON.parse("true"), JSON.parse(" [1, 2] "), JSON.parse("null"));
    `));

  test("parse to an interface", () =>
    sameAsNode(`
      interface Config { name: string; port: number; tags: string[]; nested: { on: boolean }; extra?: number }
      const c = JSON.parse('{"name":"x","port":80,"tags":["a","b"],"nested":{"on":true}}') as Config;
      console.log(c.name, c.port + 1, c.tags.map((t) => t + "!"), c.nested.on, c.extra, c.extra ?? "none");
      console.log(c);
    `));

  test("parse to a typed variable", () =>
    sameAsNode(`
      interface P { x: number; y: number }
      const ps: P[] = JSON.parse('[{"x":1,"y":2},{"y":3,"x":4}]');
      let s = 0;
      for (const p of ps) s += p.x * p.y;
      console.log(s, ps, ps[1]!.x);
    `));

  test("parse to a record", () =>
    sameAsNode(`
      const r = JSON.parse('{"b":1,"a":2,"3":4}') as Record<string, number>;
      console.log(r["b"], r["zz"], Object.keys(r), r);
      r["new"] = 5;
      delete r["b"];
      for (const k in r) console.log(k, r[k]);
    `));

  test("parse then change and stringify", () =>
    sameAsNode(`
      interface S { n: number; list: number[]; note?: string }
      const s: S = JSON.parse('{"n":1,"list":[1]}');
      s.n++;
      s.list.push(2);
      s.note = "hi";
      console.log(JSON.stringify(s));
      delete s.note;
      console.log(JSON.stringify(s), "note" in s);
    `));

  test("parse as any", () =>
    sameAsNode(`
      const d = JSON.parse('{"user":{"name":"Ann","ages":[1,2]},"ok":false,"nil":null}');
      console.log(d.user.name, d.user.ages[1], d.user.ages.length, d.ok, d.nil, d.missing, d["user"]["name"]);
      console.log(d);
    `));

  test("parse as unknown, narrowed", () =>
    sameAsNode(`
      const d: unknown = JSON.parse('{"kind":"a","n":5}');
      if (typeof d === "object" && d !== null && "kind" in d) console.log(d.kind, "x" in d);
    `));

  test("type guard on parsed data", () =>
    sameAsNode(`
      interface User { id: number; name: string }
      function isUser(x: unknown): x is User { return typeof x === "object" && x !== null && typeof (x as User).id === "number" && typeof (x as User).name === "string"; }
      for (const text of ['{"id":1,"name":"a"}', '{"id":"1"}', "5", "null", "[]"]) { const v: unknown = JSON.parse(text); console.log(isUser(v) ? v.name : "no"); }
    `));

  test("errors", () =>
    sameAsNode(`
      for (const text of ["{", "[1,]", "{a:1}", "", "tru", '"abc', "1 2", "01", "{\\"a\\":1,}", "nul", "'x'", "[1 2]"]) {
        try { console.log(JSON.parse(text)); } catch (e) { console.log(e instanceof SyntaxError, (e as Error).name, (e as Error).message); }
      }
    `));

  test("reviver", () =>
    sameAsNode(`
      const d = JSON.parse('{"a":1,"b":[1,2,{"c":3}],"d":"x"}', (key, value) => (typeof value === "number" ? value + 1 : value));
      console.log(d);
    `));

  test("reviver that removes", () =>
    sameAsNode(`
      const d = JSON.parse('{"a":1,"secret":2,"list":[{"secret":3,"b":null}]}', (key, value) => (key === "secret" ? undefined : value));
      console.log(d);
    `));
});

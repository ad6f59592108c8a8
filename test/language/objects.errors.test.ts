import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Objects in errors", () => {
  test("unknown error properties", () =>
    sameAsNode(`
      function risky(n: number) { if (n > 1) throw { code: n, reason: "big" }; return n; }
      try { risky(5); } catch (e: any) { console.log(e.code, e.reason, e); }
      try { risky(5); } catch (e) { if (typeof e === "object" && e !== null && "code" in e) console.log("code", e.code); }
    `));

  test("custom error with fields", () =>
    sameAsNode(`
      class HttpError extends Error { constructor(public status: number, message: string) { super(message); this.name = "HttpError"; } }
      try { throw new HttpError(404, "missing"); } catch (e) { if (e instanceof HttpError) console.log(e.status, e.name, e.message, \`\${e}\`); }
    `));

  test("error with extra data printed", () =>
    sameAsNode(`
      class E extends Error { code = 7; data = { x: 1 }; }
      const e = new E("bad");
      console.log(e.code, e.data, JSON.stringify(e), Object.keys(e));
    `));

  test("object with null proto like use", () =>
    sameAsNode(`
      const seen: Record<string, true> = {};
      for (const s of ["a", "b", "a"]) seen[s] = true;
      console.log(Object.keys(seen).length, Object.keys(seen).sort().join());
    `));
});

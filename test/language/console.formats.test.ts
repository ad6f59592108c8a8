import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

describe("Formats", () => {
  test("formats", () =>
    sameAsNode(`
      console.log("%s is %d years", "Ann", 30);
      console.log("%s %s", "only one");
      console.log("%d%%", 50);
      console.log("100%", 5);
      console.log("%i %f %d", 3.7, "2.5px", "4");
      console.log("%j", { a: [1, "x"] });
      console.log("%o %O", 1, { a: { b: { c: { d: 1 } } } });
      console.log("a%cb", "color: red");
      console.log("%s", "a", "b", 3, [4]);
      console.log("%%s", 1);
      console.log("%x %s", 1, 2);
      console.log("%");
      console.log("%s");
    `));

  test("formats with odd arguments", () =>
    sameAsNode(`
      console.log("%s %s %s", null, undefined, true);
      console.log("%s", [1, [2, [3]]], { a: { b: 1 } });
      console.log("%d %d %d", "abc", true, [1]);
      console.log("%s", -0, "%d", -0);
      console.log("%d", -0);
    `));

  test("formats that are not literals", () =>
    sameAsNode(`
      function say(format: string, n: number) { console.log(format, n); }
      say("%d apples", 3);
      say("apples", 4);
      say("%s%%", 5);
    `));

  test("a percent that comes in", () =>
    sameAsNode(`
      const texts = ["50%", "%d", "x"];
      for (const t of texts) console.log(t, 1);
    `));

  test("first argument no text", () =>
    sameAsNode(`
      console.log(1, "%d", 2);
      console.log([1], "%s", "x");
    `));
});

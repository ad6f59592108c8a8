import { test } from "vitest";
import { sameBodies } from "./programs/sameBodies.ts";

/** What the fuzzer found, each as small as it could be made. */
test("programs that were once wrong", () =>
  sameBodies({
    "the text is evaluated before the part it is searched for": `
      const log = (name: string, value: string): string => { print(name); return value; };
      print(log("text", "abc").includes(log("part", "b")), log("t", "x").includes("y"));`,
    "a value that nobody reads may be undefined": `
      let i = 3;
      do { const found: number | undefined = [i, ...[1]].at(i); } while (--i > 0);
      print(i);`,
    "typeof of an element that is not there": `
      const q = [1];
      print(typeof ([1][1]), typeof q[1], typeof q[0], typeof "ab"[5]);`,
    "a condition that is tested when finally has run": `
      let i = 2;
      do { try { if (i > 0) continue; } finally { print("f", i); } } while (--i > 0);
      const bad = (): boolean => { throw new Error("test"); };
      try { do { try { continue; } catch { print("never"); } } while (bad()); } catch { print("outside"); }`,
    "the negation of an int 0 among floats": `
      const show = (b: boolean): void => print(-(b ? 0.5 : 0), 1 / -(b ? 0.5 : 0));
      show(false);
      show(true);
      print( -Number(""), -Number("-0"), -Number("3"));`,
    "a replacer whose parameter is an underscore": `print("abab".replace("b", (_) => "x"));`,
    "a part of a split that is not there": `
      const [p, q] = "x".split(",");
      print(\`\${p}\${q}\`, q === undefined);`,
  }));

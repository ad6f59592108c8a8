import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/** The paths of what is made of a program, and the text of its main module. */
function built(files: Readonly<Record<string, string>>): { paths: string[]; main: string } {
  const result = compile({ files, entry: "main.ts" });
  expect(result.diagnostics).toEqual([]);
  const main = result.files.find(({ path }) => path === "main.py")!.text;
  return { paths: result.files.map(({ path }) => path), main };
}

test("short helpers stand in the module that alone uses them", () => {
  const source = `
    export function ratio(a: number, b: number): number { return a / b; }
    export function wide(text: string, n: number): string { return text.padStart(n, "ab"); }
    console.log(ratio(1, 0) > 5, ratio(4, 2) === 2, wide("c", 4));
    `;
  const { main } = built({ "main.ts": source });
  expect(main).toMatch(/^from math import copysign\n\n\ndef /);
  expect(main.match(/^def (divide|pad_start|padding)\(/gm)).toHaveLength(3);
  expect(main.indexOf("def padding")).toBeLessThan(main.indexOf("def pad_start"));
  return sameAsNode(source);
});

describe("the fronts of helpers", () => {
  const source = `
    export function at(xs: number[], i: number): number { return xs[i]!; }
    export function rest(a: number, b: number): number { return a % b; }
    const item = [at([1, 2], 1), at([3, 4], 2 / 2), rest(7, 4), rest(-7, 4), rest(7.5, 4), rest(7, 0), rest(9, 4)];
    console.log(item.join());
    `;

  test("stand in the module, and load the helpers when they must", () => {
    const { paths, main } = built({ "main.ts": source });
    expect(paths).toContain("tsmp/modulo.py");
    expect(main).toContain("    from tsmp.modulo import modulo\n");
    expect(main).toContain("    from tsmp.item import item as item_1\n");
    return sameAsNode(source);
  });

  test("are not used where a thread or an interrupt could come between, or the folder may change", () => {
    for (const more of [
      `import { start_new_thread } from "_thread"; start_new_thread(() => { at([1], 0); }, []);`,
      `import { Timer } from "machine"; new Timer(-1, { freq: 1, callback: () => { at([1], 0); } });`,
      `import { chdir } from "os"; chdir("/");`,
    ]) {
      expect(built({ "main.ts": more + source }).main).not.toContain("    from tsmp.");
    }
    expect(
      built({ "main.ts": `import { Pin } from "machine"; new Pin(1);${source}` }).main,
    ).toContain("    from tsmp.modulo import modulo\n");
  });
});

describe("short helpers", () => {
  test("are files where two modules use them", () => {
    const files = {
      "main.ts": `import { half } from "./other"; export const f = (a: number, b: number) => a / b + half(a, b); console.log(f(1, 2));`,
      "other.ts": "export const half = (a: number, b: number) => a / b;",
    };
    expect(built(files).paths).toContain("tsmp/divide.py");
    return sameAsNode(files);
  });

  test("are files where their names are the program's", () => {
    const source = `
      export function ratio(a: number, b: number): number { return a / b; }
      export function copysign(): number { return 7; }
      console.log(ratio(1, 0) > 5, copysign());
    `;
    expect(built({ "main.ts": source }).paths).toContain("tsmp/divide.py");
    return sameAsNode(source);
  });

  test("are files where the program hides a builtin that they use", () => {
    const source = `
      class Holder { held = [1.5]; }
      function round(x: number): number { return x; }
      function divmod(x: number): number { return x + 1; }
      function object(x: unknown): string { return String(x); }
      console.log(object(round(0.1 + 0.2)), divmod(1), new Holder());
    `;
    expect(built({ "main.ts": source }).main).not.toContain("divmod(a, b)");
    return sameAsNode(source);
  });

  test("share what the program imports", () => {
    const source = `
      export function ratio(a: number, b: number): number { return a / b; }
      console.log(ratio(Math.sqrt(4), 0) > 5, Math.PI > 3);
    `;
    const { paths, main } = built({ "main.ts": source });
    expect(paths).toEqual(["main.py"]);
    expect(main.match(/^from math import/gm)).toHaveLength(1);
    return sameAsNode(source);
  });
});

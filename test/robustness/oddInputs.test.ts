import { describe, expect, test } from "vitest";
import { type CompileResult, compile } from "../../compiler/compile.ts";

function compiled(text: string): CompileResult {
  return compile({ files: { "main.ts": text } });
}

function codes(text: string): string[] {
  return compiled(text).diagnostics.map(({ code }) => code);
}

const nested = (open: string, inside: string, close: string, depth = 2000) =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;

const deep: Readonly<Record<string, string>> = {
  parentheses: `print(${nested("(", "1", ")")});`,
  "parentheses that nobody closes": `print(${"(".repeat(2000)}1`,
  blocks: nested("{", "print(1);", "}"),
  conditions: `let x = true; ${nested("if (x) {", "print(1);", "}")}`,
  functions: nested("(() => {", "print(1);", "})();"),
  lists: `const a: unknown = ${nested("[", "", "]")}; print(a);`,
  negations: `let a = true; print(${"!".repeat(5000)}a);`,
  calls: `let s = "a"; print(s${".trim()".repeat(5000)});`,
};

describe("what is nested too deeply is refused", () => {
  test.each(Object.entries(deep))("%s", (_, text) => {
    expect(codes(text)).toEqual(["TSMP1019"]);
  });

  test("at the deepest bracket", () => {
    const [diagnostic] = compiled(`print(1);\nprint(${nested("(", "1", ")")});`).diagnostics;
    expect(diagnostic).toMatchObject({ file: "main.ts", line: 2, column: 2006, length: 1 });
  });

  test("and the next program compiles as before", () => {
    const program = `class A { x = 1; }\nprint(new A().x);`;
    const before = compiled(program);
    for (const text of Object.values(deep)) compiled(text);
    expect(compiled(program)).toEqual(before);
  });
});

describe("odd characters", () => {
  test.each([
    ["a null character in text", `print("a\0b");`],
    ["a byte order mark", "\ufeffprint(1);"],
    ["line ends of every kind", "print(1);\r\nprint(2);\rprint(3);\u2028print(4);\u2029"],
  ])("%s", (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  test("a lone surrogate", () => {
    expect(codes(`print("\ud800x");`)).toEqual(["TSMP2001"]);
  });

  test("a null character between tokens", () => {
    expect(codes("print(1); \0 print(2);")).toEqual(["TS1127"]);
  });
});

test("a line of a million characters", () => {
  expect(codes(`print("${"x".repeat(1_000_000)}");`)).toEqual([]);
});

describe("circles", () => {
  test.each([
    ["a class that extends itself", "class A extends A {}\nprint(new A());", "TS2506"],
    ["two classes", "class A extends B {}\nclass B extends A {}\nprint(new A());", "TS2506"],
    ["an interface", "interface A extends A {}\nprint(1);", "TS2310"],
    ["a type", "type A = A;\nconst a: A = 1;\nprint(a);", "TS2456"],
  ])("%s", (_, text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe("paths", () => {
  test.each(["../main.ts", "/main.ts", "a/../main.ts", ""])("%j is refused", (path) => {
    const { diagnostics } = compile({ files: { [path]: "print(1);" }, entry: path });
    expect(diagnostics.map(({ code }) => code)).toEqual(["TSMP1010"]);
  });

  test.each([
    ["a b.ts", "a_b.py"],
    ["class.ts", "class_.py"],
    ["1st.ts", "_1st.py"],
  ])("%s becomes %s", (path, python) => {
    expect(compile({ files: { [path]: "print(1);" } })).toMatchObject({ entry: python });
  });

  test("no files at all", () => {
    expect(compile({ files: {} }).diagnostics.map(({ code }) => code)).toEqual(["TSMP1001"]);
  });
});

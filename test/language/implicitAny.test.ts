import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { compileProject } from "../../compiler/compileProject.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

const untyped = `function add(a, b) {
  return a + b;
}
print(add(1, 2), add("a", 1), add(1.5, true), [3, 1, 2].map((n) => add(n, 1)));
`;

describe("what has no type", () => {
  test("means what it means in Node", () => sameAsNode(untyped));

  test("is a warning", () => {
    const { diagnostics, files } = compile({ files: { "main.ts": untyped } });
    const found = diagnostics.map(({ code, category, line }) => [code, category, line]);
    expect(found).toEqual([
      ["TS7006", "warning", 1],
      ["TS7006", "warning", 1],
    ]);
    expect(files).not.toEqual([]);
  });

  test("is an error where noImplicitAny is asked for", () => {
    const options = { noImplicitAny: true };
    expect(compile({ files: { "main.ts": untyped }, options }).files).toEqual([]);
  });

  test.each([
    [`{ "extends": "tsmp/tsconfig.base.json" }`, "error"],
    [`{ "compilerOptions": { "strict": true }, "tsmp": {} }`, "error"],
    [`{ "compilerOptions": { "strict": true, "noImplicitAny": false }, "tsmp": {} }`, "warning"],
    [`{ "tsmp": {} }`, "warning"],
  ])("is what the tsconfig says: %s", (tsconfig, category) => {
    const folder = temporaryFolder({ "main.ts": untyped, "tsconfig.json": tsconfig });
    expect(compileProject(folder).diagnostics[0]).toMatchObject({ code: "TS7006", category });
  });

  test("an unknown element of an object stays an error", () => {
    const { diagnostics } = compile({
      files: { "main.ts": `const seen = {};\nfunction see(n: number) { seen[n] = 1; }\nsee(1);` },
    });
    expect(diagnostics).toMatchObject([{ code: "TS7053", category: "error" }]);
  });
});

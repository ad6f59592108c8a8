import ts from "typescript";
import { describe, expect, test } from "vitest";
import { stubModules } from "./support/stubModules.ts";
import { exportsOf, mainFile, membersOf, StubService } from "./support/stubProgram.ts";

const service = new StubService();

/** The names in `names` that hovering over `it.NAME` shows no text for. */
function silent(module: string, names: readonly string[]): string[] {
  const head = `import * as it from "${module}";\n`;
  service.text = head + names.map((name) => `it.${name};\n`).join("");
  let position = head.length;
  return names.filter((name) => {
    const info = service.service.getQuickInfoAtPosition(mainFile, position + "it.".length);
    position += `it.${name};\n`.length;
    return ts.displayPartsToString(info?.documentation) === "";
  });
}

const reserved = new Set(["const", "delete"]);

describe("hovering", () => {
  const modules = stubModules();

  test("shows a sentence for at least 99 % of the exports", () => {
    let count = 0;
    const without: string[] = [];
    for (const module of modules) {
      const names = [...exportsOf(service, module).keys()].filter((name) => !reserved.has(name));
      count += names.length;
      without.push(...silent(module, names).map((name) => `${module}.${name}`));
    }
    expect(count).toBeGreaterThan(800);
    expect(without.length / count, without.join(", ")).toBeLessThanOrEqual(0.01);
  });

  test("shows a sentence for at least 95 % of the methods and attributes", () => {
    let count = 0;
    const without: string[] = [];
    for (const module of modules) {
      const checker = service.program.getTypeChecker();
      for (const [name, symbol] of exportsOf(service, module)) {
        const { instance, statics } = membersOf(service, symbol);
        for (const [member, property] of [...instance, ...statics]) {
          if (!isOurs(property) || member.startsWith("__")) continue;
          count++;
          const text = ts.displayPartsToString(property.getDocumentationComment(checker));
          if (text === "") without.push(`${module}.${name}.${member}`);
        }
      }
    }
    expect(count).toBeGreaterThan(1500);
    expect(without.length / count, without.join(", ")).toBeLessThanOrEqual(0.05);
  });

  test.each([
    ["machine", "Pin", "pin"],
    ["machine", "time_pulse_us", "microseconds"],
    ["asyncio", "wait_for_ms", "milliseconds"],
    ["threadsafe", "ThreadSafeQueue", "queue"],
  ])("%s.%s says what it is about", (module, name, word) => {
    const { text } = service.hover(`import * as it from "${module}"; it.${name}|;`);
    expect(text).toContain(word);
  });

  test.each(["print", "range", "len", "bytes", "OSError", "setTimeout"])(
    "%s has a text",
    (name) => {
      expect(service.hover(`${name}|;`).text).not.toBe("");
    },
  );
});

function isOurs(property: ts.Symbol): boolean {
  const declaration = property.valueDeclaration ?? property.declarations?.[0];
  if (!declaration || declaration.getSourceFile().fileName.endsWith("lib.tsmp.d.ts")) return false;
  return (
    (ts.getCombinedModifierFlags(declaration as ts.Declaration) & ts.ModifierFlags.Private) === 0
  );
}

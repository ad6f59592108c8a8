import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { exportsOf, StubService } from "./support/stubProgram.ts";

/** Stubs of the modules whose Python is in `runtime-py` must declare what is there. */

const service = new StubService();

/** The names that a package of `runtime-py` loads when they are used. */
function lazyNames(module: string): string[] {
  const path = new URL(`../../runtime-py/${module}/__init__.py`, import.meta.url);
  const table = /^_modules = \{\n([\s\S]*?)^\}/m.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  return [...table.matchAll(/^ {4}"(\w+)":/gm)].map(([, name]) => name!);
}

function hasTag(symbol: ts.Symbol, tag: string): boolean {
  return symbol.getJsDocTags(service.program.getTypeChecker()).some(({ name }) => name === tag);
}

describe("the stubs and runtime-py agree", () => {
  test.each(["threadsafe", "apploop", "asyn", "primitives", "testing"])("on %s", (module) => {
    const names = lazyNames(module);
    expect(names).not.toEqual([]);
    expect([...exportsOf(service, module).keys()].sort()).toEqual(names.sort());
  });

  test("on what the shim of pyb offers: all that has no tag @pyboard", () => {
    const supported = [...exportsOf(service, "pyb")].filter(
      ([, symbol]) => !hasTag(symbol, "pyboard"),
    );
    expect(supported.map(([name]) => name).sort()).toEqual(lazyNames("pyb").sort());
  });

  test("every tag @pyboard says what to use instead", () => {
    const checker = service.program.getTypeChecker();
    for (const [name, symbol] of exportsOf(service, "pyb")) {
      for (const tag of symbol.getJsDocTags(checker)) {
        if (tag.name === "pyboard") expect(ts.displayPartsToString(tag.text), name).not.toBe("");
      }
    }
  });
});

import type * as py from "../../python/py.ts";

const builtins: ReadonlySet<string> = new Set(["range", "int", "abs", "min", "max", "len"]);

/** The names that statements use and do not assign, but for Python's builtins. */
export function freeNames(statements: readonly py.Statement[]): readonly string[] {
  const used = new Set<string>();
  const assigned = new Set<string>();
  visit(statements);
  return [...used].filter((name) => !assigned.has(name) && !builtins.has(name));

  function visit(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (isName(value)) used.add(value.id);
    for (const [key, part] of Object.entries(value)) {
      if (key === "origin") continue;
      visit(part);
      const targets = key === "target" || key === "targets" ? [part].flat() : [];
      for (const target of targets) if (isName(target)) assigned.add(target.id);
    }
  }
}

function isName(node: unknown): node is py.Name {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "name";
}

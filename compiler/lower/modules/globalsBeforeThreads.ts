import type * as ast from "../../python/ast.ts";
import * as py from "../../python/py.ts";

/**
 * Nothing guards the dict of a module's variables: one that is added while a thread looks others up
 * has crashed boards. So all are there before the first thread is:
 *
 *     id = late = None
 *     id = start_new_thread(work, ())
 *     late = 3
 *
 * `startLine` is the line of the statement that starts it.
 */
export function globalsBeforeThreads(
  body: readonly py.Statement[],
  startLine: number | undefined,
): readonly py.Statement[] {
  if (startLine === undefined) return body;
  const at = body.findIndex(
    (statement) => !standsFirst(statement) && (statement.origin?.line ?? 0) >= startLine,
  );
  if (at < 0) return body;
  const before = body.slice(0, at);
  const known = new Set(before.flatMap((statement) => [...boundBy(statement)]));
  const functions = body.slice(at).filter(isFunction);
  const rest = body.slice(at).filter((statement) => !isFunction(statement));
  for (const { name } of functions) known.add(name);
  const late = new Set(rest.flatMap((statement) => [...boundBy(statement)]));
  const missing = [...late].filter((name) => !known.has(name));
  if (missing.length === 0) return [...before, ...functions, ...rest];
  const made: py.Statement = {
    kind: "assign",
    targets: missing.map((name) => py.name(name)),
    value: py.noneValue(),
  };
  return [...before, ...functions, made, ...rest];
}

/** Imports do even when the whole program is one line. */
function standsFirst({ kind }: py.Statement): boolean {
  return ["functionDef", "classDef", "import", "importFrom"].includes(kind);
}

function isFunction(statement: py.Statement): statement is ast.FunctionDef {
  return statement.kind === "functionDef" && statement.decorators.length === 0;
}

/** The names that a statement of a module binds in it. */
function* boundBy(statement: py.Statement): Generator<string> {
  switch (statement.kind) {
    case "functionDef":
    case "classDef":
      yield statement.name;
      return;
    case "import":
      yield statement.alias ?? statement.module;
      return;
    case "importFrom":
      for (const { name, alias } of statement.names) yield alias ?? name;
      return;
    case "assign":
      for (const target of statement.targets) yield* namesIn(target);
      return;
    case "forIn":
      yield* namesIn(statement.target);
      break;
    case "with":
      for (const { target } of statement.items) if (target) yield* namesIn(target);
      break;
  }
  for (const inner of blocksOf(statement)) yield* boundBy(inner);
}

function blocksOf(statement: py.Statement): readonly py.Statement[] {
  switch (statement.kind) {
    case "forIn":
    case "while":
    case "if":
      return [...statement.body, ...statement.orelse];
    case "with":
      return statement.body;
    case "try": {
      const handlers = statement.handlers.flatMap(({ body }) => body);
      return [...statement.body, ...handlers, ...statement.orelse, ...statement.finalbody];
    }
    default:
      return [];
  }
}

function* namesIn(target: ast.Expression): Generator<string> {
  if (target.kind === "name") yield target.id;
  else if (target.kind === "tuple") for (const item of target.elements) yield* namesIn(item);
  else if (target.kind === "starred") yield* namesIn(target.value);
}

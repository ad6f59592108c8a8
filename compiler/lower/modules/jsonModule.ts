import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

export function isJsonFile(file: ts.SourceFile): file is ts.JsonSourceFile {
  return file.fileName.endsWith(".json");
}

/**
 * `import data from "./data.json"`: the file becomes a module whose default export is its value.
 *
 *     default = {"pin": 15}
 */
export function lowerJson(ctx: Lowering, file: ts.JsonSourceFile): py.Statement[] {
  const value = file.statements[0]?.expression;
  if (!value) return [];
  const { value: lowered, prerequisites } = ctx.capture(() => lowerExpression(ctx, value));
  return [...prerequisites, py.assign(py.name("default"), lowered)];
}

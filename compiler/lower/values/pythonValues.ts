import type { ts } from "ts-morph";
import { boardName } from "../../facts/contexts/boardNames.ts";
import type { Lowering } from "../lowering.ts";

/** Objects of Python that are nothing but their value, as texts are: two equal ones are one. */
const values: ReadonlySet<string> = new Set(["bytes", "bluetooth.UUID"]);

/** Are the values of a type, but for null and undefined, compared by what they hold? */
export function comparesByValue(ctx: Lowering, type: ts.Type): boolean {
  const { types } = ctx.facts;
  const present = types.members(types.present(type));
  return present.length > 0 && present.every(({ symbol }) => values.has(boardName(symbol) ?? ""));
}

import { ts } from "ts-morph";
import { notInTheSubset } from "../../../diagnostics/catalogue/language.ts";
import * as py from "../../../python/py.ts";
import { numberLiteral } from "../../expressions/literals.ts";
import type { Lowering } from "../../lowering.ts";

/** The properties of the object that an enum is: its members, and for numbers the names behind them. */
export function enumProperties(
  ctx: Lowering,
  type: ts.Type,
): readonly (readonly [string, py.Expression])[] | undefined {
  const declaration = type.symbol?.valueDeclaration;
  if (!declaration || !ts.isEnumDeclaration(declaration)) return undefined;
  const names = new Map<string, py.Expression>();
  const members = new Map<string, py.Expression>();
  for (const member of declaration.members) {
    const value = ctx.checker.getConstantValue(member);
    if (value === undefined) {
      ctx.report(member, notInTheSubset("A list of the members of an enum that computes them"));
      return [];
    }
    const name = (member.name as ts.Identifier).text;
    members.set(name, typeof value === "string" ? py.str(value) : numberLiteral(value));
    if (typeof value === "number") names.set(String(value), py.str(name));
  }
  const isIndex = (name: string) => /^(0|[1-9]\d*)$/.test(name);
  const indices = [...names].filter(([name]) => isIndex(name));
  const others = [...names].filter(([name]) => !isIndex(name));
  indices.sort(([a], [b]) => Number(a) - Number(b));
  return [...indices, ...inOrderOfCreation(declaration, members, others)];
}

/** Every member is made before the name behind it: `E[E.A = -1] = "A"`. */
function inOrderOfCreation(
  declaration: ts.EnumDeclaration,
  members: ReadonlyMap<string, py.Expression>,
  names: readonly (readonly [string, py.Expression])[],
): readonly (readonly [string, py.Expression])[] {
  return declaration.members.flatMap((member) => {
    const name = (member.name as ts.Identifier).text;
    const behind = names.filter(
      ([, value]) => value.kind === "literal" && value.type === "str" && value.value === name,
    );
    return [[name, members.get(name)!] as const, ...behind];
  });
}

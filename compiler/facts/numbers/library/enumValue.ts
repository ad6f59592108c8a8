import { ts } from "ts-morph";

/** The value of `Enum.Member`, for enums of every kind whose members are constants. */
export function enumValue(
  checker: ts.TypeChecker,
  node: ts.AccessExpression,
): string | number | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  const member = checker.getSymbolAtLocation(name)?.valueDeclaration;
  // The checker itself answers for the members of a const enum only.
  return member && ts.isEnumMember(member) ? checker.getConstantValue(member) : undefined;
}

import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { attributeName } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";

/**
 * `#x` is the attribute `_x`, which a class shares with its base classes: a second one of that name, or
 * a member `_x`, would be the same attribute and is refused.
 */
export function checkPrivateNames(ctx: Lowering, node: ts.ClassLikeDeclaration): void {
  const type = ctx.checker.getTypeAtLocation(node);
  if (!type.isClassOrInterface()) return;
  const own = new Set(
    node.members.map((member) => member.name).filter((name) => name !== undefined),
  );
  for (const name of own) {
    if (!ts.isPrivateIdentifier(name)) continue;
    const attribute = attributeName(name.text);
    const isTaken =
      type.getProperty(attribute) !== undefined || inheritsPrivate(ctx, type, name.text);
    if (isTaken) {
      ctx.report(
        name,
        notInTheSubset(`A second \`${name.text}\` or \`${attribute}\``, "Give it another name."),
      );
    }
  }
}

/** Has a base class a private member of the same name? */
function inheritsPrivate(ctx: Lowering, type: ts.InterfaceType, name: string): boolean {
  return ctx.checker.getBaseTypes(type).some((base) => {
    const declaration = base.symbol?.valueDeclaration;
    if (!declaration || !ts.isClassLike(declaration)) return false;
    const has = declaration.members.some(
      (member) => member.name && ts.isPrivateIdentifier(member.name) && member.name.text === name,
    );
    const baseType = ctx.checker.getTypeAtLocation(declaration);
    return has || (baseType.isClassOrInterface() && inheritsPrivate(ctx, baseType, name));
  });
}

import { ts } from "ts-morph";
import { attributeName } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";

/**
 * The attribute of `#x`: `_x`, which a class shares with its base classes. Where one of them has that
 * name already, the name of the class goes before it:
 *
 *     self._Meter_x
 */
export function privateAttribute(ctx: Lowering, name: ts.PrivateIdentifier): string {
  const plain = attributeName(name.text);
  const owner = ownerOf(ctx, name);
  const type = owner && ctx.checker.getTypeAtLocation(owner);
  if (!type?.isClassOrInterface()) return plain;
  if (type.getProperty(plain) === undefined && !inheritsPrivate(ctx, type, name.text)) return plain;
  return `_${owner!.name?.text ?? `class${owner!.pos}`}${plain}`;
}

/** The class that declares a private name, wherever it is mentioned. */
function ownerOf(ctx: Lowering, name: ts.PrivateIdentifier): ts.ClassLikeDeclaration | undefined {
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const owner = symbol?.valueDeclaration?.parent;
  return owner && ts.isClassLike(owner) ? owner : undefined;
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

import { ts } from "ts-morph";
import { libraryMemberAsValue } from "../../diagnostics/catalogue/language.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { isLibrarySymbol, libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerLibraryValue } from "../library/lowerLibraryValue.ts";
import type { Lowering } from "../lowering.ts";
import { bindVariable } from "../statements/bindVariable.ts";

/**
 * `const { floor, max: most } = Math`: each is what the member is as a value.
 *
 *     floor = lambda value: ...
 */
export function bindLibraryMembers(
  ctx: Lowering,
  { name, initializer }: ts.VariableDeclaration,
): py.Statement[] | undefined {
  const owner = initializer && skipWrappers(initializer);
  if (!owner || !ts.isIdentifier(owner) || !ts.isObjectBindingPattern(name)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(owner);
  if (!symbol || !isLibrarySymbol(symbol) || ctx.facts.bindings.at(owner)) return undefined;
  if (!name.elements.every(isPlain)) return undefined;
  const type = ctx.typeOf(owner);
  return name.elements.flatMap((element) => {
    const local = element.name as ts.Identifier;
    const member = element.propertyName?.getText() ?? local.text;
    const property = ctx.checker.getPropertyOfType(type, member);
    const key = (property && libraryKey(property)) ?? `${owner.text}.${member}`;
    const value =
      lowerLibraryValue(ctx, local, key) ?? ctx.refuse(element, libraryMemberAsValue(key));
    const { target, statements } = bindVariable(ctx, local);
    return [py.assign(target, value), ...statements];
  });
}

function isPlain({ name, propertyName, dotDotDotToken, initializer }: ts.BindingElement): boolean {
  const isNamed = !propertyName || ts.isIdentifier(propertyName);
  return ts.isIdentifier(name) && isNamed && !dotDotDotToken && !initializer;
}

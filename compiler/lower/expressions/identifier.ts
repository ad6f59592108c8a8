import type { ts } from "ts-morph";
import {
  argumentsObject,
  libraryMemberAsValue,
  unsupportedMember,
} from "../../diagnostics/catalogue/language.ts";
import { isLibrarySymbol, libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { comparedClass } from "../library/libraryClasses.ts";
import { lowerLibraryValue } from "../library/lowerLibraryValue.ts";
import type { Lowering } from "../lowering.ts";
import { importedName } from "../modules/importedName.ts";
import { refusePioParameter } from "../pio/pioInstruction.ts";
import { isBoxed } from "../statements/bindVariable.ts";
import { asRead } from "../values/residue.ts";

/** `name`, or `module.name` where an imported variable is assigned by its module. */
export function lowerIdentifier(ctx: Lowering, node: ts.Identifier): py.Expression {
  const standIn = ctx.valueOfStandIn(node);
  if (standIn) return standIn;
  const binding = ctx.facts.bindings.at(node);
  if (binding) {
    const substitute = ctx.substituteFor(binding) ?? refusePioParameter(ctx, binding, node);
    if (substitute) return substitute;
    const loaded = ctx.scope.loaded.get(binding.symbol);
    if (loaded) return asRead(ctx, node, node, loaded);
    const name = importedName(ctx, binding) ?? py.name(ctx.nameOf(binding));
    return asRead(ctx, node, node, isBoxed(ctx, node) ? py.subscript(name, py.int(0)) : name);
  }
  if (node.text === "undefined") return py.noneValue();
  if (node.text === "globalThis") return ctx.refuse(node, unsupportedMember("globalThis"));
  if (node.text === "arguments") return ctx.refuse(node, argumentsObject());
  const symbol = ctx.checker.getSymbolAtLocation(node);
  if (!symbol || !isLibrarySymbol(symbol)) return py.name(node.text);
  return (
    comparedClass(ctx, node) ??
    lowerLibraryValue(ctx, node, libraryKey(symbol) ?? node.text) ??
    ctx.refuse(node, libraryMemberAsValue(node.text))
  );
}

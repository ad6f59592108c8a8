import { ts } from "ts-morph";
import { dynamicCall } from "../../../diagnostics/catalogue/objects.ts";
import type * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import type { Lowering } from "../../lowering.ts";
import { lowerText } from "../../values/text.ts";
import type { LibraryTable } from "../libraryTypes.ts";
import { lowerMethodOfAny } from "./methodOfAny.ts";

/**
 * A call of a method that no class is known for: `toString` of whatever an interface admits, and
 * methods of a value without type, where those of built-in classes cannot be told from the program's.
 */
export function lowerDynamicCall(
  ctx: Lowering,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  isBuiltIn: (name: string) => boolean,
  methods: LibraryTable,
): py.Expression | undefined {
  const name = callee.name.text;
  const symbol = ctx.checker.getSymbolAtLocation(callee.name);
  const declaration = symbol?.valueDeclaration;
  const isAnyones = !symbol || (declaration !== undefined && ts.isMethodSignature(declaration));
  if (!isAnyones) return undefined;
  if (name === "toString" && node.arguments.length === 0) return lowerText(ctx, callee.expression);
  const kinds = ctx.facts.types.kinds(ctx.typeOf(callee.expression));
  if (symbol || !kinds.has("unknown") || !isBuiltIn(name)) return undefined;
  const [key, ...more] = node.arguments;
  if (name === "hasOwnProperty" && key && more.length === 0) {
    const [object, asked] = inOrder(ctx, [
      () => lowerExpression(ctx, callee.expression),
      () => lowerText(ctx, key),
    ]);
    return ctx.callHelper("has_own", object!, asked!);
  }
  const isOfPrimitive = ["Array", "String", "Number"].some((owner) => methods[`${owner}.${name}`]);
  if (isOfPrimitive) return lowerMethodOfAny(ctx, node, callee, methods);
  if (ctx.facts.objects.isKnownToAny(name) || !isOfFunction(name)) return undefined;
  return ctx.refuse(callee.name, dynamicCall(name));
}

/** Python's functions have no methods. */
function isOfFunction(name: string): boolean {
  return name === "call" || name === "apply" || name === "bind";
}

import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { privateAttribute } from "../classes/privateNames.ts";
import { mustSkipHoles } from "../library/arrays/holes.ts";
import { enumProperties } from "../library/objects/enumObject.ts";
import type { Lowering } from "../lowering.ts";
import { isRecord } from "../values/representation.ts";
import { lowerKey } from "./elementAccess.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { lowerOrdered } from "./lowerOrdered.ts";

/** `"key" in object`: a key of a dict, or an attribute of an instance. */
export function lowerInOperator(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  if (ts.isPrivateIdentifier(node.left)) {
    const object = lowerExpression(ctx, node.right);
    return py.callBuiltin("hasattr", [object, py.str(privateAttribute(ctx, node.left))]);
  }
  const type = ctx.typeOf(node.right);
  const members = enumProperties(ctx, type);
  if (members) {
    const key = lowerKey(ctx, node.left, type);
    return py.compare(key, "in", py.tuple(members.map(([name]) => py.str(name))));
  }
  const [key, object] = lowerOrdered(ctx, [node.left, node.right], (inner, side) =>
    side === node.left ? lowerKey(inner, side, type) : lowerObject(inner, side),
  );
  if (isRecord(ctx, type)) {
    const isInherited = key!.kind === "literal" && key!.type === "str" && inherited.has(key!.value);
    return isInherited ? py.bool(true) : py.compare(key!, "in", object!);
  }
  const isHoled = ctx.facts.types.isOnly(type, "array") && mustSkipHoles(ctx, node.right);
  return ctx.callHelper(isHoled ? "has_element" : "has_property", object!, key!);
}

/** What every object in JavaScript has. */
const inherited: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

function lowerObject(ctx: Lowering, node: ts.Expression): py.Expression {
  return lowerOrdered(ctx, [node])[0]!;
}

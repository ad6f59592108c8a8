import { ts } from "ts-morph";
import { InternalFault, isStackOverflow } from "../diagnostics/internalFault.ts";
import type { Place } from "../diagnostics/place.ts";
import type { Lowering } from "./lowering.ts";
import { originOf } from "./statements/origin.ts";

/** Lowers a node; what is thrown on the way says which construct failed and where. The innermost node wins. */
export function lowerGuarded<T>(ctx: Lowering, node: ts.Node, lower: () => T): T {
  try {
    return lower();
  } catch (thrown) {
    // What is nested too deeply is no fault, and has no one node to blame.
    if (isStackOverflow(thrown)) throw thrown;
    throw InternalFault.from(thrown, { construct: constructOf(node), place: placeOf(ctx, node) });
  }
}

/** A node that a lowering has made up has no place. */
function placeOf(ctx: Lowering, node: ts.Node): Place | undefined {
  if (node.pos < 0) return undefined;
  return { ...originOf(ctx, node), length: node.getWidth(node.getSourceFile()) };
}

/** The kind of a node in words: "for of statement". */
export function constructOf(node: ts.Node): string {
  const name = kindNames().get(node.kind) ?? "node";
  return name.replace(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
}

let names: ReadonlyMap<ts.SyntaxKind, string> | undefined;

/** TypeScript's own names, without the marks of ranges (`FirstStatement`). */
function kindNames(): ReadonlyMap<ts.SyntaxKind, string> {
  names ??= new Map(
    Object.entries(ts.SyntaxKind)
      .filter(([name]) => !/^(First|Last|\d)/.test(name))
      .map(([name, kind]) => [kind as ts.SyntaxKind, name]),
  );
  return names;
}

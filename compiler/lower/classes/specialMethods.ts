import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** The Python method that takes the place of one named by a well-known symbol. */
const pythonMethods: ReadonlyMap<string, string> = new Map([
  ["iterator", "__iter__"],
  ["asyncIterator", "__aiter__"],
]);

/** What such a method is called where it gives an iterator with JavaScript's protocol. */
const ownMethods: ReadonlyMap<string, string> = new Map([
  ["iterator", "iterator_"],
  ["asyncIterator", "async_iterator_"],
  ["dispose", "dispose_"],
  ["asyncDispose", "async_dispose_"],
  ["toPrimitive", "to_primitive_"],
  ["hasInstance", "has_instance_"],
]);

/** `*[Symbol.iterator]() {}` is `__iter__`; one that is no generator needs an adapter besides. */
export function specialMethodName(node: ts.MethodDeclaration): string | undefined {
  const name = wellKnownSymbol(node.name);
  if (name === undefined) return undefined;
  return (node.asteriskToken && pythonMethods.get(name)) || ownMethods.get(name);
}

/**
 * What Python calls in place of a method named by a symbol:
 *
 *     def __iter__(self):
 *         return iterate(self.iterator_())
 */
export function iteratorAdapter(ctx: Lowering, node: ts.MethodDeclaration): py.Statement[] {
  const name = wellKnownSymbol(node.name);
  return name === undefined || node.asteriskToken ? [] : adapterOf(ctx, name);
}

/** The name that an object has its own method under, which a symbol names. */
export function ownMethodName(name: ts.PropertyName): string | undefined {
  const symbol = wellKnownSymbol(name);
  return symbol === undefined ? undefined : ownMethods.get(symbol);
}

/** What Python calls in place of the method, whatever kind of function that is. */
export function adapterOf(ctx: Lowering, name: string): py.Statement[] {
  const self = py.name("self");
  const own = py.callMethod(self, ownMethods.get(name) ?? name);
  switch (name) {
    case "iterator":
      return [method("__iter__", [], [py.returnValue(ctx.callHelper("iterate", own))])];
    case "asyncIterator":
      return [method("__aiter__", [], [py.returnValue(ctx.callHelper("iterate_async", own))])];
    case "dispose":
      return [
        method("__enter__", [], [py.returnValue(self)]),
        method("__exit__", errorParameters, [py.expression(own)]),
      ];
    case "asyncDispose":
      return [
        method("__aenter__", [], [py.returnValue(self)], true),
        method("__aexit__", errorParameters, [py.expression(py.awaitValue(own))], true),
      ];
    default:
      return [];
  }
}

const errorParameters: readonly py.Parameter[] = [{ name: "_", star: true }];

function method(
  name: string,
  parameters: readonly py.Parameter[],
  body: readonly py.Statement[],
  isAsync = false,
): py.Statement {
  return py.functionDef(name, [py.parameter("self"), ...parameters], body, { async: isAsync });
}

/** The name after `Symbol.` in a computed member name. */
export function wellKnownSymbol(name: ts.PropertyName): string | undefined {
  return ts.isComputedPropertyName(name) ? symbolName(name.expression) : undefined;
}

/** `iterator` of the expression `Symbol.iterator`. */
export function symbolName(expression: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  return ts.isIdentifier(expression.expression) && expression.expression.text === "Symbol"
    ? expression.name.text
    : undefined;
}

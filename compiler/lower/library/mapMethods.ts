import type { ts } from "ts-morph";
import type { Collection } from "../../facts/maps/plainMaps.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import type {
  LibraryConstructorTable,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";
import { lowerPlainCallback } from "./objects/plainCallback.ts";
import { constructPlain, dictMethods, setMethods } from "./plainMaps.ts";

const mapMembers = ["get", "has", "set", "delete", "clear", "keys", "values", "entries", "forEach"];
const setMembers = ["has", "add", "delete", "clear", "keys", "values", "entries", "forEach"];

/** The classes of the language runtime have JavaScript's methods under their names. */
export const mapMethods: LibraryTable = {
  ...methodsOf("Map", mapMembers),
  ...methodsOf("Set", setMembers),
  ...methodsOf("WeakMap", ["get", "has", "set", "delete"]),
  ...methodsOf("WeakSet", ["has", "add", "delete"]),
  "Set.union": setOperation("set_union"),
  "Set.intersection": setOperation("set_intersection"),
  "Set.difference": setOperation("set_difference"),
  "Set.symmetricDifference": setOperation("set_symmetric_difference"),
  "Set.isSubsetOf": setOperation("is_subset"),
  "Set.isSupersetOf": setOperation("is_superset"),
  "Set.isDisjointFrom": setOperation("is_disjoint"),
  "MapConstructor.groupBy": (ctx, { args }) => {
    const [items, keyOf] = lowerOrdered(ctx, args, (inner, argument, index) =>
      index === 1
        ? lowerPlainCallback(inner, argument, ["item", "index"])
        : lowerExpression(inner, argument),
    );
    return ctx.callHelper("map_group_by", items!, keyOf!);
  },
};

export const mapValues: LibraryValueTable = {
  "Map.size": sizeOf,
  "Set.size": sizeOf,
};

/** A WeakMap is a Map here: it keeps its keys, which only costs memory. */
export const mapConstructors: LibraryConstructorTable = {
  Map: (ctx, node) => constructCollection(ctx, "Map", node),
  Set: (ctx, node) => constructCollection(ctx, "Set", node),
  WeakMap: (ctx, node) => construct(ctx, "Map", node),
  WeakSet: (ctx, node) => construct(ctx, "Set", node),
};

function methodsOf(owner: string, names: readonly string[]): LibraryTable {
  return Object.fromEntries(names.map((name) => [`${owner}.${name}`, methodOf(owner, name)]));
}

function methodOf(owner: string, name: string): LibraryLowering {
  const call = callMethod(name);
  const plain = (owner === "Map" ? dictMethods : setMethods)[name];
  if (!plain || !isCollection(owner)) return call;
  return (ctx, node) => (ctx.facts.maps.isPlain(owner) ? plain : call)(ctx, node);
}

function isCollection(name: string): name is Collection {
  return name === "Map" || name === "Set";
}

/** `set_union(a, b)` */
function setOperation(helper: string): LibraryLowering {
  return (ctx, { receiver, args }) => {
    const operands = inOrder(ctx, [
      () => lowerChainLink(ctx, receiver!),
      () => lowerExpression(ctx, args[0]!),
    ]);
    return ctx.callHelper(helper, ...operands);
  };
}

function callMethod(name: string): LibraryLowering {
  return (ctx, { receiver, args }) => {
    const [object, ...values] = inOrder(ctx, [
      () => lowerChainLink(ctx, receiver!),
      ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
    ]);
    return py.callMethod(object!, attributeName(name), values);
  };
}

function sizeOf(ctx: Lowering, _node: ts.Expression, receiver?: ts.Expression): py.Expression {
  return py.callBuiltin("len", [lowerChainLink(ctx, receiver!)]);
}

function constructCollection(
  ctx: Lowering,
  name: Collection,
  node: ts.NewExpression,
): py.Expression {
  return ctx.facts.maps.isPlain(name)
    ? constructPlain(ctx, name, node)
    : construct(ctx, name, node);
}

function construct(ctx: Lowering, name: string, node: ts.NewExpression): py.Expression {
  return py.call(ctx.helper(name), lowerPositional(ctx, node.arguments ?? []));
}

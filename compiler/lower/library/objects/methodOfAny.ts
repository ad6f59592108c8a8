import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { attributeName } from "../../../python/reservedNames.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import { lowerPositional } from "../../functions/arguments.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryTable } from "../libraryTypes.ts";

/** A kind of value that has methods in JavaScript and other ones in Python. */
interface Kind {
  /** What its methods are found under in the tables of the library. */
  readonly owner: string;
  test(value: py.Expression): py.Expression;
  type(checker: ts.TypeChecker): ts.Type;
}

const kinds: readonly Kind[] = [
  {
    owner: "Array",
    test: (value) => py.callBuiltin("isinstance", [value, py.name("list")]),
    type: listOfAnything,
  },
  {
    owner: "String",
    test: (value) => py.callBuiltin("isinstance", [value, py.name("str")]),
    type: (checker) => checker.getStringType(),
  },
  {
    owner: "Number",
    test: (value) =>
      py.callBuiltin("isinstance", [value, py.tuple([py.name("int"), py.name("float")])]),
    type: (checker) => checker.getNumberType(),
  },
];

/** `any[]`; TypeScript's checker makes it, though its published interface does not say so. */
function listOfAnything(checker: ts.TypeChecker): ts.Type {
  const maker = checker as ts.TypeChecker & { createArrayType(element: ts.Type): ts.Type };
  return maker.createArrayType(checker.getAnyType());
}

/**
 * A method of a value without type that built-in classes have too: what each of them does, behind a test
 * of what the value is. All other objects have it as a method of that name.
 *
 *     value.append(x) if isinstance(value, list) else value.push(x)
 */
export function lowerMethodOfAny(
  ctx: Lowering,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  methods: LibraryTable,
): py.Expression {
  const name = callee.name.text;
  const value = ctx.stash(lowerChainLink(ctx, callee.expression), "value");
  const args = settledArguments(ctx, node.arguments);
  const branches = kinds.flatMap(({ owner, test, type }) => {
    const lower = methods[`${owner}.${name}`];
    if (!lower) return [];
    const receiver = ctx.standIn(value, type(ctx.checker), callee.expression);
    const branch = ctx.capture(() => lower(ctx, { node, receiver, args }));
    return [{ test: test(value), ...branch }];
  });
  const other = ctx.capture(() =>
    py.callMethod(value, attributeName(name), lowerPositional(ctx, args)),
  );
  return choose(ctx, branches, other);
}

interface Captured {
  readonly value: py.Expression;
  readonly prerequisites: readonly py.Statement[];
}

/** The branch whose test holds, as an expression where nothing has to run before any of them. */
function choose(
  ctx: Lowering,
  branches: readonly (Captured & { readonly test: py.Expression })[],
  other: Captured,
): py.Expression {
  if ([...branches, other].every(({ prerequisites }) => prerequisites.length === 0)) {
    return branches.reduceRight(
      (rest, { test, value }) => py.ifExp(test, value, rest),
      other.value,
    );
  }
  const result = py.name(ctx.fresh("result"));
  const body = ({ prerequisites, value }: Captured) => [...prerequisites, py.assign(result, value)];
  const statements = branches.reduceRight<readonly py.Statement[]>(
    (rest, branch) => [py.ifThen(branch.test, body(branch), rest)],
    body(other),
  );
  ctx.prerequisite(...statements);
  return result;
}

/** Arguments that can be written more than once: what has to be computed is put into a variable. */
function settledArguments(ctx: Lowering, args: readonly ts.Expression[]): readonly ts.Expression[] {
  return args.map((arg) => {
    const isPlain = ts.isIdentifier(arg) || ts.isLiteralExpression(arg) || ts.isSpreadElement(arg);
    if (isPlain) return arg;
    const value = ctx.stash(lowerExpression(ctx, arg), "argument");
    return ctx.standIn(value, ctx.typeOf(arg), arg, ctx.facts.numbers.of(arg));
  });
}

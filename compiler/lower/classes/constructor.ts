import { ts } from "ts-morph";
import { isSetAtOnce } from "../../facts/fieldStarts.ts";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { isReservedName, legalIdentifier } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerFunctionLike } from "../functions/functionLike.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { baseExpression } from "./classDeclaration.ts";
import { methodName } from "./classMembers.ts";
import { isSuperCall } from "./superCall.ts";

/** The variables that hold what the decorators of a field gave. */
export type FieldInitializers = ReadonlyMap<ts.Node, readonly string[]>;

/**
 * `__init__`: parameter properties, field initialisers and the constructor's body.
 *
 *     def __init__(self, x, y):
 *         super().__init__(x)
 *         self.y = y
 *         self.items = []
 */
export function lowerConstructor(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  initializers: FieldInitializers,
): py.Statement | undefined {
  const declared = node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
  const fields = instanceFields(node);
  if (!declared)
    return fields.length > 0 ? implicitConstructor(ctx, node, fields, initializers) : undefined;
  const hasBase = baseExpression(node) !== undefined;
  const isKeyed = ctx.facts.objects.isKeyed(instanceType(ctx, node));
  const started = fields.filter(
    (field) =>
      isKeyed || field.initializer || initializers.has(field) || !isSetAtOnce(declared, field),
  );
  const initialise = () => [
    ...parameterProperties(ctx, declared),
    ...lowerFields(ctx, started, initializers),
  ];
  const lowered = lowerFunctionLike(ctx, declared, {
    self: "self",
    ...(hasBase ? {} : { prologue: initialise }),
  });
  const body = hasBase ? afterSuperCall(ctx, lowered.body, declared, initialise) : lowered.body;
  const definition = py.functionDef("__init__", lowered.parameters, body, {
    displayName: `new ${node.name?.text ?? "(anonymous class)"}`,
  });
  definition.origin = originOf(ctx, declared);
  return definition;
}

function instanceType(ctx: Lowering, node: ts.ClassLikeDeclaration): ts.Type {
  const { symbol } = ctx.typeOf(node);
  return ctx.checker.getDeclaredTypeOfSymbol(symbol);
}

/** A class without constructor hands all arguments to its base class. */
function implicitConstructor(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  fields: readonly ts.PropertyDeclaration[],
  initializers: FieldInitializers,
): py.Statement {
  const hasBase = baseExpression(node) !== undefined;
  const parameters = hasBase ? inheritedParameters(ctx, node) : [];
  const { value, declarations } = ctx.inScope(node, { self: py.name("self") }, () =>
    lowerFields(ctx, fields, initializers),
  );
  const callBase = hasBase
    ? [
        py.expression(
          py.callMethod(
            py.call(py.name("super")),
            "__init__",
            parameters.map((p) => (p.star ? py.starred(py.name(p.name)) : py.name(p.name))),
          ),
        ),
      ]
    : [];
  const definition = py.functionDef(
    "__init__",
    [py.parameter("self"), ...parameters],
    [...declarations, ...callBase, ...value],
    { displayName: `new ${node.name?.text ?? "(anonymous class)"}` },
  );
  definition.origin = originOf(ctx, node);
  return definition;
}

/** The parameters of the nearest constructor above, by name; `*args` where it is not ours to read. */
function inheritedParameters(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
): readonly py.Parameter[] {
  const base = baseExpression(node);
  const signature = base && ctx.typeOf(base).getConstructSignatures()[0];
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  const isOurs =
    declaration !== undefined &&
    ts.isConstructorDeclaration(declaration) &&
    !declaration.getSourceFile().isDeclarationFile;
  if (signature?.parameters.length === 0 && (isOurs || !declaration)) return [];
  const plain =
    isOurs &&
    declaration.parameters.every(
      (p) => ts.isIdentifier(p.name) && !p.initializer && !p.questionToken && !p.dotDotDotToken,
    );
  if (!plain) return [{ name: ctx.fresh("args"), star: true }];
  return declaration.parameters.map((p) =>
    py.parameter(inheritedName(ctx, node, (p.name as ts.Identifier).text)),
  );
}

/** A parameter keeps the name that it has above, unless a field initialiser could mean something else by it. */
function inheritedName(ctx: Lowering, node: ts.ClassLikeDeclaration, name: string): string {
  const isMentioned = instanceFields(node).some((field) =>
    field.initializer?.getText().includes(name),
  );
  if (isMentioned || isReservedName(name)) return ctx.fresh(name);
  return legalIdentifier(name);
}

function instanceFields(node: ts.ClassLikeDeclaration): readonly ts.PropertyDeclaration[] {
  return node.members.filter(
    (member): member is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(member) &&
      !hasModifier(member, ts.SyntaxKind.StaticKeyword) &&
      !hasModifier(member, ts.SyntaxKind.AbstractKeyword) &&
      !hasModifier(member, ts.SyntaxKind.DeclareKeyword),
  );
}

/** `self.x = value`; a field without initialiser starts as None. */
function lowerFields(
  ctx: Lowering,
  fields: readonly ts.PropertyDeclaration[],
  initializers: FieldInitializers,
): readonly py.Statement[] {
  return fields.flatMap((field) => {
    const target = py.attribute(py.name("self"), methodName(ctx, field.name));
    const { initializer } = field;
    const { value, prerequisites } = ctx.capture(() =>
      initializer ? lowerExpression(ctx, initializer) : py.noneValue(),
    );
    const decorated = [...(initializers.get(field) ?? [])]
      .reverse()
      .reduce((inner, name) => ctx.callHelper("initialize", py.name(name), inner), value);
    const statements = [...prerequisites, py.assign(target, decorated)];
    for (const statement of statements) statement.origin ??= originOf(ctx, field);
    return statements;
  });
}

/** `constructor(private x: number)` keeps x as a field. */
function parameterProperties(
  ctx: Lowering,
  node: ts.ConstructorDeclaration,
): readonly py.Statement[] {
  return node.parameters
    .filter((parameter) => ts.isParameterPropertyDeclaration(parameter, node))
    .map((parameter) => {
      const symbol = ctx.checker.getSymbolAtLocation(parameter.name);
      const binding = symbol && ctx.facts.bindings.of(symbol);
      const text = (parameter.name as ts.Identifier).text;
      const statement = py.assign(
        py.attribute(py.name("self"), methodName(ctx, parameter.name as ts.Identifier)),
        py.name(binding ? ctx.nameOf(binding) : text),
      );
      statement.origin = originOf(ctx, parameter);
      return statement;
    });
}

/** Fields are initialised when `super()` has returned. */
function afterSuperCall(
  ctx: Lowering,
  body: readonly py.Statement[],
  node: ts.ConstructorDeclaration,
  initialise: () => readonly py.Statement[],
): readonly py.Statement[] {
  const self = py.name("self");
  const { value: fields, declarations } = ctx.inScope(node, { self }, initialise);
  if (fields.length === 0) return body;
  const at = body.findIndex(
    (statement) => statement.kind === "expression" && isSuperCall(statement.value),
  );
  if (at < 0) return [...declarations, ...fields, ...body];
  return [...declarations, ...body.slice(0, at + 1), ...fields, ...body.slice(at + 1)];
}

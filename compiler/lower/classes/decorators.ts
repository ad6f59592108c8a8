import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { methodName } from "./classMembers.ts";

/** What the decorators of a class come to. */
export interface ClassDecorators {
  /** Run when the class is there: members first, then the class itself. */
  readonly statements: readonly py.Statement[];
  /** The variable of what a field's decorators give, which turns its first value into another. */
  readonly initializers: ReadonlyMap<ts.Node, readonly string[]>;
}

/**
 * `@logged` before a method, a field or a class; the expressions are evaluated before the class:
 *
 *     Lamp.on = decorate(logged, Lamp.on, DecoratorContext("method", "on"))
 *     Lamp = decorate(sealed, Lamp, DecoratorContext("class", "Lamp"))
 */
export function lowerDecorators(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  className: string,
): ClassDecorators {
  const ofClass = expressionsOf(ctx, node);
  const initializers = new Map<ts.Node, readonly string[]>();
  const statements = node.members.flatMap((member) => {
    refuseParameterDecorators(ctx, member);
    const decorators = expressionsOf(ctx, member);
    if (decorators.length === 0) return [];
    if (ts.isPropertyDeclaration(member) && isPlainField(member)) {
      const names = decorators.map(() => ctx.fresh("initializer"));
      initializers.set(member, names);
      return decorators.map((decorator, i) =>
        py.assign(
          py.name(names[i]!),
          py.call(decorator, [py.noneValue(), contextOf(ctx, "field", member)]),
        ),
      );
    }
    if (!ts.isMethodDeclaration(member) || isStatic(member)) {
      const what = "A decorator of an accessor or of a static member";
      ctx.report(
        member,
        notInTheSubset(what, "Decorate an instance method, a field or the class."),
      );
      return [];
    }
    const method = py.attribute(py.name(className), methodName(ctx, member.name));
    return [...decorators]
      .reverse()
      .map((decorator) => decorated(ctx, decorator, method, "method", member));
  });
  const classStatements = [...ofClass]
    .reverse()
    .map((decorator) => decorated(ctx, decorator, py.name(className), "class", node));
  for (const statement of [...statements, ...classStatements]) {
    statement.origin ??= originOf(ctx, node);
  }
  return { statements: [...statements, ...classStatements], initializers };
}

function decorated(
  ctx: Lowering,
  decorator: py.Expression,
  target: py.Name | py.Attribute,
  kind: string,
  node: ts.ClassLikeDeclaration | ts.ClassElement,
): py.Statement {
  return py.assign(
    target,
    ctx.callHelper("decorate", decorator, target, contextOf(ctx, kind, node)),
  );
}

/** Decorators as values, in order; what is no name is evaluated before the class. */
function expressionsOf(ctx: Lowering, node: ts.Node): readonly py.Expression[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.map(({ expression }) =>
    ctx.stash(lowerExpression(ctx, expression), "decorator"),
  );
}

function contextOf(
  ctx: Lowering,
  kind: string,
  node: ts.ClassLikeDeclaration | ts.ClassElement,
): py.Expression {
  const { name } = node;
  const isPrivate = name !== undefined && ts.isPrivateIdentifier(name);
  return ctx.callHelper(
    "DecoratorContext",
    py.str(kind),
    name
      ? py.str(ts.isComputedPropertyName(name) ? name.expression.getText() : name.text)
      : py.noneValue(),
    ...(isPrivate ? [py.bool(true)] : []),
  );
}

function isPlainField(node: ts.PropertyDeclaration): boolean {
  return !isStatic(node) && !hasModifier(node, ts.SyntaxKind.AccessorKeyword);
}

function isStatic(node: ts.ClassElement): boolean {
  return ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

function refuseParameterDecorators(ctx: Lowering, member: ts.ClassElement): void {
  if (!ts.isFunctionLike(member)) return;
  for (const parameter of member.parameters) {
    const [first] = ts.getDecorators(parameter) ?? [];
    if (first) ctx.report(first, notInTheSubset("A decorator of a parameter"));
  }
}

import type { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** `this`: the method's first parameter, or what surrounds an arrow function. */
export function lowerThis(ctx: Lowering, node: ts.ThisExpression): py.Expression {
  const { self } = ctx.scope;
  if (self) return self;
  if (ctx.scope.node === ctx.module.sourceFile) return py.noneValue();
  return ctx.refuse(
    node,
    notInTheSubset(
      "`this` in a function that is no method",
      "Give the function the object as a parameter.",
    ),
  );
}

/** `super` stands before a dot or in a call, where it is lowered with what follows. */
export function lowerSuper(): py.Expression {
  return py.call(py.name("super"));
}

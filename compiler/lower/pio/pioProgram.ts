import { ts } from "ts-morph";
import { pioNotInPlace, pioWillNotAssemble } from "../../diagnostics/catalogue/types.ts";
import type { Binding } from "../../facts/bindings.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { keywordsIn } from "../functions/keywordArguments.ts";
import type { Lowering } from "../lowering.ts";
import { lowerStatements } from "../statements/lowerStatements.ts";
import { originOf } from "../statements/origin.ts";
import { freeNames } from "./freeNames.ts";

/** Is this call `asm_pio(...)` of the module `rp2`? */
export function isPioProgram(ctx: Lowering, node: ts.CallExpression): boolean {
  return boardNameOf(ctx.checker, node.expression) === "rp2.asm_pio";
}

/**
 * `const square = asm_pio({ set_init: PIO.OUT_LOW }, (p) => { p.set(p.pins, 1).delay(31); })`
 *
 *     @asm_pio(set_init=PIO.OUT_LOW)
 *     def square():
 *         set(pins, 1)[31]
 *
 * The assembler runs the function with PIO's names in place of the module's variables: those that
 * the program uses are kept as defaults of parameters, `def square(HIGH=HIGH)`.
 */
export function definePioProgram(
  ctx: Lowering,
  name: string,
  node: ts.CallExpression,
): py.Statement {
  const settings = node.arguments.length > 1 ? skipWrappers(node.arguments[0]!) : undefined;
  const program = skipWrappers(node.arguments.at(-1)!);
  if (!isProgram(program)) {
    ctx.report(program, pioNotInPlace("the function"));
    return py.pass();
  }
  if (settings && !ts.isObjectLiteralExpression(settings)) {
    ctx.report(settings, pioNotInPlace("the settings"));
    return py.pass();
  }
  const keywords = settings ? keywordsIn(ctx, settings) : [];
  const decorator = py.call(
    lowerExpression(ctx, node.expression),
    [],
    keywords.map((keyword) => py.keyword(attributeName(keyword.name), keyword.lower())),
  );
  reportHiddenNames(ctx, program);
  const { value: body } = ctx.inScope(program, {}, () => lowerBody(ctx, program));
  const kept = freeNames(body).filter(
    (free) => !isPioName(ctx, program, free) && !ctx.module.replacedNames.has(free),
  );
  const parameters = kept.map((free) => py.parameter(free, py.name(free)));
  const definition = py.functionDef(name, parameters, body, { decorators: [decorator] });
  definition.origin = originOf(ctx, node);
  return definition;
}

type Program = ts.ArrowFunction | ts.FunctionExpression;

function isProgram(node: ts.Expression): node is Program {
  return (
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) &&
    node.parameters.every(({ name }) => ts.isIdentifier(name))
  );
}

function lowerBody(ctx: Lowering, { body }: Program): readonly py.Statement[] {
  if (ts.isBlock(body)) return lowerStatements(ctx, body.statements);
  return [py.expression(lowerExpression(ctx, body))];
}

/** Variables with a name of PIO's would stand for that name in the whole program. */
function reportHiddenNames(ctx: Lowering, program: Program): void {
  const seen = new Set<Binding>();
  const visit = (node: ts.Node): void => {
    const binding = ts.isIdentifier(node) ? ctx.facts.bindings.at(node) : undefined;
    if (binding && !seen.has(binding) && isPioName(ctx, program, ctx.nameOf(binding))) {
      ctx.report(node, pioWillNotAssemble(`\`${node.getText()}\` is one of PIO's own names`));
      seen.add(binding);
    }
    ts.forEachChild(node, visit);
  };
  visit(program.body);
}

/** Is a name one of those that the assembler gives: a member of what the function is called with? */
function isPioName(ctx: Lowering, program: Program, name: string): boolean {
  const [parameter] = program.parameters;
  const type = parameter && ctx.typeOf(parameter);
  return type?.getProperty(name) !== undefined;
}

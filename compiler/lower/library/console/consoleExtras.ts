import type { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { lowerOrdered } from "../../expressions/lowerOrdered.ts";
import type { Lowering } from "../../lowering.ts";
import { noneHint } from "../../values/noneHint.ts";
import { lowerText } from "../../values/text.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { lowerShown } from "./shownValue.ts";

/** What `console` has beside `log` and its kin. */
export const consoleExtras: LibraryTable = {
  "Console.dir": lowerDir,
  "Console.table": lowerTable,
  "Console.count": (ctx, { args }) =>
    printed(ctx, [ctx.callHelper("console_count", ...labelOf(ctx, args))]),
  "Console.countReset": (ctx, { args }) =>
    py.callMethod(ctx.helper("console_counts"), "pop", [
      ...(args[0] ? labelOf(ctx, args) : [py.str("default")]),
      py.noneValue(),
    ]),
  "Console.group": lowerGroup,
  "Console.groupCollapsed": lowerGroup,
  "Console.groupEnd": (ctx) => py.callMethod(ctx.helper("console_groups"), "close"),
  "Console.time": (ctx, { args }) => ctx.callHelper("console_time", ...labelOf(ctx, args)),
  "Console.timeLog": (ctx, { args }) => {
    const [label, ...data] = lowerOrdered(ctx, args, (inner, arg) =>
      arg === args[0] ? lowerText(inner, arg) : lowerShown(inner, arg),
    );
    return printed(ctx, [ctx.callHelper("console_time_text", ...(label ? [label] : [])), ...data]);
  },
  "Console.timeEnd": lowerTimeEnd,
};

/** `print(a, b)`, or with the indentation of `console.group` where the program has some. */
export function printed(ctx: Lowering, values: readonly py.Expression[]): py.Expression {
  return ctx.facts.groupsConsole
    ? py.callMethod(ctx.helper("console_groups"), "log", values)
    : py.callBuiltin("print", values);
}

/** `print(a, b, file=stderr)` */
export function toErrors(ctx: Lowering, values: readonly py.Expression[]): py.Expression {
  return py.callBuiltin("print", values, [py.keyword("file", ctx.pythonFunction("sys", "stderr"))]);
}

function labelOf(ctx: Lowering, args: readonly ts.Expression[]): readonly py.Expression[] {
  return args[0] ? [lowerText(ctx, args[0])] : [];
}

/** `print(inspect(value))` */
function lowerDir(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const [value] = args;
  if (!value) return printed(ctx, [py.str("undefined")]);
  const hint = noneHint(ctx, value, ctx.typeOf(value));
  const shown = ctx.callHelper("inspect", lowerExpression(ctx, value), ...(hint ? [hint] : []));
  return printed(ctx, [shown]);
}

/** `print(console_table(data))` */
function lowerTable(ctx: Lowering, { args }: LibraryCall): py.Expression {
  if (args.length === 0) return printed(ctx, [py.str("undefined")]);
  return printed(ctx, [ctx.callHelper("console_table", ...lowerOrdered(ctx, args))]);
}

/** `console_groups.open(a, b)` */
function lowerGroup(ctx: Lowering, { args }: LibraryCall): py.Expression {
  return py.callMethod(ctx.helper("console_groups"), "open", lowerOrdered(ctx, args, lowerShown));
}

/** `print(console_time_text("label", True))`; a clock that was never started prints nothing. */
function lowerTimeEnd(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const label = args[0] ? lowerText(ctx, args[0]) : py.str("default");
  const { first, again } = ctx.bind(ctx.callHelper("console_time_text", label, py.bool(true)));
  return py.and(first, printed(ctx, [again]));
}

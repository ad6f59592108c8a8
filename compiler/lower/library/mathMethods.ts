import { ts } from "ts-morph";
import { isInt, type NumberFact } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { isNonZero } from "../expressions/arithmetic.ts";
import { multiply32 } from "../expressions/bitOperation.ts";
import { numberLiteral } from "../expressions/literals.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import type {
  LibraryCall,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";

/** Functions of Python's `math` that are defined for every finite number. */
const total = ["atan", "asinh", "tanh", "sin", "cos", "tan"];

/** Functions of Python's `math` that raise where JavaScript gives NaN or an infinity. */
const partial = ["acos", "acosh", "asin", "atanh", "cosh", "exp", "expm1", "log", "log10", "sinh"];

export const mathMethods: LibraryTable = {
  ...Object.fromEntries(total.map((name) => [`Math.${name}`, fromMath(name, hasFiniteRange)])),
  ...Object.fromEntries(partial.map((name) => [`Math.${name}`, fromMath(name, () => false)])),
  "Math.sqrt": fromMath("sqrt", (fact) => fact.lo >= 0),
  "Math.atan2": (ctx, { args }) =>
    py.call(ctx.pythonFunction("math", "atan2"), lowerPositional(ctx, args)),
  "Math.floor": rounding("floor", "floor"),
  "Math.ceil": rounding("ceil", "ceil"),
  "Math.trunc": rounding("trunc", "trunc"),
  "Math.round": (ctx, { args }) => {
    const [value] = lowerOrdered(ctx, [args[0]!]);
    return isInt(ctx.facts.numbers.of(args[0]!)) ? value! : ctx.callHelper("round_half_up", value!);
  },
  "Math.abs": (ctx, { args }) => py.callBuiltin("abs", lowerPositional(ctx, args)),
  "Math.max": extreme("max"),
  "Math.min": extreme("min"),
  "Math.pow": (ctx, { args }) => {
    const [base, exponent] = lowerOrdered(ctx, [args[0]!, args[1]!]);
    const a = ctx.facts.numbers.of(args[0]!);
    const b = ctx.facts.numbers.of(args[1]!);
    if (isInt(a) && isInt(b) && b.lo >= 0) return py.binary(base!, "**", exponent!);
    return ctx.callHelper("power", base!, exponent!);
  },
  "Math.imul": (ctx, { node, args }) => {
    if (args.length !== 2) return py.call(ctx.helper("imul"), lowerPositional(ctx, args));
    const [left, right] = lowerOrdered(ctx, [args[0]!, args[1]!]);
    return multiply32(ctx, node as ts.CallExpression, left!, right!);
  },
  "Math.random": (ctx) => py.call(ctx.pythonFunction("random", "random"), []),
  ...Object.fromEntries(
    ["sign", "hypot", "cbrt", "log1p", "log2", "fround", "clz32"].map((name) => [
      `Math.${name}`,
      (ctx: Lowering, { args }: LibraryCall) =>
        py.call(ctx.helper(name), lowerPositional(ctx, args)),
    ]),
  ),
};

/** `Math.PI` is `math.pi`; the other constants are written out. */
export const mathValues: LibraryValueTable = {
  "Math.max": (ctx) => ctx.helper("math_max"),
  "Math.min": (ctx) => ctx.helper("math_min"),
  "Math.hypot": (ctx) => ctx.helper("hypot"),
  "Math.PI": (ctx) => ctx.pythonFunction("math", "pi"),
  "Math.E": (ctx) => ctx.pythonFunction("math", "e"),
  "Math.LN10": () => numberLiteral(Math.LN10),
  "Math.LN2": () => numberLiteral(Math.LN2),
  "Math.LOG2E": () => numberLiteral(Math.LOG2E),
  "Math.LOG10E": () => numberLiteral(Math.LOG10E),
  "Math.SQRT1_2": () => numberLiteral(Math.SQRT1_2),
  "Math.SQRT2": () => numberLiteral(Math.SQRT2),
};

/** `math.name(x)` where `isSafe` holds, otherwise through the helper that catches Python's errors. */
function fromMath(name: string, isSafe: (fact: NumberFact) => boolean): LibraryLowering {
  return (ctx, { args }) => {
    const [value] = lowerOrdered(ctx, [args[0]!]);
    const fn = ctx.pythonFunction("math", name);
    const fact = ctx.facts.numbers.of(args[0]!);
    return isSafe(fact) ? py.call(fn, [value!]) : ctx.callHelper("math_or_nan", fn, value!);
  };
}

/** Of NaN they are NaN in Python, too. */
function hasFiniteRange(fact: NumberFact): boolean {
  return Number.isFinite(fact.lo) && Number.isFinite(fact.hi);
}

function isFiniteFact(fact: NumberFact): boolean {
  return !fact.nan && Number.isFinite(fact.lo) && Number.isFinite(fact.hi);
}

/** `Math.floor(a / b)` of ints is `a // b`; of a finite value `math.floor`; else NaN and infinities must stay. */
function rounding(python: string, helper: string): LibraryLowering {
  return (ctx, { args }) => {
    const quotient = intQuotient(ctx, args[0]!, python);
    if (quotient) return quotient;
    const [value] = lowerOrdered(ctx, [args[0]!]);
    const fact = ctx.facts.numbers.of(args[0]!);
    if (isInt(fact)) return value!;
    if (!isFiniteFact(fact)) return ctx.callHelper(helper, value!);
    if (python === "trunc") return py.callBuiltin("int", [value!]);
    return py.call(ctx.pythonFunction("math", python), [value!]);
  };
}

/** `a // b` for `a / b` inside a rounding, where both are ints and rounding down is what is asked. */
function intQuotient(
  ctx: Lowering,
  node: ts.Expression,
  rounding: string,
): py.Expression | undefined {
  const bare = skipWrappers(node);
  if (!ts.isBinaryExpression(bare) || bare.operatorToken.kind !== ts.SyntaxKind.SlashToken) {
    return undefined;
  }
  const a = ctx.facts.numbers.of(bare.left);
  const b = ctx.facts.numbers.of(bare.right);
  if (!isInt(a) || !isInt(b) || !isNonZero(b)) return undefined;
  const isPositive = a.lo >= 0 && b.lo > 0;
  if (rounding === "ceil" || (rounding === "trunc" && !isPositive)) return undefined;
  const [left, right] = lowerOrdered(ctx, [bare.left, bare.right]);
  return py.binary(left!, "//", right!);
}

/** Python's `max` where no NaN can be among the values, and there is one. */
function extreme(name: "max" | "min"): LibraryLowering {
  return (ctx, { args }) => {
    const values = lowerPositional(ctx, args);
    const isPlain =
      args.length > 1 &&
      args.every((arg) => !ts.isSpreadElement(arg) && !ctx.facts.numbers.of(arg).nan) &&
      !showsZeroSign(ctx, name, args);
    return isPlain ? py.callBuiltin(name, values) : py.call(ctx.helper(`math_${name}`), values);
  };
}

/**
 * Of two zeros with different signs Python takes the first: wrong for `max` where a -0.0 may come
 * before another zero, for `min` where it may come after one.
 */
function showsZeroSign(
  ctx: Lowering,
  name: "max" | "min",
  args: readonly ts.Expression[],
): boolean {
  const facts = args.map((arg) => ctx.facts.numbers.of(arg));
  return facts.some(({ float, negativeZero }, index) => {
    if (!float || !negativeZero) return false;
    const others = name === "max" ? facts.slice(index + 1) : facts.slice(0, index);
    return others.some((other) => other.lo <= 0 && other.hi >= 0);
  });
}

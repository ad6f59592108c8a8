import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { bothHold } from "./bothHold.ts";

/**
 * `left and right` / `left or right` where the right side may need statements of its own:
 *
 *     test = left
 *     if test:
 *         ...
 *         test = right
 */
export function whenNeeded(
  ctx: Lowering,
  left: py.Expression,
  isOr: boolean,
  lowerRight: () => py.Expression,
): py.Expression {
  const right = ctx.capture(lowerRight);
  if (right.prerequisites.length === 0) {
    return isOr ? py.or(left, right.value) : bothHold(left, right.value);
  }
  const name = py.name(ctx.fresh("test"));
  ctx.prerequisite(py.assign(name, left));
  ctx.prerequisite(
    py.ifThen(isOr ? py.not(name) : name, [...right.prerequisites, py.assign(name, right.value)]),
  );
  return name;
}

/**
 * `then if test else otherwise` where the branches may need statements of their own:
 *
 *     if test:
 *         value = then
 *     else:
 *         value = otherwise
 */
export function choose(
  ctx: Lowering,
  test: py.Expression,
  lowerThen: () => py.Expression,
  lowerOtherwise: () => py.Expression,
): py.Expression {
  const then = ctx.capture(lowerThen);
  const otherwise = ctx.capture(lowerOtherwise);
  if (then.prerequisites.length === 0 && otherwise.prerequisites.length === 0) {
    return py.ifExp(test, then.value, otherwise.value);
  }
  const name = py.name(ctx.fresh("value"));
  ctx.prerequisite(
    py.ifThen(
      test,
      [...then.prerequisites, py.assign(name, then.value)],
      [...otherwise.prerequisites, py.assign(name, otherwise.value)],
    ),
  );
  return name;
}

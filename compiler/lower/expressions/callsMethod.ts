import type * as py from "../../python/py.ts";

/**
 * `self.active().held = True`: MicroPython calls a method without making an object of it, but not where
 * it compiles a target (`c_assign_atom_expr` in py/compile.c). So what is assigned to gets a name.
 */
export function callsMethod(object: py.Expression): boolean {
  switch (object.kind) {
    case "attribute":
    case "subscript":
      return callsMethod(object.value);
    case "call":
      return object.callee.kind === "attribute" || callsMethod(object.callee);
    default:
      return false;
  }
}

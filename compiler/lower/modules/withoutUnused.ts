import { printModule } from "../../python/print.ts";
import type * as py from "../../python/py.ts";

/** A module that has been lowered, in whatever it is kept with. */
interface Holder {
  readonly module: py.Module;
}

/**
 * Leaves out the functions and methods whose calls were all replaced by what they compute, and that only
 * the program itself could call: those which are `replaceable`, and whose name no module mentions.
 */
export function withoutUnused<T extends Holder>(modules: readonly T[]): readonly T[] {
  if (!modules.some(({ module }) => module.body.some(hasReplaceable))) return modules;
  const text = modules.map(({ module }) => printModule(module).text).join("\n");
  const isMentioned = (name: string, isMethod: boolean): boolean => {
    const word = isMethod ? `(?:\\.|["'])${name}\\b` : `(?<!(?:^|\\n)(?:async )?def )\\b${name}\\b`;
    return new RegExp(word).test(text);
  };
  const left = modules.map((one) => ({ ...one, module: { body: rest(one.module.body) } }));
  const isSame = left.every(({ module }, i) => count(module) === count(modules[i]!.module));
  return isSame ? modules : withoutUnused(left);

  function rest(body: readonly py.Statement[]): py.Statement[] {
    return body.flatMap((statement): py.Statement[] => {
      if (statement.kind === "classDef") return [classRest(statement)];
      return isUnused(statement, false) ? [] : [statement];
    });
  }

  function classRest(node: py.ClassDef): py.ClassDef {
    const body = node.body.filter((member) => !isUnused(member, true));
    return body.length === 0 || body.length === node.body.length ? node : { ...node, body };
  }

  function isUnused(statement: py.Statement, isMethod: boolean): boolean {
    return isReplaceable(statement) && !isMentioned(statement.name, isMethod);
  }
}

function isReplaceable(statement: py.Statement): statement is py.FunctionDef {
  return statement.kind === "functionDef" && statement.replaceable === true;
}

function hasReplaceable(statement: py.Statement): boolean {
  return statement.kind === "classDef"
    ? statement.body.some(isReplaceable)
    : isReplaceable(statement);
}

function count({ body }: py.Module): number {
  return body.reduce((sum, one) => sum + (one.kind === "classDef" ? one.body.length : 1), 0);
}

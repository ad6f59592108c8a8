import { ts } from "ts-morph";
import { earlyCase } from "../../diagnostics/catalogue/language.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Facts } from "../../facts/facts.ts";

/**
 * `case 0: let x = 1; break; case 1: x = 2`: the variables of a case are there in all others, but must not
 * be touched before their declaration has run. Python would make a variable of the assignment.
 */
export function checkCaseVariables(
  { bindings, sourceFiles }: Pick<Facts, "bindings" | "sourceFiles">,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) if (file.text.includes("switch")) visit(file);

  function visit(node: ts.Node): void {
    if (ts.isCaseClause(node) || ts.isDefaultClause(node)) checkClause(node);
    ts.forEachChild(node, visit);
  }

  function checkClause(clause: ts.CaseOrDefaultClause): void {
    for (const statement of clause.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      if (!(statement.declarationList.flags & ts.NodeFlags.BlockScoped)) continue;
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) checkName(clause, name);
      }
    }
  }

  function checkName(clause: ts.CaseOrDefaultClause, name: ts.Identifier): void {
    const outside = bindings
      .at(name)
      ?.references.find((reference) => reference.pos < clause.pos || reference.end > clause.end);
    if (outside) report(outside, earlyCase(name.text));
  }
}

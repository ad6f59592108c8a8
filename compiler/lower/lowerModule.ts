import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Facts } from "../facts/facts.ts";
import type * as py from "../python/py.ts";
import { wrapTopLevelAwait } from "./async/topLevelAwait.ts";
import { Lowering } from "./lowering.ts";
import type { ModuleContext } from "./moduleContext.ts";
import { earlyVariables } from "./statements/earlyVariables.ts";
import { lowerStatements } from "./statements/lowerStatements.ts";

/** Lowers one source file: its statements, then the imports and classes that they turned out to need. */
export function lowerModule(
  facts: Facts,
  module: ModuleContext,
  diagnostics: Diagnostic[],
): py.Module {
  const ctx = new Lowering(facts, module, diagnostics);
  const body = wrapTopLevelAwait(ctx, () => [
    ...earlyVariables(ctx, module.sourceFile),
    ...lowerStatements(ctx, module.sourceFile.statements),
  ]);
  const imports = body.filter(isImport);
  const rest = body.filter((statement) => !isImport(statement));
  const shapes = [...module.shapes.values()].map((shape) => shape.definition);
  return { body: [...mergeImports([...module.generatedImports, ...imports]), ...shapes, ...rest] };
}

function isImport(statement: py.Statement): boolean {
  return statement.kind === "import" || statement.kind === "importFrom";
}

/** `from m import a` and `from m import b` are one line. */
function mergeImports(imports: readonly py.Statement[]): readonly py.Statement[] {
  const merged = new Map<string, py.Statement>();
  for (const statement of imports) {
    if (statement.kind === "import") {
      merged.set(`import ${statement.module} ${statement.alias ?? ""}`, statement);
      continue;
    }
    if (statement.kind !== "importFrom") continue;
    const known = merged.get(statement.module);
    if (known?.kind !== "importFrom") {
      merged.set(statement.module, statement);
      continue;
    }
    const names = [...known.names];
    for (const item of statement.names) {
      if (!names.some((n) => n.name === item.name && n.alias === item.alias)) names.push(item);
    }
    merged.set(statement.module, { ...known, names });
  }
  return [...merged.values()];
}

/** Is a node of a source file awaited outside every function? */
export function hasTopLevelAwait(sourceFile: ts.SourceFile): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || ts.isFunctionLike(node)) return;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier))
      found = true;
    if (
      ts.isVariableDeclarationList(node) &&
      (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing
    ) {
      found = true;
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(sourceFile, visit);
  return found;
}

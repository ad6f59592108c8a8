import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Facts } from "../facts/facts.ts";
import type * as py from "../python/py.ts";
import { legalIdentifier } from "../python/reservedNames.ts";
import { wrapTopLevelAwait } from "./async/topLevelAwait.ts";
import { Lowering } from "./lowering.ts";
import type { ModuleContext } from "./moduleContext.ts";
import { globalsBeforeThreads } from "./modules/globalsBeforeThreads.ts";
import { isJsonFile, lowerJson } from "./modules/jsonModule.ts";
import { earlyVariables } from "./statements/earlyVariables.ts";
import { lowerStatements } from "./statements/lowerStatements.ts";
import { originOf } from "./statements/origin.ts";

/** Lowers one source file: its statements, then the imports and classes that they turned out to need. */
export function lowerModule(
  facts: Facts,
  module: ModuleContext,
  diagnostics: Diagnostic[],
): py.Module {
  const ctx = new Lowering(facts, module, diagnostics);
  nameConstants(ctx, module);
  const start = facts.threadStarts(module.sourceFile);
  const body = wrapTopLevelAwait(ctx, () => [
    ...earlyVariables(ctx, module.sourceFile),
    ...globalsBeforeThreads(lowerFile(ctx, module.sourceFile), start && originOf(ctx, start).line),
  ]);
  const shapes = [
    ...module.constants,
    ...[...module.shapes.values()].map((shape) => shape.definition),
  ];
  const { constants, early, imports, rest } = partsOfBody(module, body, facts);
  const generated = module.generatedImports;
  // The modules of the program run in the order of the author's imports.
  const helpers = generated.filter((statement) => statement.kind === "importFrom");
  const modules = generated.filter((statement) => statement.kind !== "importFrom");
  if (early.length === 0) {
    const all = mergeImports([...helpers, ...imports, ...modules]);
    return { body: [...all, ...constants, ...shapes, ...rest] };
  }
  const own = mergeImports([...imports, ...modules]);
  return {
    body: [...mergeImports(helpers), ...constants, ...early, ...own, ...shapes, ...rest],
  };
}

/** `SIZE` is `_SIZE` where its value is in place wherever it is read: nobody else sees the name. */
function nameConstants(ctx: Lowering, module: ModuleContext): void {
  if (hasTopLevelAwait(module.sourceFile)) return;
  for (const symbol of ctx.facts.constants.of(module.sourceFile)) {
    const binding = ctx.facts.bindings.of(symbol);
    if (!binding) continue;
    const name = `_${legalIdentifier(symbol.name)}`;
    module.names.fix(binding, name);
    module.replacedNames.add(name);
  }
}

/**
 * The imports of a body; constants, which must stand before everything that reads them; the rest; and what
 * goes before the imports in a cycle of them: functions, which other modules may call before this one has run.
 */
function partsOfBody(module: ModuleContext, body: readonly py.Statement[], { cycles }: Facts) {
  const imports = body.filter(isImport);
  const constants = body.filter((statement) => isConstant(module, statement));
  const others = body.filter((one) => !isImport(one) && !isConstant(module, one));
  const end = others.findIndex((statement) => statement.kind !== "functionDef");
  const count = cycles.has(module.sourceFile) ? (end < 0 ? others.length : end) : 0;
  return { constants, early: others.slice(0, count), imports, rest: others.slice(count) };
}

/** `_SIZE = const(16)` */
function isConstant({ replacedNames }: ModuleContext, statement: py.Statement): boolean {
  if (statement.kind !== "assign") return false;
  const [target] = statement.targets;
  return target?.kind === "name" && replacedNames.has(target.id);
}

function lowerFile(ctx: Lowering, file: ts.SourceFile): readonly py.Statement[] {
  return isJsonFile(file) ? lowerJson(ctx, file) : lowerStatements(ctx, file.statements);
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

import { ts } from "ts-morph";

/** Which source files import themselves over others. */
export interface ImportCycles {
  /** Is a file part of a cycle of imports, so that others may read its names before it has run? */
  has(file: ts.SourceFile): boolean;
}

export function createImportCycles(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): ImportCycles {
  const imports = new Map(sourceFiles.map((file) => [file, importsOf(checker, file)]));
  const inCycle = new Set(sourceFiles.filter((file) => reaches(imports, file)));
  return { has: (file) => inCycle.has(file) };
}

/** Does a way of imports lead from a file back to it? */
function reaches(
  imports: ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]>,
  start: ts.SourceFile,
): boolean {
  const seen = new Set(imports.get(start));
  for (const file of seen) for (const next of imports.get(file) ?? []) seen.add(next);
  return seen.has(start);
}

/** The source files that a file imports at run time; what is only a type is none. */
function importsOf(checker: ts.TypeChecker, file: ts.SourceFile): readonly ts.SourceFile[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || isTypeOnly(statement)) return [];
    const symbol = checker.getSymbolAtLocation(statement.moduleSpecifier);
    const target = symbol?.declarations?.find(ts.isSourceFile);
    return target && !target.isDeclarationFile ? [target] : [];
  });
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  return ts.isExportDeclaration(node)
    ? node.isTypeOnly
    : node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

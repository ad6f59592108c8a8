import type { ts } from "ts-morph";

/**
 * What `object[key]` gives by the stub of a Python class that declares it, as NeoPixel does; also of a
 * class of the program that extends one. Undefined for other objects.
 */
export function pythonSubscript(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const apparent = checker.getApparentType(type);
  return checker.getIndexInfosOfType(apparent).find(isOfPython)?.type;
}

function isOfPython({ declaration }: ts.IndexInfo): boolean {
  const file = declaration?.getSourceFile();
  return file?.isDeclarationFile === true && !file.fileName.endsWith("/lib.tsmp.d.ts");
}

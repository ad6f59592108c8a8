import type { ts } from "ts-morph";
import { isOfPython } from "./typeFacts.ts";

/**
 * What `object[key]` gives by the stub of a Python class that declares it, as NeoPixel does; also of a
 * class of the program that extends one. Undefined for other objects.
 */
export function pythonSubscript(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const apparent = checker.getApparentType(type);
  const infos = checker.getIndexInfosOfType(apparent);
  return infos.find(({ declaration }) => isOfPython(declaration))?.type;
}

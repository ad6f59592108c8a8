import { ts } from "ts-morph";

/** What a function that nobody knows is given, be it the value itself or a method of an interface. */
export function givenThrough(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const methods = isLibraryInterface(type)
    ? []
    : checker
        .getPropertiesOfType(type)
        .filter(({ flags }) => flags & ts.SymbolFlags.Method)
        .map((method) => checker.getTypeOfSymbol(method));
  return [type, ...methods]
    .flatMap((part) => part.getCallSignatures())
    .filter((signature) => !hasBody(signature))
    .flatMap(({ parameters }) => parameters.map((one) => checker.getTypeOfSymbol(one)))
    .filter((given) => !isPlain(given));
}

function hasBody(signature: ts.Signature): boolean {
  const declaration: ts.Node | undefined = signature.getDeclaration();
  return declaration !== undefined && "body" in declaration && declaration.body !== undefined;
}

export function isLibraryInterface(type: ts.Type): boolean {
  const declaration = type.symbol?.declarations?.[0];
  return (
    declaration !== undefined &&
    ts.isInterfaceDeclaration(declaration) &&
    declaration.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts")
  );
}

/** Values of such types hold nothing. */
export function isPlain(type: ts.Type): boolean {
  const plain =
    ts.TypeFlags.StringLike |
    ts.TypeFlags.NumberLike |
    ts.TypeFlags.BigIntLike |
    ts.TypeFlags.BooleanLike |
    ts.TypeFlags.ESSymbolLike |
    ts.TypeFlags.VoidLike |
    ts.TypeFlags.Null |
    ts.TypeFlags.Never;
  if (type.flags & plain) return true;
  return type.isIntersection() && type.types.some((part) => isPlain(part));
}

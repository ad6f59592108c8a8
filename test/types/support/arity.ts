import ts from "typescript";
import type { StubService } from "./stubProgram.ts";

/** How many arguments a function takes by position; `most` is undefined where there is no limit. */
export interface Arity {
  readonly least: number;
  readonly most: number | undefined;
}

/** The arity over all overloads; keyword arguments may also be given by position, which then has no limit. */
export function arityOf(
  service: StubService,
  signatures: readonly ts.Signature[],
): Arity | undefined {
  if (signatures.length === 0) return undefined;
  const all = signatures.map((signature) => arityOfSignature(service, signature));
  const unlimited = all.some(({ most }) => most === undefined);
  return {
    least: Math.min(...all.map(({ least }) => least)),
    most: unlimited ? undefined : Math.max(...all.map(({ most }) => most!)),
  };
}

function arityOfSignature(service: StubService, signature: ts.Signature): Arity {
  const checker = service.program.getTypeChecker();
  let least = 0;
  let most: number | undefined = 0;
  for (const symbol of signature.parameters) {
    const declaration = symbol.valueDeclaration as ts.ParameterDeclaration;
    if (declaration.dotDotDotToken || isKeywords(checker, symbol, declaration)) {
      most = undefined;
    } else {
      if (!declaration.questionToken) least++;
      if (most !== undefined) most++;
    }
  }
  return { least, most };
}

function isKeywords(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.ParameterDeclaration,
): boolean {
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  const members = type.isUnion() ? type.types : [type];
  return members.some((member) => member.aliasSymbol?.name === "Keywords");
}

export function callSignatures(service: StubService, symbol: ts.Symbol): readonly ts.Signature[] {
  return service.program.getTypeChecker().getTypeOfSymbol(symbol).getCallSignatures();
}

export function isClass(service: StubService, symbol: ts.Symbol): boolean {
  const type = service.program.getTypeChecker().getTypeOfSymbol(symbol);
  return type.getConstructSignatures().length > 0 || (symbol.flags & ts.SymbolFlags.Class) !== 0;
}

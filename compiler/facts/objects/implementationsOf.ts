import { ts } from "ts-morph";

/** The code behind an overload, whose parameters may have other types. */
export function implementationsOf(
  declaration: ts.SignatureDeclaration,
): readonly ts.FunctionLikeDeclaration[] {
  if (!("symbol" in declaration) || ("body" in declaration && declaration.body)) return [];
  const { symbol } = declaration as { readonly symbol?: ts.Symbol };
  return (symbol?.declarations ?? []).filter(
    (one): one is ts.FunctionLikeDeclaration =>
      ts.isFunctionLike(one) && "body" in one && one.body !== undefined,
  );
}

import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";

const byDeclaration = new WeakMap<ts.Node, string>();

/**
 * The name of something that a stub declares: "time.sleep_ms", "_thread.LockType.acquire",
 * "machine.Pin" for the class; what lib.tsmp.d.ts declares has no module: "Promise.then". Undefined
 * for what the program declares. Modules under a second name (`uasyncio`) have one name here.
 */
export function boardName(symbol: ts.Symbol | undefined): string | undefined {
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration) return undefined;
  const known = byDeclaration.get(declaration);
  if (known !== undefined) return known;
  const file = declaration.getSourceFile();
  if (!file.isDeclarationFile) return undefined;
  const name = [moduleName(file), ownerName(declaration), symbol.name].filter(Boolean).join(".");
  byDeclaration.set(declaration, name);
  return name;
}

function moduleName(file: ts.SourceFile): string {
  const base = file.fileName.slice(file.fileName.lastIndexOf("/") + 1).replace(/\.d\.ts$/, "");
  return base === "lib.tsmp" ? "" : base;
}

function ownerName(declaration: ts.Declaration): string {
  const { parent } = declaration;
  const isMember = ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent);
  return isMember ? (parent.name?.text ?? "") : "";
}

/** The name of what a call calls, a `new` makes or an access reads; undefined for the program's own. */
export function boardNameOf(checker: ts.TypeChecker, callee: ts.Expression): string | undefined {
  const bare = skipWrappers(callee);
  const name = ts.isPropertyAccessExpression(bare) ? bare.name : bare;
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return undefined;
  return boardName(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
}

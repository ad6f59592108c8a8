import { ts } from "ts-morph";
import { needsNewerMicropython, onPyboardOnly } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardMark, keywordDeclarations } from "../../facts/boardMarks.ts";
import type { Facts } from "../../facts/facts.ts";

/** What the marks in the stubs are held against. */
export interface Target {
  readonly isPyboard: boolean;
  /** The MicroPython on the board, such as "1.26". */
  readonly micropython: string;
}

/** Names of the stubs that the board or its MicroPython does not have. */
export function checkBoardMarks(
  { checker, sourceFiles }: Facts,
  target: Target,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (file.statements.some(ts.isImportDeclaration)) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) check(node);
    ts.forEachChild(node, visit);
  }

  function check(node: ts.Identifier): void {
    const name = node.text;
    for (const declaration of declarationsAt(node)) {
      const { since, pyboard } = boardMark(declaration);
      if (pyboard !== undefined && !target.isPyboard) {
        report(node, onPyboardOnly(name, pyboard));
      } else if (since !== undefined && isOlder(target.micropython, since)) {
        report(node, needsNewerMicropython(name, since, target.micropython));
      } else continue;
      return;
    }
  }

  /** The declaration that a name means: of several overloads the one that is called. */
  function declarationsAt(node: ts.Identifier): readonly ts.Node[] {
    const { parent } = node;
    if (ts.isPropertyAssignment(parent) && parent.name === node) {
      return keywordDeclarations(checker, parent).slice(0, 1);
    }
    const symbol = checker.getSymbolAtLocation(node);
    if (!symbol) return [];
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const all = target.declarations ?? [];
    const callee = ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node;
    const call = callee.parent;
    const isCallee = ts.isCallExpression(call) && call.expression === callee;
    const chosen = isCallee ? checker.getResolvedSignature(call)?.declaration : undefined;
    return chosen && all.includes(chosen as ts.Declaration) ? [chosen] : all.slice(0, 1);
  }
}

function isOlder(version: string, since: string): boolean {
  const [, minor] = version.split(".").map(Number);
  const [, needed] = since.split(".").map(Number);
  return minor! < needed!;
}

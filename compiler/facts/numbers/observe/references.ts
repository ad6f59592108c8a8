import { ts } from "ts-morph";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell } from "../graph/cell.ts";

/** Finds the names that stand for a variable, and the accesses to a property. */
export class References {
  readonly #builder: FlowBuilder;
  readonly #ofSymbols = new Map<ts.Symbol, readonly ts.Identifier[]>();
  #ofCells: Map<Cell, ts.Expression[]> | undefined;

  constructor(builder: FlowBuilder) {
    this.#builder = builder;
  }

  /**
   * Every mention of a variable of a function or block but its declaration; undefined for those
   * that other modules may mention.
   */
  ofVariable(symbol: ts.Symbol): readonly ts.Identifier[] | undefined {
    const scope = scopeOf(symbol);
    if (!scope) return undefined;
    let found = this.#ofSymbols.get(symbol);
    if (!found) {
      found = this.#search(symbol, scope);
      this.#ofSymbols.set(symbol, found);
    }
    return found;
  }

  #search(symbol: ts.Symbol, scope: ts.Node): readonly ts.Identifier[] {
    const { checker } = this.#builder;
    const found: ts.Identifier[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text === symbol.name && isMention(node)) {
        const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
        const named = isShorthand
          ? checker.getShorthandAssignmentValueSymbol(node.parent)
          : checker.getSymbolAtLocation(node);
        if (named === symbol) found.push(node);
      }
      ts.forEachChild(node, visit);
    };
    visit(scope);
    return found;
  }

  /** The accesses `object.name` whose value is in a cell. */
  ofCell(cell: Cell): readonly ts.Expression[] {
    this.#ofCells ??= this.#collect();
    return this.#ofCells.get(cell.root) ?? [];
  }

  #collect(): Map<Cell, ts.Expression[]> {
    const found = new Map<Cell, ts.Expression[]>();
    for (const [node, cell] of this.#builder.cellsOfNodes) {
      if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) continue;
      const nodes = found.get(cell.root);
      if (nodes) nodes.push(node);
      else found.set(cell.root, [node]);
    }
    return found;
  }
}

/** The code in which a variable can be named. */
function scopeOf(symbol: ts.Symbol): ts.Node | undefined {
  const declaration = symbol.valueDeclaration;
  if (!declaration) return undefined;
  if (ts.isParameter(declaration)) return declaration.parent;
  if (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)) return undefined;
  if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) return undefined;
  let scope: ts.Node = declaration.parent;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return ts.isSourceFile(scope) && isExported(scope, symbol.name) ? undefined : scope;
}

/** Is a name in an `export { ... }` of the file? */
function isExported(file: ts.SourceFile, name: string): boolean {
  return file.statements.some(
    (statement) =>
      ts.isExportDeclaration(statement) &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause) &&
      statement.exportClause.elements.some((e) => (e.propertyName ?? e.name).text === name),
  );
}

function isMention(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return ts.isPropertyAccessExpression(parent) && parent.expression === node;
  }
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !(ts.isPropertyAssignment(parent) && parent.name === node);
}

import { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import { libraryKey } from "../../typeFacts.ts";
import { plainNumberOf } from "../library/plainNumbers.ts";
import { giveType, newScope } from "../library/signatures.ts";
import { brandOf, isNativeSymbol, kindsOf } from "../library/typeKinds.ts";
import type { Cell, Source } from "./cell.ts";
import { classShape } from "./classes.ts";
import { EventLog } from "./eventLog.ts";
import { linkExpression } from "./expressions.ts";
import { FlowGraph, type Value } from "./flowGraph.ts";
import { functionShape } from "./functions.ts";
import type { Shape } from "./shape.ts";

/**
 * The state of the one pass that turns a program into a graph of flows. The files beside this one
 * connect one kind of construct each; what an expression gives is found on demand, once per node.
 */
export class FlowBuilder {
  readonly graph = new FlowGraph();
  readonly log = new EventLog();
  readonly checker: ts.TypeChecker;
  readonly #cells = new Map<ts.Symbol, Cell>();
  readonly #shapes = new Map<ts.Node, Shape | undefined>();
  /** The cells of expressions whose value comes from somewhere else: calls, accesses, awaits. */
  readonly cellsOfNodes = new Map<ts.Node, Cell>();
  /** What `xs[i]` gives where the type of `xs` alone says so: typed arrays. */
  readonly fixedElements = new Map<ts.Node, NumberFact>();
  /** The numbers that `...xs` stands for among arguments. */
  readonly spreads = new Map<ts.Node, Source>();
  /** The names that occur in conditions: others need no search for guards. */
  readonly conditionNames = new Set<string>();
  /** Accesses and calls whose number is told by a table of the library: node -> key. */
  readonly libraryKeys = new Map<ts.Node, string>();
  /** Functions that are called from interrupts, threads or other code out of sight at any time. */
  readonly volatile: Shape[] = [];
  /** Functions that code out of sight may call. */
  readonly exposed = new Set<ts.Node>();
  /** What was thrown. */
  readonly thrown: Cell;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
    this.thrown = this.graph.cell();
  }

  /** Connects everything that the expression does; gives the shape of the objects it may give. */
  shapeOf(node: ts.Expression): Shape | undefined {
    if (!this.#shapes.has(node)) {
      this.#shapes.set(node, undefined);
      this.#shapes.set(node, linkExpression(this, node));
    }
    return this.#shapes.get(node)?.root;
  }

  valueOf(node: ts.Expression): Value {
    const shape = this.shapeOf(node);
    if (!mayGiveNumber(node)) return { shape };
    return { number: (reader) => reader.evaluate(node), shape };
  }

  /** The cell of an expression such as a call; made when first asked for. */
  cellOfNode(node: ts.Node): Cell {
    let cell = this.cellsOfNodes.get(node);
    if (!cell) {
      cell = this.graph.cell();
      this.cellsOfNodes.set(node, cell);
    }
    return cell;
  }

  symbolAt(node: ts.Node): ts.Symbol | undefined {
    return this.resolved(this.checker.getSymbolAtLocation(node));
  }

  /**
   * The variable that a declaration's name declares. A parameter property declares a field too, and
   * that is what the checker takes its name for.
   */
  symbolOfName(name: ts.Node): ts.Symbol | undefined {
    const { parent } = name;
    const isProperty =
      ts.isParameter(parent) && ts.isParameterPropertyDeclaration(parent, parent.parent);
    if (!isProperty || !ts.isIdentifier(name)) return this.checker.getSymbolAtLocation(name);
    return this.checker.getSymbolsOfParameterPropertyDeclaration(parent, name.text)[0];
  }

  resolved(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) return this.checker.getAliasedSymbol(symbol);
    return symbol;
  }

  /** The cell of a variable, parameter, function, class or imported name. */
  cellOf(symbol: ts.Symbol): Cell {
    let cell = this.#cells.get(symbol);
    if (!cell) {
      cell = this.graph.cell();
      this.#cells.set(symbol, cell);
      this.#fill(symbol, cell);
    }
    return cell;
  }

  knownCellOf(symbol: ts.Symbol): Cell | undefined {
    return this.#cells.get(symbol);
  }

  #fill(symbol: ts.Symbol, cell: Cell): void {
    if (isNativeSymbol(symbol)) {
      const scope = newScope({ isGeneric: true, plain: plainNumberOf(libraryKey(symbol)) });
      this.graph.flow(giveType(this, this.checker.getTypeOfSymbol(symbol), scope), cell);
      return;
    }
    for (const declaration of symbol.declarations ?? []) {
      const isFunction =
        ts.isFunctionExpression(declaration) ||
        (ts.isFunctionDeclaration(declaration) && declaration.body !== undefined);
      if (isFunction) {
        this.graph.flow({ shape: functionShape(this, declaration) }, cell);
      } else if (ts.isClassLike(declaration)) {
        this.graph.flow({ shape: classShape(this, declaration) }, cell);
      } else if (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) {
        this.#declare(symbol, cell);
      } else if (isOpaque(declaration)) {
        this.#open(symbol, cell);
      }
    }
  }

  /** What is in a namespace or module that is used as a value is no longer followed. */
  #open(symbol: ts.Symbol, cell: Cell): void {
    cell.fromOutside = true;
    this.graph.flow({ shape: this.graph.unknown }, cell);
    if ((symbol.flags & ts.SymbolFlags.Module) === 0) return;
    for (const member of this.checker.getExportsOfModule(symbol)) {
      const resolved = this.resolved(member);
      if (resolved && resolved.flags & ts.SymbolFlags.Value) this.openSymbol(resolved);
    }
  }

  /** Code out of sight may use a variable or function as it likes. */
  openSymbol(symbol: ts.Symbol): void {
    const cell = this.cellOf(symbol).root;
    cell.fromOutside = true;
    if (cell.objects) this.graph.flow({ shape: this.graph.unknown }, cell);
  }

  #declare(symbol: ts.Symbol, cell: Cell): void {
    const type = this.checker.getTypeOfSymbol(symbol);
    const kinds = kindsOf(type);
    cell.numbers = kinds.numbers;
    cell.objects = kinds.objects;
    this.promise(type, cell);
  }

  /** A branded type says what its values are. */
  promise(type: ts.Type, cell: Cell): void {
    const brand = brandOf(type);
    if (!brand) return;
    cell.root.promised = brand;
    cell.root.outside = brand;
  }

  typeOf(node: ts.Node): ts.Type {
    return this.checker.getTypeAtLocation(node);
  }

  /** May an expression give objects, going by its type? */
  mayBeObject(node: ts.Expression): boolean {
    return kindsOf(this.typeOf(node)).objects;
  }
}

/** Namespaces, enums, modules and declared functions as values. */
function isOpaque(declaration: ts.Declaration): boolean {
  return (
    ts.isModuleDeclaration(declaration) ||
    ts.isEnumDeclaration(declaration) ||
    ts.isSourceFile(declaration) ||
    ts.isNamespaceImport(declaration) ||
    (ts.isFunctionDeclaration(declaration) && !declaration.body)
  );
}

/** Syntax that never gives a number need not be asked again and again. */
function mayGiveNumber(node: ts.Expression): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.ArrayLiteralExpression:
    case ts.SyntaxKind.ObjectLiteralExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ClassExpression:
    case ts.SyntaxKind.NewExpression:
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.TemplateExpression:
    case ts.SyntaxKind.RegularExpressionLiteral:
    case ts.SyntaxKind.BigIntLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.ThisKeyword:
    case ts.SyntaxKind.TypeOfExpression:
    case ts.SyntaxKind.VoidExpression:
      return false;
    default:
      return true;
  }
}

import { ts } from "ts-morph";
import type { Cell } from "./cell.ts";
import type { FunctionNode, Shape } from "./shape.ts";

/** What a write changes: a variable, or the cell of a property, element or length. */
export type Target = ts.Symbol | Cell;

/** The code that runs as one: a function, a class's field initialisers, a module. */
export type Unit = FunctionNode | ts.SourceFile | ts.ClassStaticBlockDeclaration;

export interface WriteEvent {
  /** Where the write has happened: the end of the assignment. */
  readonly position: number;
  readonly file: ts.SourceFile;
  readonly unit: Unit;
  readonly target: Target;
  /** How a write to a length or number changes it; an ordinary write does both. */
  readonly shrinks: boolean;
  readonly grows: boolean;
  readonly node: ts.Node;
  /** The `xs[i]` of a store that makes its array grow unless the index is in bounds. */
  readonly store?: ts.ElementAccessExpression | undefined;
}

/** Something that runs code from elsewhere: a call, an accessor, an iteration; or lets others run. */
export interface CallEvent {
  readonly position: number;
  readonly file: ts.SourceFile;
  readonly unit: Unit;
  readonly node: ts.Node;
  /** Whose functions run; undefined where any task may run in between (`await`, `yield`). */
  readonly callee: Shape | Cell | undefined;
}

/** Every write and call of the program, in the order in which the graph was built. */
export class EventLog {
  readonly writes: WriteEvent[] = [];
  readonly calls: CallEvent[] = [];

  write(node: ts.Node, target: Target): void {
    this.writes.push({ ...placeOfEvent(node), target, ...directionOf(node), node });
  }

  /** A change of a length. */
  resize(node: ts.Node, target: Cell, how: Pick<WriteEvent, "shrinks" | "grows" | "store">): void {
    this.writes.push({ ...placeOfEvent(node), target, ...how, node });
  }

  call(node: ts.Node, callee: Shape | Cell | undefined): void {
    this.calls.push({ ...placeOfEvent(node), node, callee });
  }
}

/** `i++` makes a number larger only, `i -= 2` smaller. */
function directionOf(node: ts.Node): Pick<WriteEvent, "shrinks" | "grows"> {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isUp = node.operator === ts.SyntaxKind.PlusPlusToken;
    return { shrinks: !isUp, grows: isUp };
  }
  if (ts.isBinaryExpression(node) && ts.isNumericLiteral(node.right)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.PlusEqualsToken) return { shrinks: false, grows: true };
    if (kind === ts.SyntaxKind.MinusEqualsToken) return { shrinks: true, grows: false };
  }
  return { shrinks: true, grows: true };
}

function placeOfEvent(node: ts.Node): { position: number; file: ts.SourceFile; unit: Unit } {
  return { position: node.end, file: node.getSourceFile(), unit: unitOf(node) };
}

/** The unit whose code a node is part of. */
export function unitOf(node: ts.Node): Unit {
  let child = node;
  for (let current = node.parent; current; child = current, current = current.parent) {
    if (ts.isSourceFile(current)) return current;
    if (ts.isClassStaticBlockDeclaration(current)) return current;
    if (ts.isFunctionLike(current) && !isOutsideOf(current, child)) return current;
    if (ts.isPropertyDeclaration(current) && current.initializer === child && !isStatic(current)) {
      return current.parent;
    }
  }
  return node.getSourceFile();
}

/** Computed names and decorators run where the function is declared. */
function isOutsideOf(node: ts.SignatureDeclaration, child: ts.Node): boolean {
  return node.name === child || ts.isDecorator(child);
}

export function isStatic(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword) ?? false)
  );
}

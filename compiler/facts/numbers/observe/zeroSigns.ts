import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../../bindings.ts";
import { outerParent, skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell, Reader } from "../graph/cell.ts";
import { unitOf } from "../graph/eventLog.ts";
import { kindsOf } from "../library/typeKinds.ts";
import type { EventIndex } from "../solve/eventIndex.ts";
import { plainOperator } from "../solve/operators.ts";
import { mayBeZero } from "../values/lattice.ts";
import type { References } from "./references.ts";

/** Built-ins that give the sign of a zero on, and those that lose it; all others may show it. */
const keepsSign =
  /^Math\.(floor|ceil|round|trunc|sign|sqrt|cbrt|sin|tan|asin|atan|sinh|tanh|asinh|atanh|expm1|log1p|fround|max|min)$/;
const losesSign =
  /^Math\.(abs|cos|cosh|acos|exp|hypot|log|log2|log10|clz32|imul)$|^String(Constructor)?\.|^String$|^isNaN$|^isFinite$|^NumberConstructor\.|^Array\.(includes|indexOf|lastIndexOf|slice|at|splice|with)$|^(Map|Set|WeakMap)\.(has|get|delete)$|^Boolean$|^setTimeout$|^setInterval$|^int$|^range$|^JSON\.stringify$/;
const textOfNumber = /^Number\.(toString|toFixed|toPrecision|toExponential)$/;

/** Finds out whether anyone can tell 0 from -0 in a value. */
export class ZeroSigns {
  readonly #builder: FlowBuilder;
  readonly #reader: Reader;
  readonly #references: References;
  readonly #events: EventIndex;
  readonly #exported: ReadonlySet<ts.Node>;

  constructor(
    builder: FlowBuilder,
    parts: {
      readonly reader: Reader;
      readonly references: References;
      readonly events: EventIndex;
      /** Functions that are called from out of sight. */
      readonly exported: ReadonlySet<ts.Node>;
    },
  ) {
    this.#builder = builder;
    this.#reader = parts.reader;
    this.#references = parts.references;
    this.#events = parts.events;
    this.#exported = parts.exported;
  }

  isObserved(node: ts.Expression): boolean {
    return this.#isSeen(node, new Set());
  }

  /** `assumed`: variables, properties and functions whose sign is being looked for already. */
  #isSeen(node: ts.Expression, assumed: Set<object>): boolean {
    const parent = outerParent(node);
    if (ts.isBinaryExpression(parent)) return this.#isSeenByBinary(node, parent, assumed);
    if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
      return this.#isSeenByUnary(parent, assumed);
    }
    if (ts.isConditionalExpression(parent)) {
      return skipWrappers(parent.condition) !== skipWrappers(node) && this.#isSeen(parent, assumed);
    }
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      return this.#isSeenByCall(node, parent, assumed);
    }
    if (ts.isVariableDeclaration(parent)) return this.#isSeenInVariable(parent.name, assumed);
    if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) {
      return this.#isSeenByCallers(node, assumed);
    }
    return this.#isSeenElsewhere(node, parent);
  }

  #isSeenElsewhere(node: ts.Expression, parent: ts.Node): boolean {
    if (ts.isPropertyAccessExpression(parent)) {
      return !textOfNumber.test(this.#builder.libraryKeys.get(parent) ?? "");
    }
    if (ts.isElementAccessExpression(parent)) return parent.argumentExpression !== node;
    switch (parent.kind) {
      case ts.SyntaxKind.ExpressionStatement:
      case ts.SyntaxKind.TemplateSpan:
      case ts.SyntaxKind.IfStatement:
      case ts.SyntaxKind.WhileStatement:
      case ts.SyntaxKind.DoStatement:
      case ts.SyntaxKind.ForStatement:
      case ts.SyntaxKind.SwitchStatement:
      case ts.SyntaxKind.CaseClause:
      case ts.SyntaxKind.TypeOfExpression:
      case ts.SyntaxKind.VoidExpression:
        return false;
      default:
        return true;
    }
  }

  #isSeenByUnary(
    parent: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
    assumed: Set<object>,
  ): boolean {
    if (isIncrement(parent.operator)) {
      return ts.isPostfixUnaryExpression(parent) && this.#isSeen(parent, assumed);
    }
    const isSign =
      parent.operator === ts.SyntaxKind.MinusToken || parent.operator === ts.SyntaxKind.PlusToken;
    return isSign && this.#isSeen(parent, assumed);
  }

  #isSeenByBinary(node: ts.Expression, parent: ts.BinaryExpression, assumed: Set<object>): boolean {
    const isLeft = skipWrappers(parent.left) === skipWrappers(node);
    const kind = parent.operatorToken.kind;
    if (kind === ts.SyntaxKind.EqualsToken) {
      if (isLeft) return false;
      return this.#isSeen(parent, assumed) || this.#isSeenInTarget(parent.left, assumed);
    }
    if (!this.#keepsSign(parent, isLeft)) return false;
    if (this.#showsSign(parent, isLeft)) return true;
    if (this.#isSeen(parent, assumed)) return true;
    return isAssignmentOperator(kind) && this.#isSeenInTarget(parent.left, assumed);
  }

  /** May a zero on one side decide the sign of a zero that is the result? */
  #keepsSign(node: ts.BinaryExpression, isLeft: boolean): boolean {
    const other = isLeft ? node.right : node.left;
    switch (plainOperator(node.operatorToken.kind)) {
      case ts.SyntaxKind.PlusToken:
        return this.#isSum(node) && this.#reader.evaluate(other).negativeZero;
      case ts.SyntaxKind.MinusToken:
        return isLeft
          ? mayBeZero(this.#reader.evaluate(other))
          : this.#reader.evaluate(other).negativeZero;
      case ts.SyntaxKind.AsteriskToken:
      case ts.SyntaxKind.SlashToken:
        return true;
      case ts.SyntaxKind.AsteriskAsteriskToken:
      case ts.SyntaxKind.PercentToken:
        return isLeft;
      case ts.SyntaxKind.CommaToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.BarBarEqualsToken:
        return !isLeft;
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.QuestionQuestionEqualsToken:
        return true;
      default:
        return false;
    }
  }

  /** `1 / x` and `x ** -1` are infinite with the sign of a zero. */
  #showsSign(node: ts.BinaryExpression, isLeft: boolean): boolean {
    const operator = plainOperator(node.operatorToken.kind);
    if (operator === ts.SyntaxKind.SlashToken) {
      return !isLeft && mayBeZero(this.#reader.evaluate(node.right));
    }
    const isBase = operator === ts.SyntaxKind.AsteriskAsteriskToken && isLeft;
    return isBase && !(this.#reader.evaluate(node.right).lo >= 0);
  }

  /** `+` of texts shows 0 for both. */
  #isSum(node: ts.BinaryExpression): boolean {
    return kindsOf(this.#builder.typeOf(node)).numbers;
  }

  #isSeenByCall(
    node: ts.Expression,
    call: ts.CallExpression | ts.NewExpression,
    assumed: Set<object>,
  ): boolean {
    const key = this.#builder.libraryKeys.get(call);
    if (key !== undefined) {
      if (losesSign.test(key)) return false;
      return keepsSign.test(key) ? this.#isSeen(call, assumed) : true;
    }
    const index = call.arguments?.findIndex((a) => skipWrappers(a) === skipWrappers(node)) ?? -1;
    const shape = this.#builder.shapeOf(call.expression);
    if (index < 0 || !shape || shape.isUnknown || shape.isNative) return true;
    if (call.arguments?.slice(0, index + 1).some(ts.isSpreadElement)) return true;
    if (shape.functions.size === 0) return true;
    return [...shape.functions].some((callee) => this.#isSeenInParameter(callee, index, assumed));
  }

  #isSeenInParameter(callee: ts.Node, index: number, assumed: Set<object>): boolean {
    const parameters = ts.isFunctionLike(callee) ? callee.parameters : undefined;
    const parameter = parameters?.[index];
    if (!parameters || parameters.some((p) => p.dotDotDotToken)) return true;
    // An argument too many is dropped.
    return parameter !== undefined && this.#isSeenInVariable(parameter.name, assumed);
  }

  #isSeenInTarget(target: ts.Expression, assumed: Set<object>): boolean {
    const node = skipWrappers(target);
    if (ts.isIdentifier(node)) return this.#isSeenInVariable(node, assumed);
    const cell = ts.isPropertyAccessExpression(node)
      ? this.#builder.cellsOfNodes.get(node)
      : undefined;
    return !cell || this.#isSeenInCell(cell, assumed);
  }

  #isSeenInVariable(name: ts.Node, assumed: Set<object>): boolean {
    const symbol = ts.isIdentifier(name) ? this.#builder.symbolAt(name) : undefined;
    if (!symbol) return true;
    if (assumed.has(symbol)) return false;
    assumed.add(symbol);
    if (symbol.valueDeclaration && ts.isParameter(symbol.valueDeclaration)) {
      const owner = symbol.valueDeclaration.parent;
      if (ts.isParameterPropertyDeclaration(symbol.valueDeclaration, owner)) return true;
    }
    const references = this.#references.ofVariable(symbol);
    return references?.some((reference) => this.#isSeen(reference, assumed)) ?? true;
  }

  #isSeenInCell(cell: Cell, assumed: Set<object>): boolean {
    const { root } = cell;
    if (root === this.#builder.graph.outside || root.fromOutside || root.isReadIndirectly) {
      return true;
    }
    if (assumed.has(root)) return false;
    assumed.add(root);
    return this.#references.ofCell(root).some((access) => this.#isSeen(access, assumed));
  }

  /** `return node`: whoever calls the function. */
  #isSeenByCallers(node: ts.Expression, assumed: Set<object>): boolean {
    const owner = unitOf(node);
    if (!ts.isFunctionLike(owner) || this.#exported.has(owner)) return true;
    const isPlain =
      ts.isFunctionDeclaration(owner) ||
      ts.isFunctionExpression(owner) ||
      ts.isArrowFunction(owner) ||
      ts.isMethodDeclaration(owner);
    if (!isPlain || owner.asteriskToken || owner.modifiers?.some(isAsync)) return true;
    if (assumed.has(owner)) return false;
    assumed.add(owner);
    return this.#events.callsOf(owner).some((call) => {
      const isCall = ts.isCallExpression(call) && !this.#builder.libraryKeys.has(call);
      return !isCall || this.#isSeen(call, assumed);
    });
  }
}

function isAsync(modifier: ts.ModifierLike): boolean {
  return modifier.kind === ts.SyntaxKind.AsyncKeyword;
}

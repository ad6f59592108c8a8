import { ts } from "ts-morph";
import { baseClasses, type EarlyRead, isOwnField, methodOf } from "./earlyFields.ts";
import { hasModifier, outerParent } from "./syntax.ts";
import { libraryKey } from "./typeFacts.ts";

/**
 * Reads of fields in methods that the class's own construction calls before it has set them:
 *
 *     class Meter { reading = this.scaled(); factor = 2; scaled() { return this.factor * 10; } }
 *
 * Fields that may be undefined by their type, or say `name!: string`, are none: those who read them expect it.
 */
export function ownEarlyReads(
  checker: ts.TypeChecker,
  node: ts.ClassLikeDeclaration,
): readonly EarlyRead[] {
  return new Construction(checker, node).run();
}

/** Walks what runs while an object is made, in its order, and knows which fields have a value. */
class Construction {
  readonly #checker: ts.TypeChecker;
  readonly #node: ts.ClassLikeDeclaration;
  readonly #set = new Set<string>();
  readonly #entered = new Set<ts.ClassElement>();
  readonly #found: EarlyRead[] = [];
  /** The method that the construction has called, and is in. */
  #method: string | undefined;

  constructor(checker: ts.TypeChecker, node: ts.ClassLikeDeclaration) {
    this.#checker = checker;
    this.#node = node;
  }

  run(): readonly EarlyRead[] {
    const { members } = this.#node;
    const constructors = members.filter(ts.isConstructorDeclaration);
    for (const { parameters } of constructors) {
      for (const { name } of parameters) this.#set.add(name.getText());
    }
    for (const member of members) {
      if (!ts.isPropertyDeclaration(member) || isStatic(member)) continue;
      if (member.initializer) this.#visit(member.initializer);
      if (member.initializer) this.#set.add(member.name.getText());
    }
    for (const { body } of constructors) if (body) this.#visit(body);
    return this.#found;
  }

  #visit(node: ts.Node): void {
    if (ts.isClassLike(node) || ts.isTypeNode(node)) return;
    if (ts.isFunctionLike(node) && !this.#runsAtOnce(node)) return;
    if (ts.isBinaryExpression(node) && isOwn(node.left)) {
      if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
        this.#visit(node.right);
        this.#set.add(node.left.name.text);
        return;
      }
    }
    ts.forEachChild(node, (child) => this.#visit(child));
    if (isOwn(node)) this.#read(node);
  }

  #read(node: ts.PropertyAccessExpression): void {
    const { text } = node.name;
    const member = methodOf([this.#node, ...baseClasses(this.#checker, this.#node)], text);
    if (member) this.#enter(member, text);
    else if (this.#method !== undefined && !this.#set.has(text) && this.#isMissed(node)) {
      this.#found.push({ read: node, method: this.#method });
    }
  }

  #enter(member: ts.ClassElement, name: string): void {
    if (this.#entered.has(member) || isStatic(member)) return;
    this.#entered.add(member);
    const outer = this.#method;
    this.#method ??= name;
    ts.forEachChild(member, (child) => this.#visit(child));
    this.#method = outer;
  }

  /** Would Python see something else than undefined, or nothing at all? */
  #isMissed(node: ts.PropertyAccessExpression): boolean {
    if (!isOwnField(this.#checker, node, this.#node) || isCondition(node)) return false;
    const declared = this.#checker.getSymbolAtLocation(node.name)?.valueDeclaration;
    if (!declared || isPromised(declared)) return false;
    const type = this.#checker.getTypeAtLocation(declared);
    const admits = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Undefined;
    const parts = type.isUnion() ? type.types : [type];
    return parts.every((part) => (part.flags & admits) === 0);
  }

  /** A callback of `map` and its kin: it runs before they return. */
  #runsAtOnce(node: ts.SignatureDeclaration): boolean {
    const call = outerParent(node);
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
    const method = this.#checker.getSymbolAtLocation(call.expression.name);
    return method !== undefined && /^(Readonly)?Array\./.test(libraryKey(method) ?? "");
  }
}

function isOwn(node: ts.Node): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

function isStatic(member: ts.Node): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

/** `declare name: string`, `name!: string`: the author knows that it is not set yet, and reads are lowered so. */
function isPromised(field: ts.Declaration): boolean {
  if (!ts.isPropertyDeclaration(field)) return false;
  return field.exclamationToken !== undefined || hasModifier(field, ts.SyntaxKind.DeclareKeyword);
}

/** `if (this.cache)`, `this.cache ?? ...`, `!this.cache`: nothing is told from undefined there. */
function isCondition(node: ts.Node): boolean {
  const parent = outerParent(node);
  if (ts.isIfStatement(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isConditionalExpression(parent)) return parent.condition.pos <= node.pos;
  if (!ts.isBinaryExpression(parent)) return false;
  return isTested.has(parent.operatorToken.kind);
}

const isTested: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

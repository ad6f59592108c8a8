import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "./bindings.ts";
import { skipWrappers } from "./syntax.ts";
import type { TypeFacts } from "./typeFacts.ts";

/**
 * The properties that keep the value their constructor gave them: nothing in the program assigns a
 * property of that name, whatever the object is, and none is an accessor. Read anywhere else, such a
 * property has one value.
 */
export class FixedProperties {
  readonly #types: TypeFacts;
  readonly #sourceFiles: readonly ts.SourceFile[];
  #written: Set<string> | undefined;
  /** Is something assigned under a name that is not known? */
  #anyName = false;

  constructor(types: TypeFacts, sourceFiles: readonly ts.SourceFile[]) {
    this.#types = types;
    this.#sourceFiles = sourceFiles;
  }

  /** Has `object.name` the same value before and after any code that runs here? */
  has(node: ts.PropertyAccessExpression): boolean {
    const symbol = this.#types.checker.getSymbolAtLocation(node.name);
    const declaration = symbol?.valueDeclaration;
    if (!declaration || !isField(declaration) || isInConstruction(node)) return false;
    return this.#isNeverWritten(node.name.text);
  }

  /** Does `object.name` name a method, of which no object gets one of its own? */
  hasMethod(node: ts.PropertyAccessExpression): boolean {
    const symbol = this.#types.checker.getSymbolAtLocation(node.name);
    const isMethod = symbol?.valueDeclaration && ts.isMethodDeclaration(symbol.valueDeclaration);
    return isMethod === true && this.#isNeverWritten(node.name.text);
  }

  #isNeverWritten(name: string): boolean {
    this.#written ??= this.#collect();
    return !this.#anyName && !this.#written.has(name);
  }

  #collect(): Set<string> {
    const written = new Set<string>();
    const visit = (node: ts.Node): void => {
      for (const target of targetsOf(node)) this.#note(written, target);
      if (ts.isIdentifier(node) && /^(assign|definePropert(y|ies))$/.test(node.text)) {
        this.#anyName = true;
      }
      if (ts.isAccessor(node) && ts.isMemberName(node.name)) written.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    for (const file of this.#sourceFiles) visit(file);
    return written;
  }

  #note(written: Set<string>, target: ts.Expression): void {
    const node = skipWrappers(target);
    if (ts.isPropertyAccessExpression(node)) {
      const isOwn = node.expression.kind === ts.SyntaxKind.ThisKeyword;
      if (!(isOwn && ts.isConstructorDeclaration(functionAround(node))))
        written.add(node.name.text);
    } else if (ts.isElementAccessExpression(node)) {
      const key = this.#types.checker.getTypeAtLocation(node.argumentExpression);
      if (key.isStringLiteral()) written.add(key.value);
      else if (!this.#types.isOnly(key, "number")) this.#anyName = true;
    } else if (ts.isArrayLiteralExpression(node)) {
      for (const element of node.elements) this.#note(written, element);
    } else if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (ts.isPropertyAssignment(property)) this.#note(written, property.initializer);
        if (ts.isSpreadAssignment(property)) this.#note(written, property.expression);
      }
    } else if (ts.isSpreadElement(node)) this.#note(written, node.expression);
    else if (ts.isBinaryExpression(node)) this.#note(written, node.left);
  }
}

/** What a node assigns to. */
function targetsOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
    return [node.left];
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return isIncrement(node.operator) ? [node.operand] : [];
  }
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    return ts.isVariableDeclarationList(node.initializer) ? [] : [node.initializer];
  }
  return ts.isDeleteExpression(node) ? [node.expression] : [];
}

function isField(node: ts.Declaration): boolean {
  return (
    ts.isPropertyDeclaration(node) ||
    ts.isParameterPropertyDeclaration(node, node.parent) ||
    (ts.isPropertySignature(node) && !node.getSourceFile().isDeclarationFile)
  );
}

/** Does it run while its object is being made? */
function isInConstruction(node: ts.Node): boolean {
  const around = functionAround(node);
  return ts.isConstructorDeclaration(around) || ts.isPropertyDeclaration(around);
}

/** The function or field whose code a node is, arrow functions looked through. */
function functionAround(node: ts.Node): ts.Node {
  let current = node.parent;
  while (!ts.isSourceFile(current)) {
    if (ts.isFunctionLike(current) && !ts.isArrowFunction(current)) return current;
    if (ts.isPropertyDeclaration(current)) return current;
    current = current.parent;
  }
  return current;
}

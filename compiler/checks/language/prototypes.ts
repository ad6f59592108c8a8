import { ts } from "ts-morph";
import { prototypeAccess } from "../../diagnostics/catalogue/metaprogramming.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Facts } from "../../facts/facts.ts";

/**
 * `Sensor.prototype.read = ...`, `{ __proto__: base }`, `object.__proto__`: the chain of prototypes, which
 * objects on a board do not have.
 */
export function checkPrototypes(
  { checker, sourceFiles }: Pick<Facts, "checker" | "sourceFiles">,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (/\b(?:prototype|__proto__)\b/.test(file.text)) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    const name = prototypeName(node);
    const isMeant = ts.isPropertyAssignment(node) || (name && !isOwnMember(name));
    if (name && isMeant && !isBorrowed(node)) report(name, prototypeAccess(name.text));
    ts.forEachChild(node, visit);
  }

  /** A property that the program declares itself is none of JavaScript's. */
  function isOwnMember(name: ts.Node): boolean {
    const declaration = checker.getSymbolAtLocation(name)?.declarations?.[0];
    return declaration !== undefined && !declaration.getSourceFile().isDeclarationFile;
  }
}

/** `Object.prototype.hasOwnProperty.call(...)`, `Lamp.prototype.on.call(...)` */
function isBorrowed(node: ts.Node): boolean {
  const method = node.parent;
  if (!ts.isPropertyAccessExpression(method) || method.expression !== node) return false;
  const use = method.parent;
  if (!ts.isPropertyAccessExpression(use) || use.expression !== method) return false;
  return use.name.text === "call" && ts.isCallExpression(use.parent);
}

/** The name in an access or a literal that means the prototype. */
function prototypeName(node: ts.Node): ts.Identifier | ts.StringLiteral | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
    return names.has(node.name.text) ? node.name : undefined;
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return node.argumentExpression.text === "__proto__" ? node.argumentExpression : undefined;
  }
  if (!ts.isPropertyAssignment(node)) return undefined;
  const { name } = node;
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === "__proto__"
    ? name
    : undefined;
}

const names: ReadonlySet<string> = new Set(["prototype", "__proto__"]);

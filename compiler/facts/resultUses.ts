import { ts } from "ts-morph";
import { outerParent } from "./syntax.ts";

/** Where the results of the program's functions go. */
export interface ResultUses {
  /** The calls, and reads of a getter, that may give what a function returns. Methods by their name. */
  of(code: ts.SignatureDeclaration): readonly ts.Expression[];
  /** The functions of the program that a call may run whose declaration is that of an interface. */
  behind(declaration: ts.SignatureDeclaration): readonly ts.FunctionLikeDeclaration[];
}

export function createResultUses(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): ResultUses {
  let collected: Collected | undefined;
  const once = (): Collected => (collected ??= collect(checker, sourceFiles));
  return { of, behind };

  function of(code: ts.SignatureDeclaration): readonly ts.Expression[] {
    const { calls, reads } = once();
    const name = memberName(code);
    if (ts.isGetAccessor(code)) return (name !== undefined && reads.get(name)) || [];
    const direct = calls.get(code) ?? [];
    return name === undefined ? direct : [...direct, ...(once().memberCalls.get(name) ?? [])];
  }

  function behind(declaration: ts.SignatureDeclaration): readonly ts.FunctionLikeDeclaration[] {
    if (declaration.getSourceFile().isDeclarationFile) return [];
    const name = memberName(declaration);
    return (name !== undefined && once().members.get(name)) || [];
  }
}

interface Collected {
  readonly calls: ReadonlyMap<ts.Node, readonly ts.Expression[]>;
  /** Of calls whose function is found at run time: by the name of the method. */
  readonly memberCalls: ReadonlyMap<string, readonly ts.Expression[]>;
  /** Reads of properties, for getters. */
  readonly reads: ReadonlyMap<string, readonly ts.Expression[]>;
  readonly members: ReadonlyMap<string, readonly ts.FunctionLikeDeclaration[]>;
}

function collect(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]): Collected {
  const calls = new Map<ts.Node, ts.Expression[]>();
  const memberCalls = new Map<string, ts.Expression[]>();
  const reads = new Map<string, ts.Expression[]>();
  const members = new Map<string, ts.FunctionLikeDeclaration[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const declaration = checker.getResolvedSignature(node)?.getDeclaration();
      const name = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text;
      if (declaration && "body" in declaration && declaration.body) add(calls, declaration, node);
      else if (name && !declaration?.getSourceFile().isDeclarationFile) {
        add(memberCalls, name, node);
      }
    } else if (ts.isPropertyAccessExpression(node)) add(reads, node.name.text, node);
    else if (ts.isMethodDeclaration(node) && node.body) {
      const name = memberName(node);
      if (name !== undefined) add(members, name, node);
    }
    ts.forEachChild(node, visit);
  };
  sourceFiles.forEach(visit);
  return { calls, memberCalls, reads, members };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function memberName(code: ts.SignatureDeclaration): string | undefined {
  const isMember =
    ts.isMethodDeclaration(code) || ts.isMethodSignature(code) || ts.isAccessor(code);
  if (isMember) return code.name.getText();
  const { parent } = code;
  return ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
    ? parent.name.getText()
    : undefined;
}

/** The function whose result a value is: `return x`, `() => x`, also as one of two choices. */
export function returnerOf(node: ts.Expression): ts.SignatureDeclaration | undefined {
  const parent = outerParent(node);
  if (ts.isConditionalExpression(parent)) {
    return parent.condition === node ? undefined : returnerOf(parent);
  }
  if (ts.isArrowFunction(parent)) return parent;
  if (!ts.isReturnStatement(parent)) return undefined;
  let around: ts.Node = parent;
  while (!ts.isFunctionLike(around)) {
    if (ts.isSourceFile(around)) return undefined;
    around = around.parent;
  }
  return around;
}

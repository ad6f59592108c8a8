import { ts } from "ts-morph";
import type { BindingFacts } from "./bindings.ts";
import { isRecordType } from "./objects/recordType.ts";
import { skipWrappers } from "./syntax.ts";
import { libraryKey } from "./typeFacts.ts";

/** Methods that give some of the elements of a list, in any order. */
const partial = /^Array\.(sort|toSorted|reverse|toReversed|slice|filter)$/;

/**
 * Is `record[key]` read in a loop over the keys of that record? Then it is there, in a program that
 * takes no property away:
 *
 *     for (const key of Object.keys(record).sort()) print(record[key]);
 */
export function createKeyLoopFacts(
  checker: ts.TypeChecker,
  bindings: BindingFacts,
  sourceFiles: readonly ts.SourceFile[],
): (read: ts.Node) => boolean {
  let deletes: boolean | undefined;
  return (read) => {
    if (!ts.isElementAccessExpression(read)) return false;
    if (!isRecordType(checker, checker.getTypeAtLocation(read.expression))) return false;
    const record = unchanged(read.expression);
    const key = unchanged(read.argumentExpression);
    const source = key && loopedOver(key);
    if (!record || !source || unchanged(source) !== record) return false;
    deletes ??= sourceFiles.some((file) => hasDelete(file));
    return !deletes;
  };

  /** The declaration of a variable that nobody assigns. */
  function unchanged(node: ts.Expression): ts.Declaration | undefined {
    const bare = skipWrappers(node);
    const binding = ts.isIdentifier(bare) ? bindings.at(bare) : undefined;
    return binding?.writes.length === 0 ? binding.declaration : undefined;
  }

  /** The object whose keys a variable goes through. */
  function loopedOver(key: ts.Declaration): ts.Expression | undefined {
    const loop = key.parent.parent;
    if (ts.isForInStatement(loop)) return loop.expression;
    return ts.isForOfStatement(loop) ? listedIn(skipWrappers(loop.expression)) : undefined;
  }

  function listedIn(list: ts.Expression): ts.Expression | undefined {
    if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) {
      return undefined;
    }
    const symbol = checker.getSymbolAtLocation(list.expression.name);
    const name = (symbol && libraryKey(symbol)) ?? "";
    if (name === "ObjectConstructor.keys") return list.arguments[0];
    return partial.test(name) ? listedIn(skipWrappers(list.expression.expression)) : undefined;
  }
}

function hasDelete(node: ts.Node): boolean {
  return ts.isDeleteExpression(node) || (ts.forEachChild(node, hasDelete) ?? false);
}

import { ts } from "ts-morph";
import type { HoleFacts } from "./arrayHoles.ts";
import { type Binding, type BindingFacts, isAssignmentOperator } from "./bindings.ts";
import {
  initializerOf,
  isAskingOperator,
  isAsserted,
  isNullish,
  isOrder,
  isReturned,
  returnsOf,
} from "./missingSyntax.ts";
import type { NumberFacts } from "./numberFacts.ts";
import type { ObjectFacts } from "./objectFacts.ts";
import { isRecordType } from "./objects/recordType.ts";
import { isElementOf, mayFindNothing } from "./patternReads.ts";
import { isGroupParameter } from "./regexps/groupParameter.ts";
import { type ResultUses, returnerOf } from "./resultUses.ts";
import { isWithin, outerParent, skipWrappers } from "./syntax.ts";
import { isMatch, type TypeFacts, type ValueKind } from "./typeFacts.ts";
import { createUndefinedReaders } from "./undefinedReaders.ts";

/**
 * Reads of arrays and records that find nothing, though their type does not say undefined. Where the
 * program looks at the undefined (`??`, `?.`, a comparison, a test, a print), it gets it; elsewhere
 * such a read raises.
 */
export interface MissingReadFacts {
  /** For a read of an element or property: is its undefined looked at? */
  asksForUndefined(node: ts.Expression): boolean;
  /** May the value be undefined, also where its type does not say so? */
  mayBeUndefined(node: ts.Expression): boolean;
  /** The kinds of values that an expression gives, with what its type leaves out. */
  kindsOf(node: ts.Expression): ReadonlySet<ValueKind>;
  /** What an operand of `<` may be, though its type says that it is there. */
  comparedAs(node: ts.Expression): ComparedValue;
}

/**
 * "present" where it is never undefined, or Python raises; "outside" for `xs[i]`, of which the index
 * can be tested; "missing" where the value itself has to be.
 */
export type ComparedValue = "present" | "outside" | "missing";

interface Known {
  readonly checker: ts.TypeChecker;
  readonly types: TypeFacts;
  readonly bindings: BindingFacts;
  readonly objects: ObjectFacts;
  readonly holes: HoleFacts;
  readonly numbers: NumberFacts;
  /** Is it a read in a loop over the keys? */
  readonly isKeyRead: (node: ts.Node) => boolean;
  readonly results: ResultUses;
}

export function createMissingReadFacts({
  checker,
  types,
  bindings,
  objects,
  holes,
  numbers,
  isKeyRead,
  results,
}: Known): MissingReadFacts {
  const answers = new Map<ts.SignatureDeclaration, boolean>();
  const asked = new Map<ts.SignatureDeclaration, boolean>();
  const open = new Set<ts.Expression>();
  const given = new Map<ts.ParameterDeclaration, boolean>();
  const { isForAnything, isLookedUp, isPrinted, isShown } = createUndefinedReaders(checker, types);
  return { asksForUndefined, mayBeUndefined, kindsOf, comparedAs };

  function comparedAs(node: ts.Expression): ComparedValue {
    const bare = skipWrappers(node);
    if (isPromised(node, bare)) return "missing";
    if (ts.isIdentifier(bare)) {
      const binding = bindings.at(bare);
      const value = binding?.writes.length === 0 && initializerOf(binding.declaration);
      // Of a variable that is assigned again, Python raises where it holds nothing.
      if (!value || !ts.isVariableDeclaration(binding.declaration)) return "present";
      if (isHoisted(bare, binding)) return "present";
      const isMissing = isPromised(binding.declaration.initializer!, value) || mayBeUndefined(bare);
      return isMissing ? "missing" : "present";
    }
    if (!ts.isElementAccessExpression(bare) || isGroupRead(bare)) {
      return mayBeUndefined(bare) ? "missing" : "present";
    }
    if (holes.of(bare.expression) === "made") return "missing";
    if (isRecordRead(bare)) return "missing";
    return mayBeOutside(bare) ? "outside" : "present";
  }

  /** `map.get(key)!`: undefined all the same if there is none; null would count as 0. */
  function isPromised(node: ts.Expression, bare: ts.Expression): boolean {
    if (node === bare || ts.isIdentifier(bare)) return false;
    const kinds = types.kinds(checker.getTypeAtLocation(bare));
    return kinds.has("undefined") && !kinds.has("null");
  }

  function kindsOf(node: ts.Expression): ReadonlySet<ValueKind> {
    const bare = skipWrappers(node);
    const kinds = types.kinds(checker.getTypeAtLocation(node));
    if (isNullish(bare)) {
      // TypeScript leaves the right side out where it holds the left one for never undefined.
      const found = new Set([
        ...types.kinds(checker.getTypeAtLocation(bare.left)),
        ...kindsOf(bare.right),
      ]);
      if (!kindsOf(bare.right).has("undefined")) found.delete("undefined");
      if (!kindsOf(bare.right).has("null")) found.delete("null");
      return found;
    }
    if (ts.isIdentifier(bare)) {
      const declared = bindings.at(bare);
      const value = declared && declared.writes.length === 0 && initializerOf(declared.declaration);
      // The variable has the type that TypeScript takes its value for.
      if (value && isNullish(value)) return kindsOf(value);
    }
    return !kinds.has("undefined") && mayBeUndefined(node)
      ? new Set([...kinds, "undefined"])
      : kinds;
  }

  function asksForUndefined(node: ts.Expression): boolean {
    if (types.kinds(checker.getTypeAtLocation(node)).has("undefined")) return true;
    if (isKeyRead(node)) return false;
    if (isRecordRead(node) && types.mayBe(checker.getTypeAtLocation(node), "undefined"))
      return true;
    const wanted = checker.getContextualType(node);
    if (wanted && types.kinds(wanted).has("undefined")) return true;
    const isRecord = isRecordRead(node) || isGroupRead(node) || isAsserted(checker, node);
    // `at = next[at]` asks for its key what it asks for itself.
    if (open.has(node)) return false;
    open.add(node);
    const answer = isAskedFrom(node, isRecord);
    open.delete(node);
    return answer;
  }

  /** Is the undefined looked at here, in the variable that it goes to, or by a caller? */
  function isAskedFrom(node: ts.Expression, isRecord: boolean): boolean {
    if (isAskedAt(node, isRecord) || isAskedByCallers(node)) return true;
    const uses = variableOf(node)?.references ?? [];
    return uses.some((use) => isAskedAt(use, isRecord) || isAskedByCallers(use));
  }

  /** `return xs[i]`: does a caller look at the undefined? */
  function isAskedByCallers(node: ts.Expression): boolean {
    const code = returnerOf(node);
    if (!code) return false;
    const known = asked.get(code);
    if (known !== undefined) return known;
    asked.set(code, false);
    const answer = results.of(code).some((use) => isAskedFrom(use, false));
    asked.set(code, answer);
    return answer;
  }

  function mayBeUndefined(node: ts.Expression): boolean {
    if (types.kinds(checker.getTypeAtLocation(node)).has("undefined")) return true;
    const bare = skipWrappers(node);
    if (isPromised(node, bare)) return true;
    if (isRecordRead(bare) || isGroupRead(bare) || ts.isOptionalChain(bare)) return true;
    if (holes.mayBeRead(bare)) return true;
    if (ts.isCallExpression(bare)) return mayGiveUndefined(bare);
    if (ts.isPropertyAccessExpression(bare) && !ts.isPrivateIdentifier(bare.name)) {
      const owner = checker.getTypeAtLocation(bare.expression);
      if (objects.mayLack(owner, bare.name.text) || getterReturnsUndefined(bare)) return true;
      return isAsserted(checker, bare) && asksForUndefined(bare);
    }
    if (ts.isElementAccessExpression(bare)) return mayBeOutside(bare) && asksForUndefined(bare);
    if (!ts.isIdentifier(bare)) return false;
    const binding = bindings.at(bare);
    const declaration = binding?.declaration;
    if (binding && mayFindNothing(checker, binding)) return true;
    if (declaration && ts.isParameter(declaration)) {
      return isGroupParameter(checker, declaration) || isGivenNothing(declaration);
    }
    return binding !== undefined && valuesOf(binding).some((value) => mayBeRead(value));
  }

  /** Does a call give a parameter what may be undefined? */
  function isGivenNothing(parameter: ts.ParameterDeclaration): boolean {
    const known = given.get(parameter);
    if (known !== undefined) return known;
    given.set(parameter, false);
    const index = parameter.parent.parameters.indexOf(parameter);
    const answer =
      !parameter.dotDotDotToken &&
      !parameter.initializer &&
      results.of(parameter.parent).some((use) => {
        const given = ts.isCallExpression(use) ? use.arguments.slice(0, index + 1) : [];
        return (
          given.length > index && !given.some(ts.isSpreadElement) && mayBeUndefined(given[index]!)
        );
      });
    given.set(parameter, answer);
    return answer;
  }

  /** Is it a read that may find nothing, and then gives undefined? */
  function mayBeRead(value: ts.Expression): boolean {
    const read = skipWrappers(value);
    if (isPromised(value, read)) return true;
    if (ts.isCallExpression(read)) return mayGiveUndefined(read);
    if (ts.isPropertyAccessExpression(read) && getterReturnsUndefined(read)) return true;
    const isRead = ts.isElementAccessExpression(read)
      ? mayBeOutside(read) || isGroupRead(read)
      : isRecordRead(read);
    return isRead && asksForUndefined(read);
  }

  /** What a variable is declared with, and what is assigned to it. */
  function valuesOf({ declaration, writes }: Binding): readonly ts.Expression[] {
    const first = ts.isVariableDeclaration(declaration) && declaration.initializer;
    const later = writes.flatMap((name) => {
      const parent = outerParent(name);
      const isAssigned =
        ts.isBinaryExpression(parent) &&
        parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        skipWrappers(parent.left) === name;
      return isAssigned ? [parent.right] : [];
    });
    return first ? [first, ...later] : later;
  }

  /** May an index be outside of its array or text? Of other objects anything may be missing. */
  function mayBeOutside(node: ts.ElementAccessExpression): boolean {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    if (!isListRead(node)) return isRecordRead(node) || hasMissingKey(node);
    return !isPartOf(type, node.argumentExpression) && numbers.indexProof(node) !== "inBounds";
  }

  /** Is it an element of an array, a text or a typed array? */
  function isListRead(node: ts.ElementAccessExpression): boolean {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    return (
      types.isOnly(type, "array", "string") ||
      /^(Uint|Int|Float)\d+Array$/.test(types.libraryClass(type) ?? "")
    );
  }

  /** `values[text[i + 1]]`: under no key there is nothing. */
  function hasMissingKey({ argumentExpression }: ts.ElementAccessExpression): boolean {
    const key = skipWrappers(argumentExpression);
    return ts.isElementAccessExpression(key) && mayBeOutside(key);
  }

  /** `pair[0]` of a tuple that has it */
  function isPartOf(type: ts.Type, index: ts.Expression): boolean {
    return ts.isNumericLiteral(index) && isElementOf(checker, type, Number(index.text));
  }

  /** `match[1]`: the group may have taken no part in the match. */
  function isGroupRead(node: ts.Expression): boolean {
    if (!ts.isElementAccessExpression(node)) return false;
    const isWhole = node.argumentExpression.getText() === "0";
    return (
      !isWhole && isMatch(checker.getNonNullableType(checker.getTypeAtLocation(node.expression)))
    );
  }

  /** Does a call reach a function of the program that returns what it finds in a record? */
  function mayGiveUndefined(call: ts.CallExpression): boolean {
    if (isStringifyOfNothing(call)) return true;
    const declaration = checker.getResolvedSignature(call)?.getDeclaration();
    if (!declaration || ts.isJSDocSignature(declaration)) return false;
    if ("body" in declaration && declaration.body) return returnsUndefined(declaration);
    return results.behind(declaration).some(returnsUndefined);
  }

  function getterReturnsUndefined(node: ts.PropertyAccessExpression): boolean {
    const symbol = checker.getSymbolAtLocation(node.name);
    const getter = symbol?.declarations?.find(ts.isGetAccessor);
    return getter?.body !== undefined && returnsUndefined(getter);
  }

  function returnsUndefined(code: ts.FunctionLikeDeclaration): boolean {
    const known = answers.get(code);
    if (known !== undefined) return known;
    answers.set(code, false);
    const isGenerated = code.asteriskToken || isAsync(code);
    const answer =
      !isGenerated && code.body
        ? returnsOf(code.body).some((value) => mayBeUndefined(value))
        : false;
    answers.set(code, answer);
    return answer;
  }

  /** `JSON.stringify(undefined)` is undefined, though its type is string. */
  function isStringifyOfNothing(call: ts.CallExpression): boolean {
    if (!ts.isPropertyAccessExpression(call.expression) || !call.arguments[0]) return false;
    if (call.expression.name.text !== "stringify") return false;
    const kinds = kindsOf(call.arguments[0]);
    return kinds.has("undefined") || kinds.has("function") || kinds.has("symbol");
  }

  /** The variable that a read initialises, or is assigned to. */
  function variableOf(node: ts.Expression): Binding | undefined {
    const parent = outerParent(node);
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const target = skipWrappers(parent.left);
      return ts.isIdentifier(target) && target !== node ? bindings.at(target) : undefined;
    }
    if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return undefined;
    const symbol = checker.getSymbolAtLocation(parent.name);
    return symbol && bindings.of(symbol);
  }

  /** Is a property read under a name that the type does not list? */
  function isRecordRead(node: ts.Expression): boolean {
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
    const object = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    const members = object.isUnion() ? object.types : [object];
    return members.some((member) => isRecordType(checker, member)) && !isKeyRead(node);
  }

  function isAskedAt(node: ts.Expression, isRecord: boolean): boolean {
    const parent = outerParent(node);
    if (isKeyOfAsking(parent, node) || isLookedUp(parent, node)) return true;
    if (isRecord && (isShown(parent, node) || isReturned(parent))) return true;
    if (isPrinted(node) || isForAnything(parent, node) || ts.isTemplateSpan(parent)) return true;
    if (ts.isBinaryExpression(parent)) {
      const { kind } = parent.operatorToken;
      return isOrder(kind) ? !isChanged(node) : isAskingOperator(kind);
    }
    if (
      ts.isPropertyAccessChain(parent) ||
      ts.isElementAccessChain(parent) ||
      ts.isCallChain(parent)
    ) {
      return parent.questionDotToken !== undefined;
    }
    if (ts.isConditionalExpression(parent))
      return skipWrappers(parent.condition) === skipWrappers(node);
    if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
      return true;
    if (ts.isForStatement(parent))
      return (
        parent.condition !== undefined && skipWrappers(parent.condition) === skipWrappers(node)
      );
    if (ts.isTypeOfExpression(parent) || ts.isSwitchStatement(parent)) return true;
    if (!ts.isPrefixUnaryExpression(parent)) return false;
    const { operator } = parent;
    const isNumber = operator === ts.SyntaxKind.PlusToken && !isChanged(node);
    return operator === ts.SyntaxKind.ExclamationToken || isNumber;
  }

  /** `record[xs[i]!] ?? 0`: no key finds nothing, which is asked for. */
  function isKeyOfAsking(parent: ts.Node, node: ts.Expression): boolean {
    return (
      ts.isElementAccessExpression(parent) &&
      skipWrappers(parent.argumentExpression) === skipWrappers(node) &&
      !isWritten(parent) &&
      (!isListRead(parent) || isNullish(outerParent(parent) as ts.Expression)) &&
      asksForUndefined(parent)
    );
  }

  function isWritten(node: ts.Expression): boolean {
    const parent = outerParent(node);
    return (
      ts.isBinaryExpression(parent) &&
      isAssignmentOperator(parent.operatorToken.kind) &&
      skipWrappers(parent.left) === skipWrappers(node)
    );
  }

  /** A variable that is assigned again, or read once for a whole loop: an order asks nothing of it. */
  function isChanged(node: ts.Expression): boolean {
    const binding = ts.isIdentifier(node) ? bindings.at(node) : undefined;
    return binding !== undefined && (binding.writes.length !== 0 || isHoisted(node, binding));
  }
}

function isAsync(code: ts.FunctionLikeDeclaration): boolean {
  return (ts.getCombinedModifierFlags(code) & ts.ModifierFlags.Async) !== 0;
}

/** `const pivot = xs[high]` before the loop that compares with it: a test in each turn is too much. */
function isHoisted(use: ts.Node, { declaration }: Binding): boolean {
  for (let node = use; node.parent && !isWithin(declaration, node); node = node.parent) {
    if (ts.isIterationStatement(node, false)) return true;
  }
  return false;
}

import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import type { Forms } from "./forms.ts";
import { combine, constantForm, type LinearForm } from "./linearForm.ts";

const lists =
  /^(Array|((Uint|Int|Float)\d+(Clamped)?Array))$|^(ArrayConstructor|TypedArrayConstructorOf)\.from$/;

/** The length of the list that an expression makes, in terms of what it is made from. */
export function listLength(forms: Forms, expression: ts.Expression): LinearForm | undefined {
  const node = skipWrappers(expression);
  if (ts.isArrayLiteralExpression(node)) return literalLength(forms, node);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const key = forms.builder.libraryKeys.get(node);
  if (key === undefined) return undefined;
  const receiver = receiverOf(node);
  if (receiver && /^(Array|TypedArrayOf)\.(fill|sort|reverse|copyWithin)$/.test(key)) {
    return listLength(forms, receiver) ?? forms.lengthOf(receiver);
  }
  if (receiver && isCopy(key, node)) return forms.lengthOf(receiver);
  const [first] = node.arguments ?? [];
  if (!first || !lists.test(key)) return undefined;
  return askedLength(forms, first, key.endsWith(".from"), node.arguments?.length ?? 0);
}

function receiverOf(node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const callee = skipWrappers(node.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

function isCopy(key: string, node: ts.CallExpression | ts.NewExpression): boolean {
  if (/^(Array|TypedArrayOf)\.(map|toSorted|toReversed|with)$/.test(key)) return true;
  return /^(Array|TypedArrayOf)\.slice$/.test(key) && (node.arguments?.length ?? 0) === 0;
}

/** `new Array(n)`, `Array.from({ length: n })`, `Array.from(xs)`, `new Uint8Array(xs)` */
function askedLength(
  forms: Forms,
  first: ts.Expression,
  isFrom: boolean,
  count: number,
): LinearForm | undefined {
  const bare = skipWrappers(first);
  if (isFrom && ts.isObjectLiteralExpression(bare)) {
    for (const property of bare.properties) {
      if (property.name?.getText() !== "length") continue;
      if (ts.isPropertyAssignment(property)) return forms.of(property.initializer);
      if (ts.isShorthandPropertyAssignment(property)) return forms.of(property.name);
    }
  }
  if (!isFrom && count > 1) return undefined;
  return (isFrom ? undefined : forms.of(bare)) ?? forms.lengthOf(bare);
}

function literalLength(forms: Forms, node: ts.ArrayLiteralExpression): LinearForm | undefined {
  let sum = constantForm(0);
  for (const element of node.elements) {
    const part = ts.isSpreadElement(element) ? forms.lengthOf(element.expression) : constantForm(1);
    if (!part) return undefined;
    sum = combine(sum, part, 1);
  }
  return sum;
}

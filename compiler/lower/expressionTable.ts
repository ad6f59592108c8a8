import { ts } from "ts-morph";
import * as py from "../python/py.ts";
import { lowerAwait } from "./async/awaitExpression.ts";
import { lowerClassExpression } from "./classes/classDeclaration.ts";
import { lowerArrayLiteral } from "./expressions/arrayLiteral.ts";
import { lowerBinaryExpression } from "./expressions/binaryExpression.ts";
import { lowerCallExpression } from "./expressions/callExpression.ts";
import { lowerConditionalExpression } from "./expressions/conditionalExpression.ts";
import { lowerDelete } from "./expressions/deleteExpression.ts";
import { lowerElementAccess } from "./expressions/elementAccess.ts";
import { lowerIdentifier } from "./expressions/identifier.ts";
import { lowerIncrement } from "./expressions/increment.ts";
import {
  lowerBigIntLiteral,
  lowerFalse,
  lowerNumericLiteral,
  lowerStringLiteral,
  lowerTrue,
} from "./expressions/literals.ts";
import { lowerMetaProperty } from "./expressions/metaProperty.ts";
import { lowerNewExpression } from "./expressions/newExpression.ts";
import { lowerObjectLiteral } from "./expressions/objectLiteral.ts";
import { lowerPrefixUnary } from "./expressions/prefixUnary.ts";
import { lowerPropertyAccess } from "./expressions/propertyAccess.ts";
import { refused } from "./expressions/refused.ts";
import { lowerTaggedTemplate } from "./expressions/taggedTemplate.ts";
import { lowerTemplateExpression } from "./expressions/templateExpression.ts";
import { lowerSuper, lowerThis } from "./expressions/thisExpression.ts";
import { lowerTypeOf } from "./expressions/typeOfExpression.ts";
import { lowerVoid, lowerWrapped } from "./expressions/wrappers.ts";
import { lowerYield } from "./expressions/yieldExpression.ts";
import { lowerFunctionValue } from "./functions/functionValue.ts";
import { lowerRegularExpression } from "./library/regexps/regExpValue.ts";
import type { Lowering } from "./lowering.ts";
import type { ExpressionByKind, ExpressionKindName } from "./nodeKinds.ts";
import { lowerNull } from "./values/nulls.ts";

/** Every kind of expression and its lowering; a missing kind or a wrong pair does not compile. */
export type ExpressionTable = {
  readonly [Name in ExpressionKindName as (typeof ts.SyntaxKind)[Name]]: (
    ctx: Lowering,
    node: ExpressionByKind[Name],
  ) => py.Expression;
};

const K = ts.SyntaxKind;

export const expressionTable: ExpressionTable = {
  [K.Identifier]: lowerIdentifier,
  [K.NumericLiteral]: lowerNumericLiteral,
  [K.BigIntLiteral]: lowerBigIntLiteral,
  [K.StringLiteral]: lowerStringLiteral,
  [K.NoSubstitutionTemplateLiteral]: lowerStringLiteral,
  [K.RegularExpressionLiteral]: lowerRegularExpression,
  [K.TrueKeyword]: lowerTrue,
  [K.FalseKeyword]: lowerFalse,
  [K.NullKeyword]: lowerNull,
  [K.ThisKeyword]: lowerThis,
  [K.SuperKeyword]: lowerSuper,
  [K.ArrayLiteralExpression]: lowerArrayLiteral,
  [K.ObjectLiteralExpression]: lowerObjectLiteral,
  [K.PropertyAccessExpression]: lowerPropertyAccess,
  [K.ElementAccessExpression]: lowerElementAccess,
  [K.CallExpression]: lowerCallExpression,
  [K.NewExpression]: lowerNewExpression,
  [K.TaggedTemplateExpression]: lowerTaggedTemplate,
  [K.TypeAssertionExpression]: lowerWrapped,
  [K.ParenthesizedExpression]: lowerWrapped,
  [K.FunctionExpression]: lowerFunctionValue,
  [K.ArrowFunction]: lowerFunctionValue,
  [K.DeleteExpression]: lowerDelete,
  [K.TypeOfExpression]: lowerTypeOf,
  [K.VoidExpression]: lowerVoid,
  [K.AwaitExpression]: lowerAwait,
  [K.PrefixUnaryExpression]: lowerPrefixUnary,
  [K.PostfixUnaryExpression]: lowerIncrement,
  [K.BinaryExpression]: lowerBinaryExpression,
  [K.ConditionalExpression]: lowerConditionalExpression,
  [K.TemplateExpression]: lowerTemplateExpression,
  [K.YieldExpression]: lowerYield,
  [K.SpreadElement]: refused("A spread here"),
  [K.ClassExpression]: lowerClassExpression,
  [K.OmittedExpression]: () => py.noneValue(),
  [K.ExpressionWithTypeArguments]: lowerWrapped,
  [K.AsExpression]: lowerWrapped,
  [K.NonNullExpression]: lowerWrapped,
  [K.MetaProperty]: lowerMetaProperty,
  [K.SatisfiesExpression]: lowerWrapped,
};

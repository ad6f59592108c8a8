import type { ts } from "ts-morph";

type K = typeof ts.SyntaxKind;

/** Kinds that stand where a value is asked for. */
export interface ExpressionByKind {
  Identifier: ts.Identifier;
  NumericLiteral: ts.NumericLiteral;
  BigIntLiteral: ts.BigIntLiteral;
  StringLiteral: ts.StringLiteral;
  NoSubstitutionTemplateLiteral: ts.NoSubstitutionTemplateLiteral;
  RegularExpressionLiteral: ts.RegularExpressionLiteral;
  TrueKeyword: ts.TrueLiteral;
  FalseKeyword: ts.FalseLiteral;
  NullKeyword: ts.NullLiteral;
  ThisKeyword: ts.ThisExpression;
  SuperKeyword: ts.SuperExpression;
  ArrayLiteralExpression: ts.ArrayLiteralExpression;
  ObjectLiteralExpression: ts.ObjectLiteralExpression;
  PropertyAccessExpression: ts.PropertyAccessExpression;
  ElementAccessExpression: ts.ElementAccessExpression;
  CallExpression: ts.CallExpression;
  NewExpression: ts.NewExpression;
  TaggedTemplateExpression: ts.TaggedTemplateExpression;
  TypeAssertionExpression: ts.TypeAssertion;
  ParenthesizedExpression: ts.ParenthesizedExpression;
  FunctionExpression: ts.FunctionExpression;
  ArrowFunction: ts.ArrowFunction;
  DeleteExpression: ts.DeleteExpression;
  TypeOfExpression: ts.TypeOfExpression;
  VoidExpression: ts.VoidExpression;
  AwaitExpression: ts.AwaitExpression;
  PrefixUnaryExpression: ts.PrefixUnaryExpression;
  PostfixUnaryExpression: ts.PostfixUnaryExpression;
  BinaryExpression: ts.BinaryExpression;
  ConditionalExpression: ts.ConditionalExpression;
  TemplateExpression: ts.TemplateExpression;
  YieldExpression: ts.YieldExpression;
  SpreadElement: ts.SpreadElement;
  ClassExpression: ts.ClassExpression;
  OmittedExpression: ts.OmittedExpression;
  ExpressionWithTypeArguments: ts.ExpressionWithTypeArguments;
  AsExpression: ts.AsExpression;
  NonNullExpression: ts.NonNullExpression;
  MetaProperty: ts.MetaProperty;
  SatisfiesExpression: ts.SatisfiesExpression;
}

/** Kinds that stand where a statement is asked for. */
export interface StatementByKind {
  Block: ts.Block;
  EmptyStatement: ts.EmptyStatement;
  VariableStatement: ts.VariableStatement;
  ExpressionStatement: ts.ExpressionStatement;
  IfStatement: ts.IfStatement;
  DoStatement: ts.DoStatement;
  WhileStatement: ts.WhileStatement;
  ForStatement: ts.ForStatement;
  ForInStatement: ts.ForInStatement;
  ForOfStatement: ts.ForOfStatement;
  ContinueStatement: ts.ContinueStatement;
  BreakStatement: ts.BreakStatement;
  ReturnStatement: ts.ReturnStatement;
  WithStatement: ts.WithStatement;
  SwitchStatement: ts.SwitchStatement;
  LabeledStatement: ts.LabeledStatement;
  ThrowStatement: ts.ThrowStatement;
  TryStatement: ts.TryStatement;
  DebuggerStatement: ts.DebuggerStatement;
  FunctionDeclaration: ts.FunctionDeclaration;
  ClassDeclaration: ts.ClassDeclaration;
  InterfaceDeclaration: ts.InterfaceDeclaration;
  TypeAliasDeclaration: ts.TypeAliasDeclaration;
  EnumDeclaration: ts.EnumDeclaration;
  ModuleDeclaration: ts.ModuleDeclaration;
  ImportDeclaration: ts.ImportDeclaration;
  ImportEqualsDeclaration: ts.ImportEqualsDeclaration;
  ExportDeclaration: ts.ExportDeclaration;
  ExportAssignment: ts.ExportAssignment;
  NamespaceExportDeclaration: ts.NamespaceExportDeclaration;
  MissingDeclaration: ts.MissingDeclaration;
}

export type ExpressionKindName = keyof ExpressionByKind;
export type StatementKindName = keyof StatementByKind;
export type KindName = keyof K;

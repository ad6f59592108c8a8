import { ts } from "ts-morph";
import type * as py from "../python/py.ts";
import { lowerClassDeclaration } from "./classes/classDeclaration.ts";
import { lowerEnumDeclaration } from "./classes/enumDeclaration.ts";
import { lowerFunctionDeclaration } from "./functions/functionDeclaration.ts";
import type { Lowering } from "./lowering.ts";
import { lowerExportAssignment, lowerExportDeclaration } from "./modules/exportDeclaration.ts";
import { lowerImportDeclaration } from "./modules/importDeclaration.ts";
import { lowerImportEquals } from "./modules/importEquals.ts";
import { lowerNamespace } from "./modules/namespace.ts";
import type { StatementByKind, StatementKindName } from "./nodeKinds.ts";
import { lowerForInStatement } from "./statements/forInStatement.ts";
import { lowerForOfStatement } from "./statements/forOfStatement.ts";
import { lowerForStatement } from "./statements/forStatement.ts";
import { lowerBreakStatement, lowerContinueStatement } from "./statements/jumps.ts";
import { lowerLabeledStatement } from "./statements/labeledStatement.ts";
import {
  lowerBlock,
  lowerExpressionStatement,
  lowerIfStatement,
  lowerNothing,
  lowerReturnStatement,
  refuseWith,
} from "./statements/simpleStatements.ts";
import { lowerSwitchStatement } from "./statements/switchStatement.ts";
import { lowerThrowStatement } from "./statements/throwStatement.ts";
import { lowerTryStatement } from "./statements/tryStatement.ts";
import { lowerVariableStatement } from "./statements/variableStatement.ts";
import { lowerDoStatement, lowerWhileStatement } from "./statements/whileStatement.ts";

/** Every kind of statement and its lowering; a missing kind or a wrong pair does not compile. */
export type StatementTable = {
  readonly [Name in StatementKindName as (typeof ts.SyntaxKind)[Name]]: (
    ctx: Lowering,
    node: StatementByKind[Name],
  ) => readonly py.Statement[];
};

const K = ts.SyntaxKind;

export const statementTable: StatementTable = {
  [K.Block]: lowerBlock,
  [K.EmptyStatement]: lowerNothing,
  [K.VariableStatement]: lowerVariableStatement,
  [K.ExpressionStatement]: lowerExpressionStatement,
  [K.IfStatement]: lowerIfStatement,
  [K.DoStatement]: lowerDoStatement,
  [K.WhileStatement]: lowerWhileStatement,
  [K.ForStatement]: lowerForStatement,
  [K.ForInStatement]: lowerForInStatement,
  [K.ForOfStatement]: lowerForOfStatement,
  [K.ContinueStatement]: lowerContinueStatement,
  [K.BreakStatement]: lowerBreakStatement,
  [K.ReturnStatement]: lowerReturnStatement,
  [K.WithStatement]: refuseWith,
  [K.SwitchStatement]: lowerSwitchStatement,
  [K.LabeledStatement]: lowerLabeledStatement,
  [K.ThrowStatement]: lowerThrowStatement,
  [K.TryStatement]: lowerTryStatement,
  [K.DebuggerStatement]: lowerNothing,
  [K.FunctionDeclaration]: lowerFunctionDeclaration,
  [K.ClassDeclaration]: lowerClassDeclaration,
  [K.InterfaceDeclaration]: lowerNothing,
  [K.TypeAliasDeclaration]: lowerNothing,
  [K.EnumDeclaration]: lowerEnumDeclaration,
  [K.ModuleDeclaration]: lowerNamespace,
  [K.ImportDeclaration]: lowerImportDeclaration,
  [K.ImportEqualsDeclaration]: lowerImportEquals,
  [K.ExportDeclaration]: lowerExportDeclaration,
  [K.ExportAssignment]: lowerExportAssignment,
  [K.NamespaceExportDeclaration]: lowerNothing,
  [K.MissingDeclaration]: lowerNothing,
};

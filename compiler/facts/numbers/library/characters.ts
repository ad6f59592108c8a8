import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import { isText } from "./typeKinds.ts";

/** Is an expression one character of a text: the variable of a loop over it, or of `from(text, f)`? */
export function isCharacter(builder: FlowBuilder, expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (!ts.isIdentifier(node)) return false;
  const declaration = builder.symbolAt(node)?.valueDeclaration;
  if (!declaration) return false;
  if (ts.isParameter(declaration)) return isCharacterParameter(builder, declaration);
  const list = declaration.parent;
  return (
    ts.isVariableDeclarationList(list) &&
    (list.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const &&
    ts.isForOfStatement(list.parent) &&
    isText(builder.typeOf(list.parent.expression))
  );
}

/** `Uint8Array.from(text, (ch) => ...)`: the callback has no other caller, as it has no name. */
function isCharacterParameter(builder: FlowBuilder, parameter: ts.ParameterDeclaration): boolean {
  const callback = parameter.parent;
  if (!ts.isArrowFunction(callback) || callback.parameters[0] !== parameter) return false;
  if (ts.isBlock(callback.body) || !ts.isIdentifier(parameter.name)) return false;
  const call = callback.parent;
  if (!ts.isCallExpression(call) || call.arguments[1] !== callback) return false;
  const key = builder.libraryKeys.get(call);
  const [source] = call.arguments;
  return (key?.endsWith(".from") ?? false) && isText(builder.typeOf(source!));
}

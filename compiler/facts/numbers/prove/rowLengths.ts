import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import { lengthSlot } from "../graph/slots.ts";
import type { Place } from "../solve/places.ts";
import type { Forms } from "./forms.ts";
import type { LinearForm } from "./linearForm.ts";
import { listLength } from "./listLengths.ts";

/**
 * The least length of all rows of a table that is made row by row, where no row is ever replaced or
 * made shorter:
 *
 *     const table = Array.from({ length: n }, () => new Array(m).fill(0));
 */
export function rowLength(
  forms: Forms,
  row: ts.ElementAccessExpression,
  table: Place,
): LinearForm | undefined {
  const made = table.cells.length === 0 && forms.places.isConstant(table) && initializerOf(table);
  const body = made && rowMaker(forms, made);
  if (!body || !isKept(forms, row)) return undefined;
  const length = listLength(forms, body);
  const isFixed = ({ places }: { readonly places: readonly Place[] }) =>
    places.length > 0 && places.every((place) => isFixedOutside(forms, place, body));
  return length && [...length.terms.values()].every(({ atom }) => isFixed(atom))
    ? length
    : undefined;
}

function initializerOf({ symbol }: Place): ts.Expression | undefined {
  const declaration = symbol?.valueDeclaration;
  return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}

/** The expression that makes each row. */
function rowMaker(forms: Forms, initializer: ts.Expression): ts.Expression | undefined {
  const call = skipWrappers(initializer);
  if (!ts.isCallExpression(call)) return undefined;
  const key = forms.builder.libraryKeys.get(call);
  const index = key === "ArrayConstructor.from" ? 1 : key === "Array.map" ? 0 : undefined;
  const callback = index !== undefined && call.arguments[index];
  if (!callback || !ts.isArrowFunction(callback)) return undefined;
  const { body } = callback;
  if (!ts.isBlock(body)) return body;
  const [only, more] = body.statements;
  return only && !more && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** Are there always the same rows, none of them ever shorter? */
function isKept(forms: Forms, row: ts.ElementAccessExpression): boolean {
  const { builder, places } = forms;
  const table = builder.shapeOf(row.expression);
  const element = builder.cellsOfNodes.get(row)?.root;
  const shape = builder.shapeOf(row);
  if (!table || table.isUnknown || !element || !shape || shape.isUnknown) return false;
  if (element === builder.graph.outside) return false;
  return (
    !places.isEverChanged(element, "any") &&
    !places.isEverChanged(builder.graph.slot(table, lengthSlot), "any") &&
    !places.isEverChanged(builder.graph.slot(shape, lengthSlot), "shrinks")
  );
}

/** Is it the same at all times, for every row? */
function isFixedOutside({ places }: Forms, place: Place, body: ts.Node): boolean {
  const declaration = place.symbol?.valueDeclaration;
  const callback = body.parent;
  const isInside =
    declaration === undefined ||
    (declaration.pos >= callback.pos &&
      declaration.end <= callback.end &&
      declaration.getSourceFile() === callback.getSourceFile());
  return (
    !isInside && (place.cells.length === 0 ? places.isConstant(place) : places.isForever(place))
  );
}

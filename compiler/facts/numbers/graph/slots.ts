/*
 * The names of slots. An element's is one for all indices, or one per position of an array literal
 * or tuple until somebody indexes it with anything but a literal.
 */

export const elementSlot = "[]";
/** Values under computed names: records, index signatures. */
export const dynamicSlot = "{}";
export const awaitedSlot = "await";
export const resultSlot = "result";
export const generatorReturnSlot = "return";
export const generatorNextSlot = "next";
export const mapKeySlot = "<K>";
export const mapValueSlot = "<V>";
export const thisSlot = "this";
export const lengthSlot = ".length";

export const positionSlot = (index: number): string => `#${index}`;
export const propertySlot = (name: string): string => `.${name}`;
export const parameterSlot = (index: number): string => `(${index}`;
export const typeParameterSlot = (name: string): string => `<${name}`;

export const isPosition = (slot: string): boolean => slot.startsWith("#");
export const isProperty = (slot: string): boolean => slot.startsWith(".") && slot !== lengthSlot;
export const isParameter = (slot: string): boolean => slot.startsWith("(");

export const indexOfParameter = (slot: string): number => Number(slot.slice(1));

/** The slot of a named property; names that are integers are positions. */
export function slotOfName(name: string): string {
  return /^(0|[1-9]\d{0,8})$/.test(name) ? positionSlot(Number(name)) : propertySlot(name);
}

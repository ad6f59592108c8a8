import { arrayConstructors, arrayIterations, arrayMethods, arrayValues } from "./arrayMethods.ts";
import { consoleMethods } from "./consoleMethods.ts";
import { dateConstructors, dateMethods } from "./dateMethods.ts";
import { errorConstructors, errorFunctions, errorValues } from "./errors.ts";
import { iteratorMethods } from "./iteratorMethods.ts";
import { jsonMethods } from "./jsonMethods.ts";
import type {
  LibraryConstructorTable,
  LibraryIterationTable,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";
import { mapConstructors, mapMethods, mapValues } from "./mapMethods.ts";
import { mathMethods, mathValues } from "./mathMethods.ts";
import { numberMethods, numberValues } from "./numberMethods.ts";
import { objectMethods, objectValues } from "./objectMethods.ts";
import { promiseConstructors, promiseMethods } from "./promiseMethods.ts";
import { pythonBuiltinMethods } from "./pythonBuiltins.ts";
import { regExpConstructors, regExpMethods, regExpValues } from "./regexps/regExpMethods.ts";
import { stringMethods, stringValues } from "./stringMethods.ts";
import { typedArrayConstructors, typedArrayMethods, typedArrayValues } from "./typedArrays.ts";

/** Every built-in function and method that can be called, by key. */
export const libraryMethods: LibraryTable = {
  ...arrayMethods,
  ...consoleMethods,
  ...dateMethods,
  ...errorFunctions,
  ...iteratorMethods,
  ...jsonMethods,
  ...mapMethods,
  ...mathMethods,
  ...numberMethods,
  ...objectMethods,
  ...promiseMethods,
  ...pythonBuiltinMethods,
  ...regExpMethods,
  ...stringMethods,
  ...typedArrayMethods,
};

/** Every built-in property and constant that can be read, by key. */
export const libraryValues: LibraryValueTable = {
  ...arrayValues,
  ...errorValues,
  ...mapValues,
  ...mathValues,
  ...numberValues,
  ...objectValues,
  ...regExpValues,
  ...stringValues,
  ...typedArrayValues,
};

/** Every built-in class that can be constructed, by name. */
export const libraryConstructors: LibraryConstructorTable = {
  ...arrayConstructors,
  ...dateConstructors,
  ...errorConstructors,
  ...mapConstructors,
  ...promiseConstructors,
  ...regExpConstructors,
  ...typedArrayConstructors,
};

/** Calls that have a better form where a loop or a spread uses their result up, by key. */
export const libraryIterations: LibraryIterationTable = {
  ...arrayIterations,
};

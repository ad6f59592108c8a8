import { arrayConstructors, arrayIterations, arrayMethods, arrayValues } from "./arrayMethods.ts";
import { bufferConstructors, bufferMethods, bufferValues } from "./buffers.ts";
import { consoleMethods, consoleValues } from "./consoleMethods.ts";
import { dateConstructors, dateMethods } from "./dateMethods.ts";
import { errorConstructors, errorFunctions, errorValues } from "./errors.ts";
import { functionMethods, functionValues } from "./functionMethods.ts";
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
import { symbolMethods, symbolValues } from "./symbolMethods.ts";
import { typedArrayElements } from "./typedArrayMethods.ts";
import { typedArrayConstructors, typedArrayMethods, typedArrayValues } from "./typedArrays.ts";

/** Every built-in function and method that can be called, by key. */
export const libraryMethods: LibraryTable = {
  ...arrayMethods,
  ...bufferMethods,
  ...consoleMethods,
  ...dateMethods,
  ...errorFunctions,
  ...functionMethods,
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
  ...symbolMethods,
  ...typedArrayElements,
  ...typedArrayMethods,
};

/** Every built-in property and constant that can be read, by key. */
export const libraryValues: LibraryValueTable = {
  ...arrayValues,
  ...bufferValues,
  ...consoleValues,
  ...errorValues,
  ...functionValues,
  ...mapValues,
  ...mathValues,
  ...numberValues,
  ...objectValues,
  ...regExpValues,
  ...stringValues,
  ...symbolValues,
  ...typedArrayValues,
};

/** Every built-in class that can be constructed, by name. */
export const libraryConstructors: LibraryConstructorTable = {
  ...arrayConstructors,
  ...bufferConstructors,
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

import { anyNumber, type NumberFacts } from "./numberFacts.ts";

/** Nothing is proven of any number. */
export const unprovenNumbers: NumberFacts = {
  of: () => anyNumber,
  ofDeclaration: () => anyNumber,
  indexProof: () => "unknown",
  countedLoop: () => undefined,
};

import { describe, test } from "vitest";
import { sameCases } from "../support/differential/sameCases.ts";
import {
  controlFlowCases,
  controlFlowPrelude,
  functionKinds,
  loops,
} from "../support/generated/controlFlow.ts";

/**
 * Loop x exit x try x function: 980 of 1,960 programs, all with TSMP_ALL_CASES; those of one loop in
 * one function run as one.
 */
describe.each(Object.keys(functionKinds))("%s function", (functionKind) => {
  test.each(Object.keys(loops))("%s", (loop) =>
    sameCases(controlFlowCases(loop, functionKind), controlFlowPrelude),
  );
});

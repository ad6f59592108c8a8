import { defineProblem } from "../diagnostic.ts";

/** Tests of a project: TSMP7050 to TSMP7059. */

export const noTestFiles = defineProblem("TSMP7050", "error", (where: string) => ({
  message: `There are no tests in ${where}.`,
  hint: 'A test is a file NAME.test.ts that imports `test` from "testing".',
}));

export const noTestsInFile = defineProblem("TSMP7051", "error", (file: string) => ({
  message: `${file} adds no test.`,
  hint: 'Call `test(name, body)` of the module "testing" while the file loads.',
}));

export const testsDidNotEnd = defineProblem(
  "TSMP7052",
  "error",
  (file: string, seconds: number, test: string | undefined) => ({
    message: `${file} was stopped after ${seconds} seconds${test === undefined ? "" : `, in "${test}"`}.`,
    hint: "Look for a loop without an end or a wait for what never comes; --timeout allows more.",
  }),
);

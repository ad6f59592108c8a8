import { defineProblem } from "../diagnostic.ts";

/** Faults of tsmp itself: TSMP9000 to TSMP9999. */

export const internalFault = defineProblem(
  "TSMP9001",
  "error",
  (construct: string, fault: string) => ({
    message: `tsmp failed on ${construct}: ${fault}`,
    hint: "This is a fault of tsmp, not of your program. Please report it with this line.",
  }),
);

import { describe, test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("namespaces", () => {
  test.each(Object.entries(declarationPrograms["namespaces"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

test("an assignment to a namespace's variable from outside is refused", () =>
  refusedWith(`namespace N { export let n = 0; } N.n = 5; print(N.n);`, "TSMP2001"));

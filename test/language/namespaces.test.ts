import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("namespaces", () => {
  test.each(Object.entries(declarationPrograms["namespaces"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

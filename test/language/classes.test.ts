import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("classes", () => {
  test.each(Object.entries(declarationPrograms["classes"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

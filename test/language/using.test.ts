import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("using", () => {
  test.each(Object.entries(declarationPrograms["using"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

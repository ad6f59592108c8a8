import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("enums", () => {
  test.each(Object.entries(declarationPrograms["enums"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

import { describe, test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";
import { declarationPrograms } from "./programs/declarations.ts";

describe("using", () => {
  test.each(Object.entries(declarationPrograms["using"]!))("%s", (_, program) =>
    sameAsNode(program),
  );
});

test("`using` in the head of a loop is refused", () =>
  refusedWith(
    `class R { [Symbol.dispose](): void {} } for (using r of [new R()]) print(r);`,
    "TSMP2001",
  ));

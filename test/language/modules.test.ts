import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { modulePrograms } from "./programs/modules.ts";

describe("modules", () => {
  test.each(Object.entries(modulePrograms))("%s", (_, files) =>
    sameAsNode(files, Object.keys(files).find((path) => /(^|\/)main\.ts$/.test(path))!),
  );
});

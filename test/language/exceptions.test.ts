import { test } from "vitest";
import { sameBodies } from "./programs/sameBodies.ts";
import { statementPrograms } from "./programs/statements.ts";

test("exceptions: all programs, one after the other", () =>
  sameBodies(statementPrograms["exceptions"]!));

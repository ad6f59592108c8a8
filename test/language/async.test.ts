import { test } from "vitest";
import { sameCases } from "../support/differential/sameCases.ts";
import { asyncPrelude, asyncPrograms } from "./programs/async.ts";

test("async programs, one after the other", () =>
  sameCases(
    Object.entries(asyncPrograms).map(([name, body], index) => ({
      name,
      declarations: `async function run${index}(): Promise<void> { ${body} }`,
      call: `run${index}()`,
      isAsync: true,
    })),
    asyncPrelude,
  ));

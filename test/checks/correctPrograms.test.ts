import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { samplesIn } from "../types/support/programs.ts";

/** The rules look only at programs that could have more than one context. */
const concurrent =
  /from "u?(_thread|asyncio|threadsafe|apploop|pyb|rp2|micropython|bluetooth|primitives|asyn)"|\birq\(|new Timer\(|new PWM\(/;

const samples = samplesIn("accepted").filter(({ text }) => concurrent.test(text));

test("there are many of them", () => {
  expect(samples.length).toBeGreaterThan(60);
});

test.each(samples)("$name has no hazard", ({ text }) => {
  const { diagnostics } = compile({ files: { "main.ts": text } });
  const found = diagnostics.filter(({ code }) => /^TSMP(5|400)/.test(code));
  expect(found.map(({ line, code, message }) => `${line} ${code} ${message}`)).toEqual([]);
});

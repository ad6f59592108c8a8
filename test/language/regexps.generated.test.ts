import { expect, test } from "vitest";
import { parseRegExp } from "../../compiler/facts/regexps/parsePattern.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";
import { type PatternCase, patterns, subjects } from "../support/generated/patterns.ts";

/** Every pattern on every subject: what each method that takes a pattern gives. */
function programOf(cases: readonly PatternCase[]): string {
  const lines = cases.map(
    ({ source, flags }, i) => `
      {
        const pattern = new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)});
        for (const text of subjects) {
          const found: (string | null)[] = [];
          pattern.lastIndex = 0;
          for (let turn = 0; turn < 2; turn++) {
            const match = pattern.exec(text);
            found.push(match ? match.index + ":" + JSON.stringify(match) : null);
            found.push(String(pattern.lastIndex));
          }
          pattern.lastIndex = 0;
          console.log(${i}, JSON.stringify(text), found.join(" "));
          console.log(JSON.stringify(text.replace(pattern, "<$1$&>")), text.search(pattern));
          pattern.lastIndex = 0;
          console.log(JSON.stringify(text.split(pattern)), JSON.stringify(text.match(pattern)));
        }
      }`,
  );
  return `const subjects: string[] = ${JSON.stringify(subjects)};\n${lines.join("\n")}`;
}

test.each([1, 2])("generated patterns give what they give in Node, seed %i", (seed) =>
  sameAsNode(programOf(patterns(seed, 60))),
);

test("every pattern that JavaScript takes is compiled or refused with a reason", () => {
  const reasons = new Set<string>();
  for (const { source, flags } of patterns(7, 2000)) {
    try {
      parseRegExp(source, flags);
    } catch (error) {
      reasons.add((error as Error).message);
    }
  }
  expect([...reasons]).toEqual([]);
});

import { sameCases } from "../../support/differential/sameCases.ts";

/** Runs each body as a function of its own, all in one program, and compares what they return with Node. */
export function sameValues(bodies: Readonly<Record<string, string>>): Promise<void> {
  return sameCases(
    Object.entries(bodies).map(([name, body], index) => ({
      name,
      declarations: `function run${index}() { ${body} }`,
      call: `print(JSON.stringify(run${index}()))`,
    })),
  );
}

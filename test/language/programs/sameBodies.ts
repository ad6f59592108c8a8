import { sameCases } from "../../support/differential/sameCases.ts";

/** Runs each body as a function of its own, all in one program, and compares them one by one with Node. */
export function sameBodies(bodies: Readonly<Record<string, string>>): Promise<void> {
  return sameCases(
    Object.entries(bodies).map(([name, body], index) => ({
      name,
      declarations: `function run${index}(): void { ${body} }`,
      call: `run${index}()`,
    })),
  );
}

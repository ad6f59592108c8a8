import { sizeOf, smaller } from "./piece.ts";
import type { FuzzProgram } from "./program.ts";
import { runPrograms, type Verdict } from "./runPrograms.ts";

/** How many smaller programs are tried at once. */
const batch = 60;

/** The smallest program found that goes wrong in the same way. */
export async function shrink(program: FuzzProgram, verdict: Verdict): Promise<FuzzProgram> {
  let best = program;
  for (;;) {
    const found = await smallerOf(best, verdict);
    if (!found) return best;
    best = found;
  }
}

async function smallerOf(program: FuzzProgram, verdict: Verdict): Promise<FuzzProgram | undefined> {
  const candidates: FuzzProgram[] = [];
  const size = sizeOf(program.tree);
  for (const tree of smaller(program.tree)) {
    if (sizeOf(tree) > size) continue;
    candidates.push({ ...program, tree, id: candidates.length + 1 });
    if (candidates.length === batch) {
      const found = await firstWrong(candidates, verdict);
      if (found) return found;
      candidates.length = 0;
    }
  }
  return candidates.length > 0 ? firstWrong(candidates, verdict) : undefined;
}

async function firstWrong(
  candidates: readonly FuzzProgram[],
  { kind }: Verdict,
): Promise<FuzzProgram | undefined> {
  const verdicts = await runPrograms(candidates);
  return candidates.find((candidate) => verdicts.get(candidate)?.kind === kind);
}

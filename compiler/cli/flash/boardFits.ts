import { mpyVersion } from "../../bundle/compileToMpy.ts";
import { mpyNotAccepted, otherFirmware, wrongBoard } from "../../diagnostics/catalogue/deploy.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { BoardInfo } from "../../mpremote/attach.ts";
import { type BoardName, boardNames, boardProfile, defaultBoard } from "../../project/boards.ts";

export interface ProgramNeeds {
  readonly board?: BoardName | undefined;
  readonly micropython?: string | undefined;
  readonly mpy: boolean;
}

/** What speaks against putting a program on a board, errors and warnings. */
export function boardFits(info: BoardInfo, needs: ProgramNeeds): Problem[] {
  const wanted = boardProfile(needs.board ?? defaultBoard);
  const problems: Problem[] = [];
  const found = boardOf(info.machine);
  if (wanted.firmware !== undefined && found !== undefined && found !== wanted.name) {
    problems.push(wrongBoard(`the ${wanted.title}`, info.machine));
  }
  const compiledFor = needs.micropython ?? wanted.micropython;
  if (isOlder(info.version, compiledFor)) problems.push(otherFirmware(compiledFor, info.version));
  if (needs.mpy && (info.mpy & 0xff) !== mpyVersion) {
    const takes = info.mpy === 0 ? "no .mpy files" : `.mpy files of version ${info.mpy & 0xff}`;
    problems.push(mpyNotAccepted(takes));
  }
  return problems;
}

/** `Raspberry Pi Pico W with RP2040` is a pico_w; other boards' makers have names of their own. */
function boardOf(machine: string): BoardName | undefined {
  return boardNames.find((name) => machine.startsWith(`${boardProfile(name).title} with `));
}

function isOlder(version: string, than: string): boolean {
  const [, minor = 0] = version.split(".").map(Number);
  const [, thanMinor = 0] = than.split(".").map(Number);
  return minor < thanMinor;
}

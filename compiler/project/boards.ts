/** What the compiler must know of a board before it reads a program. */
export interface BoardProfile {
  /** The name in settings and on the command line. */
  readonly name: BoardName;
  /** The name that people and shops use. */
  readonly title: string;
  /** The board's folder in MicroPython's sources, `ports/rp2/boards/FIRMWARE`. */
  readonly firmware: string;
  readonly chip: "RP2040" | "RP2350";
  readonly wireless: boolean;
  /** The version that is assumed where the settings name none. */
  readonly micropython: string;
}

export const boardNames = ["pico-w", "pico", "pico2-w", "pico2"] as const;

export type BoardName = (typeof boardNames)[number];

export const defaultBoard: BoardName = "pico-w";

/**
 * The default MicroPython version is the newest that the hosts of the tests can run as well
 * (unix 1.26, WebAssembly 1.27): a program is never lowered for a feature that is not tested.
 */
const micropython = "1.26";

/** The oldest version that programs can be lowered for: asyncio got its modern core in 1.19, rp2 threads settled in 1.20. */
export const oldestMicropython = "1.20";

const profiles: Readonly<Record<BoardName, BoardProfile>> = {
  "pico-w": {
    name: "pico-w",
    title: "Raspberry Pi Pico W",
    firmware: "RPI_PICO_W",
    chip: "RP2040",
    wireless: true,
    micropython,
  },
  pico: {
    name: "pico",
    title: "Raspberry Pi Pico",
    firmware: "RPI_PICO",
    chip: "RP2040",
    wireless: false,
    micropython,
  },
  "pico2-w": {
    name: "pico2-w",
    title: "Raspberry Pi Pico 2 W",
    firmware: "RPI_PICO2_W",
    chip: "RP2350",
    wireless: true,
    micropython,
  },
  pico2: {
    name: "pico2",
    title: "Raspberry Pi Pico 2",
    firmware: "RPI_PICO2",
    chip: "RP2350",
    wireless: false,
    micropython,
  },
};

export function boardProfile(name: BoardName): BoardProfile {
  return profiles[name];
}

/** The board that `text` names: its own name or its firmware's, in any case, `_` or `-`. */
export function findBoard(text: string): BoardProfile | undefined {
  const plain = text.toLowerCase().replaceAll("_", "-");
  return Object.values(profiles).find(
    (profile) =>
      profile.name === plain || profile.firmware.toLowerCase().replaceAll("_", "-") === plain,
  );
}

/** Is `text` a version that programs can be lowered for, such as `1.26` or `1.26.1`? */
export function isMicropythonVersion(text: string): boolean {
  const match = /^1\.(\d{1,3})(\.\d{1,3})?$/.exec(text);
  return match !== null && Number(match[1]) >= Number(oldestMicropython.slice(2));
}

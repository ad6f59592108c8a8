/** What the compiler must know of a board before it reads a program. */
export interface BoardProfile {
  /** The name in settings and on the command line; its types are `stdlib-types/boards/NAME.d.ts`. */
  readonly name: BoardName;
  /** The name that people and shops use. */
  readonly title: string;
  /** The board's folder in MicroPython's sources, `ports/rp2/boards/FIRMWARE`; undefined where it is not known or not there. */
  readonly firmware: string | undefined;
  /** How many threads can run beside the main program: one per further core on an RP2. */
  readonly threads: number;
  /** The version that is assumed where the settings name none. */
  readonly micropython: string;
}

export const boardNames = ["pico_w", "pico", "pico2_w", "pico2", "pyboard", "generic"] as const;

export type BoardName = (typeof boardNames)[number];

export const defaultBoard: BoardName = "pico_w";

/**
 * The default MicroPython version is the newest that the hosts of the tests can run as well
 * (unix 1.26, WebAssembly 1.27): a program is never lowered for a feature that is not tested.
 */
const micropython = "1.26";

const profiles: Readonly<Record<BoardName, BoardProfile>> = {
  pico_w: {
    name: "pico_w",
    title: "Raspberry Pi Pico W",
    firmware: "RPI_PICO_W",
    threads: 1,
    micropython,
  },
  pico: { name: "pico", title: "Raspberry Pi Pico", firmware: "RPI_PICO", threads: 1, micropython },
  pico2_w: {
    name: "pico2_w",
    title: "Raspberry Pi Pico 2 W",
    firmware: "RPI_PICO2_W",
    threads: 1,
    micropython,
  },
  pico2: {
    name: "pico2",
    title: "Raspberry Pi Pico 2",
    firmware: "RPI_PICO2",
    threads: 1,
    micropython,
  },
  pyboard: {
    name: "pyboard",
    title: "Pyboard v1.1",
    firmware: undefined,
    threads: Number.POSITIVE_INFINITY,
    micropython,
  },
  generic: {
    name: "generic",
    title: "any RP2 board",
    firmware: undefined,
    threads: 1,
    micropython,
  },
};

export function boardProfile(name: BoardName): BoardProfile {
  return profiles[name];
}

/** The board that `text` names: its own name or its firmware's, in any case, with `_` or `-`. */
export function findBoard(text: string): BoardProfile | undefined {
  const plain = text.toLowerCase().replaceAll("-", "_");
  return Object.values(profiles).find(
    (profile) => profile.name === plain || profile.firmware?.toLowerCase() === plain,
  );
}

/** Is `text` a version that programs can be lowered for, such as `1.26` or `1.26.1`? */
export function isMicropythonVersion(text: string): boolean {
  const match = /^1\.(\d{1,3})(\.\d{1,3})?$/.exec(text);
  return match !== null && Number(match[1]) >= oldestMinor;
}

/** 1.20 is the oldest whose `uasyncio` and `_thread` the stubs describe. */
const oldestMinor = 20;

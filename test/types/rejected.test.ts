import { describe, expect, test } from "vitest";
import {
  authorsOfFiles,
  authorsOfHardware,
  authorsOfNetworks,
  authorsOfTasks,
} from "./programs/rejected/authors.ts";
import { concurrency, pyb } from "./programs/rejected/concurrency.ts";
import {
  concurrentCalls,
  hardware,
  moduleCalls,
  otherLanguages,
  pioAndDma,
  pyboardCalls,
} from "./programs/rejected/firmware.ts";
import { language, modules, network, python } from "./programs/rejected/library.ts";
import { devices, machine } from "./programs/rejected/machine.ts";
import { otherBoards, pins } from "./programs/rejected/pins.ts";
import type { Rejected } from "./programs/rejected/table.ts";
import { errorsOf, type Sample } from "./support/programs.ts";
import type { Board } from "./support/stubProgram.ts";

const groups: readonly (readonly [name: string, board: Board, group: Rejected])[] = [
  ["pins of a Pico W", "pico_w", pins],
  ["pins of a Pico", "pico", otherBoards.pico],
  ["pins of a Pico 2", "pico2", otherBoards.pico2],
  ["pins of a Pyboard", "pyboard", otherBoards.pyboard],
  ["machine", "pico_w", machine],
  ["devices", "pico_w", devices],
  ["concurrency", "pico_w", concurrency],
  ["pyb", "pico_w", pyb],
  ["the language", "pico_w", language],
  ["Python's builtins", "pico_w", python],
  ["modules", "pico_w", modules],
  ["network, files", "pico_w", network],
  ["hardware", "pico_w", hardware],
  ["PIO and DMA", "pico_w", pioAndDma],
  ["calls of modules", "pico_w", moduleCalls],
  ["tasks and threads", "pico_w", concurrentCalls],
  ["calls of pyb", "pico_w", pyboardCalls],
  ["what authors get wrong: hardware", "pico_w", authorsOfHardware],
  ["what authors get wrong: tasks", "pico_w", authorsOfTasks],
  ["what authors get wrong: networks", "pico_w", authorsOfNetworks],
  ["what authors get wrong: files", "pico_w", authorsOfFiles],
  ["names of other languages", "pico_w", otherLanguages],
];

test("at least 200 programs must not type-check, 40 of them about pins", () => {
  expect(groups.reduce((sum, [, , group]) => sum + group.programs.length, 0)).toBeGreaterThan(200);
  expect(pins.programs.length).toBeGreaterThan(40);
});

describe.each(groups)("%s", (_name, board, group) => {
  const samples: Sample[] = group.programs.map(([code]) => ({
    name: code,
    text: group.given === undefined ? `${code}\n` : `${group.given}\n${code}\n`,
  }));
  const errors = errorsOf(samples, board);
  const last = group.given === undefined ? 1 : group.given.split("\n").length + 1;

  test.each(group.programs)("%s", (code, expected) => {
    const found = errors.get(code)!;
    expect(found.map(({ line }) => line)).toContain(last);
    expect(found.filter(({ line }) => line !== last)).toEqual([]);
    const messages = found.map(({ message }) => message).join("\n");
    if (typeof expected === "string") expect(messages).toContain(expected);
    else expect(messages).toMatch(expected);
  });
});

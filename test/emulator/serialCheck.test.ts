import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFirmware } from "../../compiler/simulate/rp2040/firmware/readFirmware.ts";
import { FLASH_SIZE } from "../../compiler/simulate/rp2040/flashDevice.ts";
import { Pico } from "../../compiler/simulate/rp2040/pico.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { PicoLine } from "./picoLine.ts";
import { SerialTalk, serialChecks } from "./serialCheck.ts";

await describeOnFirmware("the serial line of the emulated board", ({ bin }) => {
  const firmware = readFirmware(readFileSync(bin), FLASH_SIZE);
  const first = new Pico({ firmware });

  test("there are sixteen checks", () => {
    expect(serialChecks.length).toBe(16);
  });

  describe("on a new flash", () => {
    const talk = new SerialTalk(new PicoLine(first));
    test.each(serialChecks)("%s", (_, check) => check(talk));
  });

  describe("on the flash of that run", () => {
    let talk: SerialTalk | undefined;
    test.each(serialChecks)("%s", (_, check) => {
      talk ??= new SerialTalk(new PicoLine(new Pico({ firmware, flash: first.flash.slice() })));
      check(talk);
    });
  });
});

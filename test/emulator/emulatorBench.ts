import { readFileSync } from "node:fs";
import { readFirmware } from "../../compiler/simulate/rp2040/firmware/readFirmware.ts";
import { FLASH_SIZE } from "../../compiler/simulate/rp2040/flashDevice.ts";
import { Pico } from "../../compiler/simulate/rp2040/pico.ts";

/**
 * Measures the emulator, as a program and not as a test: `node --import LOADER emulatorBench.ts
 * FIRMWARE` prints how long a board takes to its prompt, and instructions per second of one CPU.
 */
const firmware = readFirmware(readFileSync(process.argv[2] ?? ""), FLASH_SIZE);
const began = performance.now();
const pico = new Pico({ firmware });
let output = "";
pico.serial.onData = (data) => {
  output += Buffer.from(data).toString();
};
pico.serial.open();
pico.powerOn();
pico.advanceUntil(() => output.endsWith(">>> "), 2_000);
report("to the prompt, wall", `${Math.round(performance.now() - began)} ms`);
report("to the prompt, emulated", `${Math.round(pico.nanos / 1e6)} ms`);

const program = `def loop(n):
    s = 0
    for i in range(n): s = (s + i * 7) & 0xffff
    return s
print(loop(100000))
print(loop(2000000))
`;
const bus = pico.chip!.cores[0].bus;
const fetch = bus.fetch.bind(bus);
pico.serial.write(Buffer.from(`\x05${program}\x04`));
pico.advanceUntil(() => /\r\n\d+\r\n/.test(output), 5_000);
let instructions = 0;
bus.fetch = (address) => {
  instructions += 1;
  return fetch(address);
};
const cyclesBefore = pico.chip!.cores[0].cycles;
pico.advance(100);
const perCycle = instructions / (pico.chip!.cores[0].cycles - cyclesBefore);
Reflect.deleteProperty(bus, "fetch");

const cpu = process.cpuUsage();
const cycles = pico.chip!.cores[0].cycles;
pico.advance(5_000);
const { user, system } = process.cpuUsage(cpu);
const spent = (pico.chip!.cores[0].cycles - cycles) * perCycle;
report("million instructions per CPU second", String(Math.round(spent / (user + system))));
report("speed against a Pico at 125 MHz", (5e6 / (user + system)).toFixed(2));

function report(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(40)} ${value}\n`);
}

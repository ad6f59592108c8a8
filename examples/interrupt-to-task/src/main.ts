// From an interrupt to a task: a timer samples an input at a steady pace, and a task does the rest.
// The interrupt only puts a number on a queue; the sum, the text and the output are the task's.

import { run } from "asyncio";
import { ADC, Timer } from "machine";
import { ThreadSafeQueue } from "threadsafe";

const SAMPLES_PER_SECOND = 200;
const SAMPLES_PER_REPORT = 8;
const REPORTS = 3;

async function report(samples: ThreadSafeQueue<int>): Promise<void> {
  for (let number = 1; number <= REPORTS; number++) {
    let sum = 0;
    for (let i = 0; i < SAMPLES_PER_REPORT; i++) {
      sum += await samples.get();
    }
    const isInRange = sum >= 0 && sum <= SAMPLES_PER_REPORT * 65535;
    print(
      `Report ${number}: ${SAMPLES_PER_REPORT} samples, ${isInRange ? "in range" : "out of range"}`,
    );
  }
}

async function main(): Promise<void> {
  const input = new ADC(26);
  const samples = new ThreadSafeQueue<int>(32);
  const timer = new Timer({
    freq: SAMPLES_PER_SECOND,
    callback: () => {
      if (!samples.full()) samples.put_sync(input.read_u16());
    },
  });
  await report(samples);
  timer.deinit();
  print("Sampling has ended");
}

run(main());

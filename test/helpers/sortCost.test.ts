import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { runProgram } from "./evaluate.ts";

/** Best of seven rounds, the sorts in turn, so that a busy machine slows all of them. */
const program = `
import time
from random import getrandbits, seed
from tsmp.array_sort import array_sort
from tsmp.sort_by import sort_by
from tsmp.sort_values import sort_values

seed(1)
N = 5000
random = [getrandbits(20) for _ in range(N)]
in_order = random[:]
sort_values(in_order)
backwards = in_order[::-1]
sorts = {
    "plain": lambda values: values.sort(),
    "keyed": lambda values: values.sort(key=lambda value: value),
    "sort_values": sort_values,
    "sort_by": lambda values: sort_by(values, lambda value: value),
    "array_sort": lambda values: array_sort(values, lambda a, b: a - b),
}
best = {}
for _ in range(7):
    for shape, source in (("random", random), ("in order", in_order), ("backwards", backwards)):
        for name in sorts:
            if shape != "random" and name in ("plain", "keyed"):
                continue
            values = source[:]
            start = time.ticks_us()
            sorts[name](values)
            took = time.ticks_diff(time.ticks_us(), start)
            place = name + " " + shape
            best[place] = min(best.get(place, took), took)
for place in best:
    print(place, best[place])
`;

describeOnUnix("sorting 5,000 elements", (unix) => {
  test("takes at most three times as long as list.sort on random ones", async () => {
    const output = await runProgram({ unix }, program);
    const times = new Map(
      output
        .trim()
        .split("\n")
        .map((line) => [line.replace(/ \d+$/, ""), Number(/\d+$/.exec(line)![0])]),
    );
    const plain = times.get("plain random")!;
    const keyed = times.get("keyed random")!;
    for (const shape of ["random", "in order", "backwards"]) {
      expect(times.get(`sort_values ${shape}`)! / plain, `sort_values, ${shape}`).toBeLessThan(3);
      // with a function of the program's for every comparison or key
      expect(times.get(`sort_by ${shape}`)! / keyed, `sort_by, ${shape}`).toBeLessThan(3);
      expect(times.get(`array_sort ${shape}`)! / keyed, `array_sort, ${shape}`).toBeLessThan(3);
    }
  });
});

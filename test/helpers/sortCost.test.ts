import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { runProgram } from "./evaluate.ts";

/** Counts comparisons, which no other program on the machine can disturb; `npm run bench:sort` takes the time. */
const program = `
from random import getrandbits, seed
from tsmp.array_sort import array_sort
from tsmp.sort_by import sort_by
from tsmp.sort_values import sort_values

class Counted:
    seen = 0
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        Counted.seen += 1
        return self.value < other.value

def compare(a, b):
    Counted.seen += 1
    return a.value - b.value

def key(item):
    Counted.seen += 1
    return item.value

seed(1)
N = 5000
random = [Counted(getrandbits(20)) for _ in range(N)]
in_order = sorted(random, key=lambda item: item.value)
sorts = {
    "plain": lambda items: items.sort(),
    "sort_values": sort_values,
    "sort_by": lambda items: sort_by(items, key),
    "array_sort": lambda items: array_sort(items, compare),
}
for shape, source in (("random", random), ("in order", in_order), ("backwards", in_order[::-1])):
    for name in sorts:
        if name == "plain" and shape != "random":
            continue
        items = source[:]
        Counted.seen = 0
        sorts[name](items)
        right = all(items[i].value <= items[i + 1].value for i in range(N - 1))
        print(name, shape, Counted.seen if right else -1)
`;

describeOnUnix("sorting 5,000 elements", (unix) => {
  test("takes at most three times the comparisons of list.sort on random ones", async () => {
    const output = await runProgram({ unix }, program);
    const counts = new Map(
      output
        .trim()
        .split("\n")
        .map((line) => [line.replace(/ -?\d+$/, ""), Number(/-?\d+$/.exec(line)![0])]),
    );
    const plain = counts.get("plain random")!;
    expect(plain).toBeGreaterThan(5000);
    for (const shape of ["random", "in order", "backwards"]) {
      for (const sort of ["sort_values", "sort_by", "array_sort"]) {
        const count = counts.get(`${sort} ${shape}`)!;
        expect(count, `${sort}, ${shape}`).toBeGreaterThan(0);
        expect(count / plain, `${sort}, ${shape}`).toBeLessThan(3);
      }
    }
  });
});

#!/usr/bin/env node
// `npm run bench:sort`: how long the sorts of runtime-py/tsmp take for 5,000 elements, beside list.sort on random
// ones in the same run. Best of seven rounds, the sorts in turn, so that a busy machine slows all of them.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const provision = `${root}test/support/micropython/provision.mjs`;
const unix = execFileSync("node", [provision, "--print"], { encoding: "utf8" }).trim();
const program = `
import time
from random import getrandbits, seed
from tsmp.array_sort import array_sort
from tsmp.sort_by import sort_by
from tsmp.sort_values import sort_values

seed(1)
random = [getrandbits(20) for _ in range(5000)]
in_order = random[:]
sort_values(in_order)
shapes = (("random", random), ("in order", in_order), ("backwards", in_order[::-1]))
sorts = {
    "plain": lambda values: values.sort(),
    "keyed": lambda values: values.sort(key=lambda value: value),
    "sort_values": sort_values,
    "sort_by": lambda values: sort_by(values, lambda value: value),
    "array_sort": lambda values: array_sort(values, lambda a, b: a - b),
}
best = {}
for _ in range(7):
    for shape, source in shapes:
        for name in sorts:
            if shape != "random" and name in ("plain", "keyed"):
                continue
            values = source[:]
            start = time.ticks_us()
            sorts[name](values)
            took = time.ticks_diff(time.ticks_us(), start)
            best[name, shape] = min(best.get((name, shape), took), took)
for name, shape in best:
    base = "plain" if name in ("plain", "sort_values") else "keyed"
    print("%-12s %-10s %6d us  %.2f of list.sort, %s" % (name, shape, best[name, shape], best[name, shape] / best[base, "random"], base))
`;
process.stdout.write(
  execFileSync(unix, ["-X", "heapsize=4M", "-c", program], {
    encoding: "utf8",
    env: { ...process.env, MICROPYPATH: `${root}runtime-py:.frozen` },
  }),
);

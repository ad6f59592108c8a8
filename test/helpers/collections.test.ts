import fc from "fast-check";
import { type Case, sameAsNode } from "./sameAsNode.ts";

/**
 * Programs of operations on one Map and one Set, run in both languages. A key is the number of an entry in
 * `pool`; what an iteration does while it runs is a program too.
 */
type Operation =
  | ["set", number]
  | ["delete", number]
  | ["get", number]
  | ["has", number]
  | ["clear"]
  | ["size"]
  | ["list"]
  | ["walk", number, Operation[]];

const setup = `
from tsmp.Map import Map
from tsmp.Set import Set


class O:
    pass


a_list = [1]
an_object = O()
pool = [
    1, 1.0, f64("7ff8000000000000"), f64("8000000000000000"), 0, True, False, "1", "", None, a_list, [1], an_object, O(),
    2.5, 1 << 40, -7, f64("7ff0000000000000"), "a", "b", 1073741823, 1073741824, f64("4270000000000000"),
]


def run_map(operations, map, trace):
    for operation in operations:
        name = operation[0]
        if name == "set":
            map.set(pool[operation[1]], len(trace))
        elif name == "delete":
            trace.append(map.delete(pool[operation[1]]))
        elif name == "get":
            trace.append(map.get(pool[operation[1]]))
        elif name == "has":
            trace.append(map.has(pool[operation[1]]))
        elif name == "clear":
            map.clear()
        elif name == "size":
            trace.append(len(map))
        elif name == "list":
            trace.append([list(map.keys()), list(map.values()), [pair for pair in map]])
        else:
            visited = 0
            for key, value in map.entries():
                trace.append([key, value])
                if visited == operation[1]:
                    run_map(operation[2], map, trace)
                visited += 1
                if visited > 20:
                    break
    return trace


def run_set(operations, set, trace):
    for operation in operations:
        name = operation[0]
        if name == "set":
            set.add(pool[operation[1]])
        elif name == "delete":
            trace.append(set.delete(pool[operation[1]]))
        elif name == "get" or name == "has":
            trace.append(set.has(pool[operation[1]]))
        elif name == "clear":
            set.clear()
        elif name == "size":
            trace.append(len(set))
        elif name == "list":
            trace.append([list(set.keys()), list(set.values()), list(set)])
        else:
            visited = 0
            for value in set:
                trace.append(value)
                if visited == operation[1]:
                    run_set(operation[2], set, trace)
                visited += 1
                if visited > 20:
                    break
    return trace
`;

class O {}
const pool: unknown[] = [
  ...[1, 1, NaN, -0, 0, true, false, "1", "", undefined, [1], [1], new O(), new O()],
  ...[2.5, 2 ** 40, -7, Infinity, "a", "b", 1073741823, 1073741824, 2 ** 40],
];

function runMap(operations: Operation[], map: Map<unknown, unknown>, trace: unknown[]): unknown[] {
  for (const operation of operations) {
    if (operation[0] === "set") map.set(pool[operation[1]], trace.length);
    else if (operation[0] === "delete") trace.push(map.delete(pool[operation[1]]));
    else if (operation[0] === "get") trace.push(map.get(pool[operation[1]]));
    else if (operation[0] === "has") trace.push(map.has(pool[operation[1]]));
    else if (operation[0] === "clear") map.clear();
    else if (operation[0] === "size") trace.push(map.size);
    else if (operation[0] === "list") trace.push([[...map.keys()], [...map.values()], [...map]]);
    else {
      let visited = 0;
      for (const [key, value] of map) {
        trace.push([key, value]);
        if (visited === operation[1]) runMap(operation[2], map, trace);
        if (++visited > 20) break;
      }
    }
  }
  return trace;
}

function runSet(operations: Operation[], set: Set<unknown>, trace: unknown[]): unknown[] {
  for (const operation of operations) {
    if (operation[0] === "set") set.add(pool[operation[1]]);
    else if (operation[0] === "delete") trace.push(set.delete(pool[operation[1]]));
    else if (operation[0] === "get" || operation[0] === "has")
      trace.push(set.has(pool[operation[1]]));
    else if (operation[0] === "clear") set.clear();
    else if (operation[0] === "size") trace.push(set.size);
    else if (operation[0] === "list") trace.push([[...set.keys()], [...set.values()], [...set]]);
    else {
      let visited = 0;
      for (const value of set) {
        trace.push(value);
        if (visited === operation[1]) runSet(operation[2], set, trace);
        if (++visited > 20) break;
      }
    }
  }
  return trace;
}

/** Instances come back from Python as text. */
function shown(value: unknown): unknown {
  if (value instanceof O) return "<O>";
  return Array.isArray(value) ? value.map(shown) : value;
}

const key = fc.nat(pool.length - 1);
const { program } = fc.letrec<{ program: Operation[]; operation: Operation }>((tie) => ({
  program: fc.array(tie("operation"), { maxLength: 12 }),
  operation: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(
      fc.constantFrom(
        "set" as const,
        "set" as const,
        "delete" as const,
        "get" as const,
        "has" as const,
      ),
      key,
    ),
    fc.tuple(fc.constantFrom("set" as const, "delete" as const), fc.nat(4)),
    fc.tuple(fc.constantFrom("clear" as const, "size" as const, "list" as const, "list" as const)),
    fc.tuple(fc.constant("walk" as const), fc.nat(3), tie("program")),
  ) as fc.Arbitrary<Operation>,
}));

const programs = fc.sample(program, { numRuns: 1500, seed: 1 });
const cases = (python: string, node: (program: Operation[]) => unknown): Case[] =>
  programs.map((operations) => ({
    python: python.replace("PROGRAM", JSON.stringify(operations)),
    node: () => shown(node(operations)),
  }));

sameAsNode("Map", {
  helpers: [],
  setup,
  cases: cases("run_map(PROGRAM, Map(), [])", (operations) => runMap(operations, new Map(), [])),
});

sameAsNode("Set", {
  helpers: [],
  setup,
  cases: cases("run_set(PROGRAM, Set(), [])", (operations) => runSet(operations, new Set(), [])),
});

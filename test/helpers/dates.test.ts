import fc from "fast-check";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

// A board's local time is UTC.
process.env["TZ"] = "UTC";

const times = [
  ...[
    0, 1, -1, 999, -86400000, 86399999, 951782400000, 951868800000, 1709164800000, 1709251199999,
    4107542400000,
  ],
  ...[
    -62167219200000, -62198755200000, -1e14, 253402300799999, 253402300800000, 8.64e15, -8.64e15,
    1763676000123,
  ],
  ...[8.64e15 + 1, NaN, Infinity, 1.9, -1.9, 2 ** 31 * 1000],
  ...fc.sample(fc.integer({ min: -8.64e15, max: 8.64e15 }), { numRuns: 200, seed: 1 }),
  ...fc.sample(fc.integer({ min: -1e12, max: 4e12 }), { numRuns: 300, seed: 2 }),
];

const getters = [
  ...[
    "getTime",
    "valueOf",
    "getFullYear",
    "getMonth",
    "getDate",
    "getHours",
    "getMinutes",
    "getSeconds",
  ],
  ...[
    "getMilliseconds",
    "getDay",
    "getTimezoneOffset",
    "getUTCFullYear",
    "getUTCMonth",
    "getUTCDate",
    "getUTCDay",
  ],
  ...["toISOString", "toJSON", "toString", "toDateString", "toTimeString", "toUTCString"],
] as const;

sameAsNode("Date: parts and texts", {
  helpers: ["Date"],
  cases: times.flatMap((time) =>
    getters.map((name) => ({
      python: `Date(${py(time)}).${name}()`,
      node: () => (new Date(time) as unknown as Record<string, () => unknown>)[name]!(),
    })),
  ),
});

const setters: [string, number[][]][] = [
  ["setTime", [[5], [NaN], [1e20], [3.7]]],
  [
    "setFullYear",
    [[2024], [2023, 1], [2023, 1, 30], [99], [-5, 13, -40], [NaN], [275760, 8, 13], [300000]],
  ],
  ["setMonth", [[0], [1], [13], [-1], [5, 31], [1.9], [NaN]]],
  ["setDate", [[1], [0], [31], [-400], [400.5], [Infinity]]],
  ["setHours", [[0], [25], [-1, 61], [1, 2, 3], [1, 2, 3, 4], [NaN]]],
  ["setMinutes", [[59], [60, 60], [1, 2, 3]]],
  ["setSeconds", [[-1], [1, 1000]]],
  ["setMilliseconds", [[1e6], [-1], [0.5]]],
  ["setUTCMonth", [[11, 31]]],
];

sameAsNode("Date: setters", {
  helpers: ["Date"],
  setup: "def changed(date, name, *args):\n    return [getattr(date, name)(*args), date.getTime()]",
  cases: [0, NaN, 951868800000, 1709251199999, -1, 8.64e15, 1763676000123].flatMap((time) =>
    setters.flatMap(([name, lists]) =>
      lists.map((list) => ({
        python: `changed(Date(${py(time)}), "${name}", ${list.map((x) => py(x)).join(", ")})`,
        node: () => {
          const date = new Date(time);
          const result = (date as unknown as Record<string, (...args: number[]) => number>)[name]!(
            ...list,
          );
          return [result, date.getTime()];
        },
      })),
    ),
  ),
});

const parts = [
  ...[
    [2024, 0],
    [2024, 1, 30],
    [99, 11, 31],
    [0, 0],
    [100, 0],
    [2024, 12, 1, 24, 60, 60, 1000],
    [2024, -1, 0],
  ],
  ...[
    [NaN, 0],
    [2024, NaN],
    [2024.9, 1.9, 1.9],
    [-1, 0],
    [275760, 8, 13, 0, 0, 0, 1],
    [-271821, 3, 20],
    [99.5, 0],
  ],
  ...[
    [2e5, 12e5],
    [1970, 0, 1, 0, 0, 0, 8.64e15],
    [1970, 0, Infinity],
  ],
];
sameAsNode("Date of parts", {
  helpers: ["Date", "date_utc"],
  cases: parts.flatMap((list) => {
    const args = list.map((x) => py(x)).join(", ");
    return [
      {
        python: `Date(${args}).getTime()`,
        node: () => new Date(...(list as [number, number])).getTime(),
      },
      { python: `date_utc(${args})`, node: () => Date.UTC(...(list as [number, number])) },
    ];
  }),
});

const texts = [
  ...[
    "2024",
    "2024-02",
    "2024-02-29",
    "2024-02-31",
    "2024-13-01",
    "2024-00-01",
    "2024-1-5",
    "24-01-05",
    "20240105",
  ],
  ...[
    "2024-02-29T",
    "2024-02-29T12",
    "2024-02-29T12:30",
    "2024-02-29T12:30:45",
    "2024-02-29T12:30:45.1",
  ],
  ...[
    "2024-02-29T12:30:45.123456Z",
    "2024-02-29T12:30Z",
    "2024-02-29t12:30z",
    "2024T10:00",
    "2024-05T10:00Z",
  ],
  ...[
    "2024-02-29T12:30+02:00",
    "2024-02-29T12:30-0530",
    "2024-02-29T12:30+2",
    "2024-02-29T12:30+24:00",
  ],
  ...[
    "2024-02-29T24:00",
    "2024-02-29T24:01",
    "2024-02-29T25:00",
    "2024-02-29T12:60",
    "2024-02-29T12:30:60",
  ],
  ...[
    "2024-02-29T24:00:00.000Z",
    "2024-02-29T24:00:00.001Z",
    "2024-02-29T12:30:45.",
    "2024-02-29T12:30:45Zx",
  ],
  ...[
    "+012024-01-01",
    "-000001-01-01",
    "-000000-01-01",
    "+275760-09-13",
    "+275760-09-14",
    "-2024",
    "+2024-01-01",
  ],
  ...[
    "",
    " ",
    "abc",
    "Jan 5, 2024",
    "5 Jan 2024",
    "January 5 2024",
    "Jan 5",
    "5 January",
    "2024 Jan 5",
    "Jan 2024",
  ],
  ...[
    "Jan 5, 2024 10:30",
    "Jan 5, 2024 10:30 PM",
    "Jan 5, 2024 12:30 am",
    "Jan 5, 2024 13:30 PM",
    "Jan 5, 24",
  ],
  ...[
    "Fri, 05 Jan 2024 10:30:15 GMT",
    "Fri Jan 05 2024 10:30:15 GMT+0100 (Central European Standard Time)",
  ],
  ...[
    "1/5/2024",
    "13/5/2024",
    "2024/1/5",
    "1/5",
    "1/5/49",
    "1/5/50",
    "1/5/2024 10:30:15.5",
    "1-5-2024",
    "05.01.2024",
  ],
  ...[
    "Jan 5 2024 10:30 EST",
    "Jan 5 2024 10:30 PDT",
    "Jan 5 2024 10:30 UTC+2",
    "Jan 5 2024 10:30 +0530",
  ],
  ...[
    "Jan 5 2024 10:30 -08:00",
    "Jan 5 2024 10:30Z",
    "Jan 5 2024 10:30:",
    "Jan 5 2024 24:00",
    "Jan 5 2024 24:01",
  ],
  ...[
    "Jan 5 2024 25:00",
    "Jan 32 2024",
    "Foo 5 2024",
    "5 Foo 2024",
    "Jan5 2024",
    "Mon Jan 5 2024 (comment)",
    "10:30",
  ],
  ...[
    "2024-02-29 12:30",
    "2024-02-29 12:30:45.678",
    "2024-02-29 12:30+01:00",
    "  2024-02-29",
    "2024-02-29 ",
    "12",
  ],
  ...[
    "2024-02-29T12:30:45.000+00:00",
    "Thu, 01 Jan 1970 00:00:00 GMT+0200",
    "1 2 3 4",
    "Jan 5 2024 10:30 GMT-8",
  ],
  ...[
    "2024 10:30",
    "Dec 25, 1995",
    "Wed, 09 Aug 1995 00:00:00",
    "Aug 9, 1995 20:00 PM",
    "2024-06-15T08:00:00.5+05:30",
  ],
];
const generated = fc.sample(
  fc.tuple(
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.constantFrom("toISOString", "toString", "toUTCString"),
  ),
  { numRuns: 200, seed: 3 },
);

const parseCases = (list: string[], helper: string): Case[] =>
  list.map((text) => ({ python: `${helper}(${py(text)})`, node: () => Date.parse(text) }));

sameAsNode("date_parse", {
  helpers: ["date_parse"],
  wasmEvery: 3,
  cases: parseCases(
    [
      ...texts,
      ...generated.map(([time, method]) => new Date(time)[method as "toISOString"]()),
      ...fc.sample(fc.stringMatching(/^(Jan|5|2024|-|\/|:|10| |T|Z|\+|,|\.){1,8}$/), {
        numRuns: 1500,
        seed: 4,
      }),
    ],
    "date_parse",
  ),
});

sameAsNode("Date of other values", {
  helpers: ["Date", "date_now"],
  setup:
    "from tsmp.to_number import to_number\nfrom tsmp.text import text\nfrom tsmp.inspect import inspect",
  wasmEvery: 1,
  cases: [
    { python: "Date(Date(5)).getTime()", node: () => new Date(new Date(5)).getTime() },
    { python: "Date('2024-02-29').getTime()", node: () => new Date("2024-02-29").getTime() },
    { python: "Date('nonsense').getTime()", node: () => new Date("nonsense").getTime() },
    { python: "to_number(Date(7))", node: () => +new Date(7) },
    { python: "text(Date(7))", node: () => String(new Date(7)) },
    { python: "inspect(Date(7))", node: () => new Date(7).toISOString() },
    { python: "abs(Date().getTime() - date_now()) < 1000", node: () => true },
    { python: `0 <= date_now() - ${Date.now()} < 600000`, node: () => true },
  ],
});

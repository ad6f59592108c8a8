import * as py from "../../python/py.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import type { LibraryCall, LibraryConstructorTable, LibraryTable } from "./libraryTypes.ts";

const parts = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"];

/** The methods of dates that the runtime's class has, under their own names. */
const methods = [
  ...parts.flatMap((part) => [`get${part}`, `getUTC${part}`, `set${part}`, `setUTC${part}`]),
  "getDay",
  "getUTCDay",
  "getTime",
  "setTime",
  "getTimezoneOffset",
  "toISOString",
  "toJSON",
  "toString",
  "toDateString",
  "toTimeString",
  "toUTCString",
  "valueOf",
];

const statics = { now: "date_now", parse: "date_parse", UTC: "date_utc" };

/** Dates, in UTC. */
export const dateMethods: LibraryTable = {
  ...Object.fromEntries(methods.map((name) => [`Date.${name}`, onDate(name)])),
  ...Object.fromEntries(
    Object.entries(statics).map(([name, helper]) => [
      `DateConstructor.${name}`,
      (ctx: Lowering, { args }: LibraryCall) =>
        py.call(ctx.helper(helper), lowerPositional(ctx, args)),
    ]),
  ),
};

export const dateConstructors: LibraryConstructorTable = {
  Date: (ctx, node) => py.call(ctx.helper("Date"), lowerPositional(ctx, node.arguments ?? [])),
};

function onDate(name: string) {
  return (ctx: Lowering, { receiver, args }: LibraryCall): py.Expression => {
    const [date, ...values] = inOrder(ctx, [
      () => lowerChainLink(ctx, receiver!),
      ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
    ]);
    return py.callMethod(date!, name, values);
  };
}

import { ts } from "ts-morph";
import type { Call, CallGraph } from "../../facts/contexts/callGraph.ts";
import { skipWrappers } from "../../facts/syntax.ts";

/** What calls of the stubs do to the code around them. */

/** Calls that wait: with the milliseconds for those that say how long. */
export type Wait = { readonly ms: number | undefined; readonly instead: string };

const sleeps: Readonly<Record<string, { readonly unit: number; readonly instead: string }>> = {
  "time.sleep": { unit: 1000, instead: "Write `await sleep(seconds)` of `asyncio`." },
  "time.sleep_ms": { unit: 1, instead: "Write `await sleep_ms(ms)` of `asyncio`." },
  "time.sleep_us": { unit: 0.001, instead: "Write `await sleep_ms(ms)` of `asyncio`." },
  "pyb.delay": { unit: 1, instead: "Write `await sleep_ms(ms)` of `asyncio`." },
  "pyb.udelay": { unit: 0.001, instead: "Write `await sleep_ms(ms)` of `asyncio`." },
};

const reads = "Read through a StreamReader of `asyncio`, or `await unblock(...)` of `threadsafe`.";

/** Calls that wait for something outside for as long as it takes. */
const waits: Readonly<Record<string, string>> = {
  input: reads,
  "machine.lightsleep": "Write `await sleep_ms(ms)` of `asyncio`.",
  "ntptime.settime": "Write `await unblock(settime)`, with `unblock` of `threadsafe`.",
  "apploop.AppLoopManager.stop_thread": "Write `await manager.stop()`.",
};
for (const method of ["get", "post", "put", "patch", "delete", "head", "request"]) {
  (waits as Record<string, string>)[`requests.${method}`] =
    `Write \`await unblock(${method}, url)\`, with \`unblock\` of \`threadsafe\`.`;
}

const streams =
  "Use `open_connection` or a StreamReader of `asyncio`, or `await unblock(...)` of `threadsafe`.";
for (const method of ["recv", "recvfrom", "accept", "connect", "read", "readline", "sendall"]) {
  (waits as Record<string, string>)[`socket.socket.${method}`] = streams;
}

/** A socket with a time-out of its own, or none at all, is made for tasks. */
export function setsTimeouts({ calls }: CallGraph): boolean {
  return calls.some(({ name }) => /^socket\.socket\.(settimeout|setblocking)$/.test(name ?? ""));
}

/** How long a call waits, undefined where it does not. */
export function waitOf(checker: ts.TypeChecker, call: Call): Wait | undefined {
  const { name, node } = call;
  if (name === undefined) return undefined;
  const sleep = sleeps[name];
  if (sleep) {
    const time = constantOf(checker, node.arguments?.[0]);
    return { ms: time === undefined ? undefined : time * sleep.unit, instead: sleep.instead };
  }
  if (isBlockingQueueCall(call)) {
    const method = name.endsWith("get_sync") ? "get()" : "put(value)";
    return { ms: Number.POSITIVE_INFINITY, instead: `Write \`await queue.${method}\`.` };
  }
  const instead = waits[name];
  return instead === undefined ? undefined : { ms: Number.POSITIVE_INFINITY, instead };
}

/** `q.get_sync(true)`, `q.put_sync(x, { block: true })` */
function isBlockingQueueCall({ name, node }: Call): boolean {
  const at = name === "threadsafe.ThreadSafeQueue.get_sync" ? 0 : 1;
  if (at === 1 && name !== "threadsafe.ThreadSafeQueue.put_sync") return false;
  const argument = node.arguments?.[at];
  const bare = argument && skipWrappers(argument);
  if (!bare) return false;
  if (!ts.isObjectLiteralExpression(bare)) return bare.kind === ts.SyntaxKind.TrueKeyword;
  return bare.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      property.name.getText() === "block" &&
      property.initializer.kind === ts.SyntaxKind.TrueKeyword,
  );
}

/** The value of a number literal, or of a constant that is one. */
function constantOf(checker: ts.TypeChecker, node: ts.Expression | undefined): number | undefined {
  const type = node && checker.getTypeAtLocation(node);
  return type?.isNumberLiteral() ? type.value : undefined;
}

/** `lock.acquire()` that waits: without 0 or false. */
export function isWaitingAcquire({ name, node }: Call): boolean {
  if (name !== "_thread.LockType.acquire") return false;
  const [flag] = node.arguments ?? [];
  if (!flag) return true;
  return flag.kind !== ts.SyntaxKind.FalseKeyword && flag.getText() !== "0";
}

/** What only tasks may use: it works on the list of tasks, which nothing guards. */
export function isForTasksOnly(name: string): boolean {
  if (tasksOnly.has(name)) return true;
  return /^(primitives|asyn)\.\w+\.\w+$/.test(name) && !anywhere.has(name);
}

/** What of these two modules touches no list of tasks. */
const anywhere: ReadonlySet<string> = new Set([
  ...["trigger", "running"].map((method) => `primitives.Delay_ms.${method}`),
  "primitives.AADC.read_u16",
  "primitives.Encoder.value",
  "primitives.EButton.rawstate",
  "primitives.Pushbutton.rawstate",
  "primitives.RegExp.matching",
]);

const tasksOnly: ReadonlySet<string> = new Set([
  ...["create_task", "gather", "wait_for", "wait_for_ms", "current_task", "open_connection"].map(
    (name) => `asyncio.${name}`,
  ),
  "asyncio.start_server",
  "asyncio.Task.cancel",
  "asyncio.Event.set",
  "asyncio.Event.clear",
  "asyncio.Event.wait",
  "asyncio.Lock.acquire",
  "asyncio.Lock.release",
  "asyncio.ThreadSafeFlag.wait",
  "asyncio.Loop.stop",
  "threadsafe.ThreadSafeEvent.clear",
  "threadsafe.ThreadSafeEvent.wait",
  "threadsafe.ThreadSafeQueue.get",
  "threadsafe.ThreadSafeQueue.put",
  "threadsafe.Message.clear",
  "threadsafe.Message.wait",
  "threadsafe.Context.assign",
  "threadsafe.unblock",
  "asyn.launch",
  "primitives.launch",
  "asyncio.Loop.create_task",
  "asyncio.Stream.write",
  "asyncio.Stream.close",
  "setTimeout",
  "setInterval",
  "clearTimeout",
  "clearInterval",
  "queueMicrotask",
  "Promise",
  "PromiseConstructor.all",
  "PromiseConstructor.race",
  "PromiseConstructor.any",
  "PromiseConstructor.allSettled",
  "Promise.then",
  "Promise.catch",
  "Promise.finally",
]);

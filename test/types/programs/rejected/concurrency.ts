import type { Rejected } from "./table.ts";

export const concurrency: Rejected = {
  given: `import * as asyncio from "asyncio";
import { start_new_thread, allocate_lock } from "_thread";
import { Message, ThreadSafeEvent, ThreadSafeQueue, unblock } from "threadsafe";
import { AppLoopManager, AppWorker } from "apploop";
import { Delay_ms, Pushbutton, Queue } from "primitives";
import { Barrier, Cancellable, NamedTask } from "asyn";
import { schedule } from "micropython";
import { sleep_ms } from "time";
async function work(n: number): Promise<number> { return n; }
function two(a: number, b: string): void {}
declare const queue: ThreadSafeQueue<number>;`,
  programs: [
    ["asyncio.create_task(work);", "Promise"],
    ["asyncio.create_task(3);", "number"],
    ["asyncio.create_task(work(1)).result();", "Property 'result' does not exist"],
    [
      "asyncio.create_task(work(1)).add_done_callback(() => {});",
      "Property 'add_done_callback' does not exist",
    ],
    [`asyncio.create_task(work(1), { name: "x" });`, "Expected 1 arguments"],
    ["const s: string = asyncio.run(work(1));", "not assignable to type 'string'"],
    ["new asyncio.Queue();", "Property 'Queue' does not exist"],
    ["new asyncio.Semaphore(1);", "Property 'Semaphore' does not exist"],
    ["asyncio.TaskGroup;", "Property 'TaskGroup' does not exist"],
    ["asyncio.shield(work(1));", "Property 'shield' does not exist"],
    ["asyncio.get_running_loop();", "Property 'get_running_loop' does not exist"],
    ["asyncio.to_thread(two);", "Property 'to_thread' does not exist"],
    [`asyncio.sleep("1");`, "string"],
    ["asyncio.sleep_ms();", "Expected 1 arguments"],
    ["asyncio.wait_for(work(1));", "Expected 2 arguments"],
    ["asyncio.gather([work(1), work(2)]);", "PromiseLike"],
    ["asyncio.gather(work(1), 5);", "number"],
    [
      "async function f() { const [a] = await asyncio.gather(work(1)); a.length; }",
      "Property 'length' does not exist",
    ],
    [
      "async function f() { const [a] = await asyncio.gather(work(1), { return_exceptions: true }); a.toFixed(); }",
      "Property 'toFixed' does not exist",
    ],
    [
      "async function f() { const [, b] = await asyncio.gather(work(1)); }",
      "no element at index '1'",
    ],
    ["new asyncio.Event().wait(100);", "Expected 0 arguments"],
    ["new asyncio.Lock(1);", "Expected 0 arguments"],
    ["function f() { using _ = new asyncio.Lock(); }", "[Symbol.dispose]"],
    ["async function f() { await using _ = new asyncio.Event(); }", "[Symbol.asyncDispose]"],
    ["new asyncio.Task();", "Constructor of class 'Task<T>' is private"],
    ["asyncio.start_server(two, '0.0.0.0', 80);", "StreamReader"],
    ["asyncio.start_server(async () => {}, '0.0.0.0', '80');", "string"],
    ["start_new_thread(two, [1]);", "Source has 1 element(s) but target requires 2"],
    [`start_new_thread(two, ["a", "b"]);`, "not assignable to type 'number'"],
    ["start_new_thread(two);", "Expected 2 arguments"],
    ["start_new_thread(two, 1, 'a');", "Expected 2 arguments"],
    [`start_new_thread(two, [1, "a", 2]);`, "Source has 3 element(s) but target allows only 2"],
    ["start_new_thread(two(1, 'a'), []);", "void"],
    ["allocate_lock().acquire({ blocking: false });", "blocking"],
    ["async function f() { for await (const x of allocate_lock()) {} }", "asyncIterator"],
    ["new ThreadSafeQueue();", "Expected 1 arguments"],
    [`new ThreadSafeQueue<number>("abc");`, "string"],
    [`queue.put_sync("x");`, "'string' is not assignable to parameter of type 'number'"],
    ["queue.put_sync(1, { blocking: true });", "'blocking' does not exist"],
    ["queue.get_sync({ timeout: 1 });", "'timeout' does not exist"],
    ["const s: string = queue.get_sync();", "not assignable to type 'string'"],
    ["queue.get(true);", "Expected 0 arguments"],
    ["for (const x of queue) print(x);", "[Symbol.iterator]"],
    [
      "async function f() { for await (const x of queue) x.length; }",
      "Property 'length' does not exist",
    ],
    ["new ThreadSafeQueue(new Uint8Array(3)).put_sync('a');", "string"],
    ["new ThreadSafeEvent().set(1);", "Expected 0 arguments"],
    ["new Message<number>().set('x');", "string"],
    ["async function f() { (await unblock(two, 1)); }", "Expected 3 arguments"],
    ["new AppWorker({ period: 3 });", "'period' does not exist"],
    ["new AppLoopManager().create_worker(AppWorker);", "AppWorker"],
    [`new AppWorker().set_external_func((w, n: number) => {}, "x");`, "string"],
    ["new Queue<number>().put_nowait('x');", "string"],
    ["new Delay_ms((a: number) => {}, ['x']);", "string"],
    ["new Pushbutton(14);", "Pin"],
    ["new Barrier();", "Expected 1-3 arguments"],
    ["new NamedTask('x', two);", "Expected 3 arguments"],
    ["new Cancellable(work(1));", "Promise"],
    ["schedule(two, 1);", "(a: number, b: string) => void"],
    ["schedule(() => {});", "Expected 2 arguments"],
    [`sleep_ms("5");`, "string"],
  ],
};

export const pyb: Rejected = {
  given: `import * as pyb from "pyb";`,
  programs: [
    ["new pyb.Timer(4, { freq: 1, period: 3 });", "not assignable to type 'undefined'"],
    ["new pyb.Timer(4, { prescaler: 3 });", "period"],
    ["new pyb.Timer({ freq: 1 });", "number"],
    ["new pyb.LED(5);", "5"],
    ["new pyb.LED(1).brightness(3);", "Property 'brightness' does not exist"],
    [`new pyb.Pin("X1", 1);`, "PinMode"],
    ["new pyb.UART(1, { baudrate: 9600 });", "number"],
    ["new pyb.Switch().callback((a: number) => {});", "number"],
    [`pyb.delay("1");`, "string"],
    ["pyb.sleep(1);", "Property 'sleep' does not exist"],
    ["new pyb.Servo(1).angle('x');", "string"],
  ],
};

import { testRule } from "../ruleTester.ts";

testRule("TSMP5027", {
  valid: {
    "two queues echo": `import { ThreadSafeQueue } from "threadsafe";
import { start_new_thread } from "_thread";
import { run, create_task } from "asyncio";
const to = new ThreadSafeQueue<number>(8); const from = new ThreadSafeQueue<number>(8);
function echo(i: ThreadSafeQueue<number>, o: ThreadSafeQueue<number>): void { while (true) o.put_sync(i.get_sync(true), true); }
start_new_thread(echo, [to, from]);
async function send() { for (let i = 0; i < 5; i++) await to.put(i); }
async function main() { create_task(send()); for await (const v of from) print(v); }
run(main());`,
    "two tasks put to a thread": `import { ThreadSafeQueue } from "threadsafe";
import { start_new_thread } from "_thread";
import { run, gather } from "asyncio";
const q = new ThreadSafeQueue<number>(8);
start_new_thread(() => { while (true) print(q.get_sync(true)); }, []);
async function feed(n: number) { for (let i = 0; i < 5; i++) await q.put(n + i); }
async function main() { await gather(feed(0), feed(100)); }
run(main());`,
  },
  invalid: {
    "both ends in tasks (use a Queue)": `import { ThreadSafeQueue } from "threadsafe";
import { run, create_task } from "asyncio";
const q = «new ThreadSafeQueue<number>(8);
async function feed() { for (let i = 0; i < 5; i++) await q.put(i); }
async function main() { create_task(feed()); for (let i = 0; i < 5; i++) print(await q.get()); }
run(main());`,
  },
});

import { testRule } from "../ruleTester.ts";

testRule("TSMP5013", {
  given: `import { start_new_thread } from "_thread";
import { run } from "asyncio";
import { UART } from "machine";
import { Message, ThreadSafeQueue } from "threadsafe";
const q = new ThreadSafeQueue<number[]>(8);
const blocks = new ThreadSafeQueue<Uint8Array>(8);
const message = new Message<number[]>();
const port = new UART(0, 9600);
`,
  valid: {
    "a new one for each turn": `start_new_thread(() => { while (true) { const list = [1]; list.push(2); q.put_sync(list, true); } }, []);`,
    "a copy": `const list = [1];
q.put_sync(list.slice());
list.push(2);`,
    "changed before": `const list = [1];
list.push(2);
q.put_sync(list);`,
    "given a new value": `let list = [1];
q.put_sync(list);
list = [];
list.push(3);
print(list.length);`,
    "a number": `const numbers = new ThreadSafeQueue<number>(8);
let n = 0;
while (n < 3) { numbers.put_sync(n); n++; }`,
    "only read": `const list = [1];
q.put_sync(list);
print(list[0], list.length);`,
  },
  invalid: {
    "an item more": `const list = [1];
q.put_sync(list);
«list.push(2);`,
    "a place": `const list = [1];
q.put_sync(list, true);
«list[0] = 2;`,
    "cleared for the next turn": `start_new_thread(() => {
  const list: number[] = [];
  while (true) { «list.push(1); q.put_sync(list, true); list.length = 0; }
}, []);`,
    "a buffer that is filled again": `start_new_thread(() => {
  const block = new Uint8Array(8);
  while (true) { port.readinto(«block); blocks.put_sync(block, true); }
}, []);`,
    "by a task": `async function main() { const list = [1]; await q.put(list); «list.pop(); }
run(main());`,
    "a message": `const list = [1];
message.set(list);
«list.sort((a, b) => a - b);`,
    "an array of bytes": `const block = new Uint8Array(8);
blocks.put_sync(block);
«block.fill(0);`,
  },
});

import { testRule } from "../ruleTester.ts";

testRule("TSMP5012", {
  given: `import { allocate_lock, start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import { Pin } from "machine";
const lock = allocate_lock();
const place = { x: 0, y: 0 };
`,
  valid: {
    guarded: `start_new_thread(() => { using _held = lock; place.x = 1; place.y = 2; }, []);
async function main() { { using _held = lock; print(place.x, place.y); } await sleep_ms(1); }
run(main());`,
    "an interrupt runs to its end": `new Pin(3).irq({ handler: () => { place.x = 1; place.y = 2; } });
async function main() { print(place.x, place.y); await sleep_ms(1); }
run(main());`,
    "one value": `start_new_thread(() => { place.x = 1; }, []);
async function main() { print(place.x); await sleep_ms(1); }
run(main());`,
    "written apart": `start_new_thread(() => { if (place.x > 3) { place.x = 1; } place.y = 2; }, []);
async function main() { print(place.x, place.y); await sleep_ms(1); }
run(main());`,
    "read apart": `start_new_thread(() => { place.x = 1; place.y = 2; }, []);
async function main() { print(place.x); await sleep_ms(1); print(place.y); }
run(main());`,
    "read when it is done": `let done = false;
start_new_thread(() => { place.x = 1; place.y = 2; done = true; }, []);
async function main() { while (!done) await sleep_ms(1); print(place.x, place.y); }
run(main());`,
  },
  invalid: {
    "a point": `start_new_thread(() => { while (true) { «place.x = 1; place.y = 2; } }, []);
async function main() { print(place.x, place.y); await sleep_ms(1); }
run(main());`,
    "fields of a class": `class Sensor {
  hot = 0;
  wet = 0;
  start(): void { start_new_thread(() => this.work(), []); }
  sum(): number { return this.hot + this.wet; }
  private work(): void { while (true) { «this.hot = 2; this.wet = 3; } }
}
const sensor = new Sensor();
sensor.start();
print(sensor.sum());`,
    "guarded on one side": `start_new_thread(() => { while (true) { using _held = lock; «place.x = 1; place.y = 2; } }, []);
async function main() { print(place.x, place.y); await sleep_ms(1); }
run(main());`,
    counted: `start_new_thread(() => { while (true) { «place.x++; place.y--; } }, []);
async function main() { print(place.x + place.y); await sleep_ms(1); }
run(main());`,
    "taken apart": `start_new_thread(() => { while (true) { «place.x = 1; place.y = 2; } }, []);
async function main() { const { x, y } = place; print(x, y); await sleep_ms(1); }
run(main());`,
    "in a condition": `start_new_thread(() => { while (true) { «place.x = 1; place.y = 2; } }, []);
async function main() { if (place.x < place.y) await sleep_ms(1); }
run(main());`,
    "read by the main program": `start_new_thread(() => { while (true) { «place.x = 1; place.y = 2; } }, []);
print(place.x, place.y);`,
  },
});

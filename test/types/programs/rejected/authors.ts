import type { Rejected } from "./table.ts";

export const authorsOfHardware: Rejected = {
  given: `import { Pin, ADC, PWM, I2C, SPI, UART, SoftI2C, SoftSPI, Signal, Timer, I2S, RTC, WDT, I2CTarget, time_pulse_us, bitstream } from "machine";
import * as machine from "machine";
import * as pyb from "pyb";
import { StateMachine, PIO, asm_pio, DMA, Flash } from "rp2";
import * as rp2 from "rp2";
import { NeoPixel } from "neopixel";
import { sleep_ms, sleep, sleep_us, ticks_ms, ticks_diff, ticks_us } from "time";
import * as time from "time";`,
  programs: [
    ['new Pin("LED", Pin.OUT).irq(() => {});', "No overload matches this"],
    [
      'new Pin("LED", Pin.OUT).irq({ handler: () => {}, trigger: Pin.IRQ_FALLING });',
      "No overload matches this",
    ],
    [
      'const led = new Pin("LED", Pin.OUT); led.irq(() => print(1), Pin.IRQ_RISING);',
      "No overload matches this",
    ],
    ["Pin.board.LED.irq(() => {});", "No overload matches this"],
    ['new Pin("WL_GPIO2").irq(() => {});', "No overload matches this"],
    ['new NeoPixel(new Pin("LED"), 3);', "Argument of type 'Pin<\"LED\">' is"],
    ['time_pulse_us(new Pin("LED"), 1);', "Argument of type 'Pin<\"LED\">' is"],
    ['new Signal("LED", { invert: true }).toggle();', "Property 'toggle' does not exist"],
    ["new I2C(0, { scl: 1, sda: 1 });", "Type 'number' is not assignable"],
    ['new SoftI2C("LED", "GP4");', "Argument of type '\"LED\"' is not"],
    ['new SoftSPI({ sck: "LED", mosi: 3, miso: 4 });', "Type '\"LED\"' is not assignable to"],
    ["new I2C(0).start();", "The 'this' context of type 'I2C'"],
    ["new SPI(0, { firstbit: SPI.LSB });", "No overload matches this"],
    ["new SPI(0).write(1);", "Argument of type 'number' is not"],
    ['new PWM(new Pin("WL_GPIO0"));', "Argument of type"],
    ["new ADC(0.5);", "Argument of type 'number' is not"],
    ['new ADC("A0");', "Argument of type 'string' is not"],
    ["new ADC(new Pin(0));", "Argument of type 'Pin<0>' is not"],
    ["new ADC(Pin.board.GP22);", "Argument of type 'Pin<22>' is not"],
    ["new Timer({ freq: 10, tick_hz: 1000, callback: () => {} });", "No overload matches this"],
    ["new Timer({ period: 10, freq: 100, callback: () => {} });", "No overload matches this"],
    ["new Timer(1).init({ period: 10, callback: () => {} });", "No overload matches this"],
    ["new Timer().init({ callback: () => {} });", "No overload matches this"],
    ["new Timer({ period: 10, callback: () => {}, mode: 5 });", "No overload matches this"],
    [
      "new Timer({ period: 10, callback: (a: number, b: number) => {} });",
      "No overload matches this",
    ],
    ['new Timer({ period: 10, callback: "f" });', "No overload matches this"],
    ['new Timer({ period: 10, callback: print("x") });', "No overload matches this"],
    ["new WDT(1, 1000);", "Argument of type '1' is not"],
    ["new RTC().datetime([2025, 1, 1, 0, 0, 0, 0]);", "Argument of type '[number,"],
    ["new RTC().datetime({ year: 2025 });", "Object literal may only specify"],
    ['if (new RTC().datetime()[3] === 7) print("x");', "This comparison appears to be"],
    ['if (new RTC().datetime()[1] === 0) print("x");', "This comparison appears to be"],
    ['machine.freq("125MHz");', "Argument of type 'string' is not"],
    ["machine.enable_irq(true);", "Argument of type 'boolean' is not"],
    ["bitstream(new Pin(4), 1, [400, 850, 800, 450], bytes(3));", "Argument of type '1' is not"],
    ["bitstream(new Pin(4), 0, [400, 850, 800], bytes(3));", "Argument of type '[number,"],
    ["bitstream(4, 0, [400, 850, 800, 450], bytes(3));", "Argument of type 'number' is not"],
    ["time_pulse_us(new Pin(4), 2);", "Argument of type '2' is not"],
    ["time_pulse_us(4, 1);", "Argument of type 'number' is not"],
    ["new Pin(4, Pin.IN, Pin.PULL_UP).value(2);", "Argument of type '2' is not"],
    ["new Pin(4).value(0.5);", "Argument of type '0.5' is not"],
    ["new Pin(4)(true, false);", "Expected 0-1 arguments, but got"],
    ['new Pin(4, Pin.IN, { pull: "up" });', "No overload matches this"],
    ["new Pin(4).irq(() => {}, Pin.IRQ_FALLING, true);", "No overload matches this"],
    [
      "new Pin(4).irq(() => {}, Pin.IRQ_FALLING, 1, null, true);",
      "Expected 0-3 arguments, but got",
    ],
    [
      "new Pin(4).irq({ trigger: Pin.IRQ_FALLING, handler: (a: Pin, b: number) => {} });",
      "No overload matches this",
    ],
    ['new Pin(4).irq(print("x"), Pin.IRQ_RISING);', "No overload matches this"],
    ["new Pin(4, Pin.ALT, { alt: 3 });", "No overload matches this"],
    ["new Pin(4).mode(Pin.OUT);", "Property 'mode' does not exist on"],
    ["new Pin(4).read();", "Property 'read' does not exist on"],
    ["new Pin(4).write(1);", "Property 'write' does not exist"],
    ["new Signal(4, 1);", "No overload matches this"],
    ["new Signal(new Pin(4), { inverted: true });", "No overload matches this"],
    ["new I2CTarget(0, 0x42, { mem: bytes(10) });", "Type 'bytes' is not assignable to"],
    ["new NeoPixel(new Pin(4), 8, { bpp: 4 })[0] = [1, 2, 3];", "Type '[number, number, number]'"],
    ["new NeoPixel(new Pin(4), 8, { timing: 2 });", "No overload matches this"],
    ['sleep("1");', "Argument of type 'string' is not"],
    ["time.ticks_diff(1);", "Expected 2 arguments, but got"],
    ['time.localtime("x");', "Argument of type 'string' is not"],
    ["time.mktime([2025, 1, 1]);", "Argument of type '[number,"],
    [
      "new StateMachine(0, asm_pio((p) => { p.nop(); }), { set_base: 4 });",
      "Type 'number' is not assignable",
    ],
    ["new StateMachine(0).active(2);", "Argument of type '2' is not"],
    ["new StateMachine(0).get(1, 2, 3);", "Expected 0-2 arguments, but got"],
    ["new StateMachine(0).irq(() => {}, { trigger: 1, hard: 1 });", "Argument of type '{ trigger:"],
    ["new PIO(0).irq(5);", "No overload matches this"],
    ["asm_pio((p) => { p.set(p.y, -1); });", "Argument of type '-1' is not"],
    ["asm_pio((p) => { p.mov(p.x, 5); });", "Argument of type 'number' is not"],
    ["asm_pio((p) => { p.wait(1, p.irq, 9); });", "No overload matches this"],
    ["asm_pio((p) => { p.nop().side(1).delay(31); });", "Argument of type '1' is not"],
    ["asm_pio({ out_shiftdir: 3 }, (p) => { p.nop(); });", "Type 'number' is not assignable"],
    ["rp2.bootsel_button(1);", "Expected 0 arguments, but got"],
    ["rp2.country(5);", "Argument of type 'number' is not"],
    ['new DMA().config({ read: 5, count: "x" });', "Type 'string' is not assignable"],
    ["new DMA().pack_ctrl({ size: 3 });", "Type '3' is not assignable to"],
    ["rp2.dht_readinto;", "Property 'dht_readinto' does not"],
  ],
};

export const authorsOfTasks: Rejected = {
  given: `import * as asyncio from "asyncio";
import * as _thread from "_thread";
import { ThreadSafeEvent, ThreadSafeQueue, Message, Context, unblock } from "threadsafe";
import { Queue, RingbufQueue, Condition, Delay_ms, WaitAny, WaitAll, ELO, Switch, Pushbutton, ESwitch, EButton, Encoder, AADC, Broker } from "primitives";
import { Lock, Event, Barrier, Semaphore, BoundedSemaphore, NamedTask, Cancellable, cancellable, launch, StopTask, sleep as asleep } from "asyn";
import { AppLoopManager, AppWorker, AppTask } from "apploop";
import { WLAN } from "network";
import * as network from "network";
import * as requests from "requests";
import * as socket from "socket";
import * as bluetooth from "bluetooth";
import * as aioble from "aioble";
import * as os from "os";
import * as io from "io";
import * as json from "json";
import * as struct from "struct";
import * as micropython from "micropython";
import * as gc from "gc";
import * as select from "select";
import * as ssl from "ssl";
import * as hashlib from "hashlib";
import * as ntptime from "ntptime";
import * as framebuf from "framebuf";
import * as uctypes from "uctypes";
import * as binascii from "binascii";
import * as random from "random";
import * as sys from "sys";
import { DHT22, DHT11 } from "dht";
import { OneWire } from "onewire";
import { DS18X20 } from "ds18x20";
import { Pin, Timer, ADC } from "machine";
import * as time from "time";
import * as array from "array";
import * as math from "math";
import * as collections from "collections";
import * as re from "re";
import * as deflate from "deflate";
import * as heapq from "heapq";
import * as vfs from "vfs";
async function co(n: number): Promise<number> { await asyncio.sleep_ms(n); return n; }`,
  programs: [
    ["asyncio.run(co);", "Argument of type '(n: number) =>"],
    ["asyncio.run(co(1), co(2));", "Expected 1 arguments, but got"],
    ['asyncio.create_task(co(1), "name");', "Expected 1 arguments, but got"],
    [
      'async function f() { await asyncio.wait_for(co(1), { timeout: "1" }); } asyncio.run(f());',
      "Argument of type '{ timeout:",
    ],
    [
      "async function f() { await asyncio.gather(...[1, 2]); } asyncio.run(f());",
      "No overload matches this",
    ],
    [
      "async function f() { const t = asyncio.create_task(co(1)); t.wait(); } asyncio.run(f());",
      "Property 'wait' does not exist on",
    ],
    [
      "async function f() { const v: string = await co(1); print(v); } asyncio.run(f());",
      "Type 'number' is not assignable",
    ],
    ["new ThreadSafeQueue<string>(bytearray(10));", "No overload matches this"],
    ['new ThreadSafeQueue(bytearray(10)).put_sync("a");', "Argument of type 'string' is not"],
    ["new ThreadSafeQueue<number>(10).put_sync(1, { block: 1 });", "No overload matches this"],
    ["new ThreadSafeQueue<number>(10).get_sync(false, true);", "Expected 0-1 arguments, but got"],
    ["new ThreadSafeQueue<number>(10).put(1, true);", "Expected 1 arguments, but got"],
    ["new ThreadSafeQueue<number>(10).peek();", "Property 'peek' does not exist on"],
    ["new ThreadSafeQueue<number>(10).length;", "Property 'length' does not exist"],
    ["new ThreadSafeEvent(true);", "Expected 0 arguments, but got"],
    ["new Message(1);", "Expected 0 arguments, but got"],
    ["new Context({ size: 3 });", "Argument of type '{ size: number;"],
    [
      "async function f() { const c = new Context(); await c.assign(); } asyncio.run(f());",
      "Expected at least 1 arguments,",
    ],
    [
      'async function f() { await unblock((a: number) => a, "x"); } asyncio.run(f());',
      "Argument of type 'string' is not",
    ],
    ["_thread.start_new_thread(() => {}, null);", "Argument of type 'null' is not"],
    ["_thread.start_new_thread((a: number) => {}, []);", "Argument of type '[]' is not"],
    [
      "_thread.start_new_thread((a: number) => {}, [1], { b: 2 });",
      "Expected 2 arguments, but got",
    ],
    ["_thread.allocate_lock().acquire(true, { timeout: 1 });", "Argument of type '{ timeout:"],
    ["_thread.allocate_lock().acquire({ waitflag: 0 });", "Argument of type '{ waitflag:"],
    ["_thread.allocate_lock().release(1);", "Expected 0 arguments, but got"],
    ["new _thread.LockType();", "Constructor of class 'LockType'"],
    ['new Barrier(2, "f");', "Argument of type 'string' is not"],
    ['new Barrier(2, (a: number) => {}, ["x"]);', "Type 'string' is not assignable"],
    ['new Semaphore("1");', "Argument of type 'string' is not"],
    ['new NamedTask("x", co, 1);', "Argument of type 'string' is not"],
    [
      'new NamedTask("x", async (name: string, n: number) => {}, "1");',
      "Argument of type 'string' is not",
    ],
    [
      "new Cancellable(async (no: number, s: string) => {}, 5);",
      "Argument of type 'number' is not",
    ],
    ["NamedTask.cancel();", "Expected 1 arguments, but got"],
    ["Cancellable.cancel_all({ grp: 1 });", "No overload matches this"],
    [
      'new Pushbutton(new Pin(1)).press_func((a: number) => {}, ["x"]);',
      "Type 'string' is not assignable",
    ],
    ['new Pushbutton(new Pin(1)).long_func("f");', "Argument of type '\"f\"' is not"],
    ["new Pushbutton(14, { suppress: true });", "No overload matches this"],
    ['new Switch("GP1");', "Argument of type 'string' is not"],
    ["new Encoder(new Pin(1));", "Expected 2-3 arguments, but got"],
    ["new Encoder(new Pin(1), new Pin(2), { divisor: 4 });", "Object literal may only specify"],
    ["new AADC(26);", "Argument of type 'number' is not"],
    ["new Queue<number>(2).get_nowait(true);", "Expected 0 arguments, but got"],
    ['new Condition().notify("all");', "Argument of type 'string' is not"],
    ["new WaitAny(new Event());", "Argument of type 'Event<unknown>'"],
    ["new ELO(co);", "Expected 2 arguments, but got"],
    ["new Broker().publish();", "Expected 1-2 arguments, but got"],
    ["new AppLoopManager(5);", "Expected 0 arguments, but got"],
    ["new AppLoopManager().create_worker(() => {});", "Argument of type '() => void' is"],
    ["new AppLoopManager().add(1);", "Property 'add' does not exist on"],
    ["launch(co, 1);", "Argument of type 'number' is not"],
    ["launch(5);", "Argument of type 'number' is not"],
    ['asleep("1");', "Argument of type 'string' is not"],
  ],
};

export const authorsOfNetworks: Rejected = {
  given: `import * as asyncio from "asyncio";
import * as _thread from "_thread";
import { ThreadSafeEvent, ThreadSafeQueue, Message, Context, unblock } from "threadsafe";
import { Queue, RingbufQueue, Condition, Delay_ms, WaitAny, WaitAll, ELO, Switch, Pushbutton, ESwitch, EButton, Encoder, AADC, Broker } from "primitives";
import { Lock, Event, Barrier, Semaphore, BoundedSemaphore, NamedTask, Cancellable, cancellable, launch, StopTask, sleep as asleep } from "asyn";
import { AppLoopManager, AppWorker, AppTask } from "apploop";
import { WLAN } from "network";
import * as network from "network";
import * as requests from "requests";
import * as socket from "socket";
import * as bluetooth from "bluetooth";
import * as aioble from "aioble";
import * as os from "os";
import * as io from "io";
import * as json from "json";
import * as struct from "struct";
import * as micropython from "micropython";
import * as gc from "gc";
import * as select from "select";
import * as ssl from "ssl";
import * as hashlib from "hashlib";
import * as ntptime from "ntptime";
import * as framebuf from "framebuf";
import * as uctypes from "uctypes";
import * as binascii from "binascii";
import * as random from "random";
import * as sys from "sys";
import { DHT22, DHT11 } from "dht";
import { OneWire } from "onewire";
import { DS18X20 } from "ds18x20";
import { Pin, Timer, ADC } from "machine";
import * as time from "time";
import * as array from "array";
import * as math from "math";
import * as collections from "collections";
import * as re from "re";
import * as deflate from "deflate";
import * as heapq from "heapq";
import * as vfs from "vfs";
async function co(n: number): Promise<number> { await asyncio.sleep_ms(n); return n; }`,
  programs: [
    ["new WLAN(2);", "Argument of type 'number' is not"],
    ["new WLAN(network.STA_IF).connect(5);", "Argument of type 'number' is not"],
    ['new WLAN(network.STA_IF).connect("a", 12345678);', "Argument of type 'number' is not"],
    ['new WLAN(network.STA_IF).connect("a", "b", 5);', "Type '5' has no properties in"],
    ['new WLAN(network.STA_IF).connect({ ssid: "a" });', "Object literal may only specify"],
    ["new WLAN(network.STA_IF).active(2);", "Argument of type '2' is not"],
    ['new WLAN(network.STA_IF).config({ txpower: "x" });', "No overload matches this"],
    ['new WLAN(network.STA_IF).config({ channel: "1" });', "No overload matches this"],
    ['new WLAN(network.STA_IF).config("essid", "x");', "Expected 1 arguments, but got"],
    ['new WLAN(network.STA_IF).status("signal");', "No overload matches this"],
    ['new WLAN(network.STA_IF).ifconfig("1.2.3.4");', "Argument of type '\"1.2.3.4\"' is"],
    [
      'new WLAN(network.STA_IF).ifconfig(["1.2.3.4", "255.255.255.0", "1.2.3.1"]);',
      "Argument of type '[string,",
    ],
    ['new WLAN(network.STA_IF).isconnected("x");', "Expected 0 arguments, but got"],
    ["new WLAN(network.STA_IF).is_connected();", "Property 'is_connected' does not"],
    ["new WLAN(network.STA_IF).scan()[0].ssid;", "Property 'ssid' does not exist on"],
    [
      "const n: string = new WLAN(network.STA_IF).scan()[0]![3];",
      "Type 'int' is not assignable to",
    ],
    ["network.country(5);", "Argument of type 'number' is not"],
    ["network.hostname(5);", "Argument of type 'number' is not"],
    ['network.hostname("x", "y");', "Expected 0-1 arguments, but got"],
    ["network.WLAN.IF_XX;", "Property 'IF_XX' does not exist"],
    ['requests.get("http://x", { header: {} });', "Object literal may only specify"],
    ['requests.get("http://x", { timeout: "5" });', "Type 'string' is not assignable"],
    ['requests.get("http://x").text();', "This expression is not"],
    ['requests.get("http://x").content.decode().length();', "This expression is not"],
    ['requests.post("http://x", { json: new Map() });', "Type 'Map<any, any>' is not"],
    ['requests.post("http://x", { data: 5 });', "Type 'number' is not assignable"],
    ['requests.post("http://x", { headers: [["a", "b"]] });', "Type '[string, string]' is not"],
    ['requests.fetch("http://x");', "Property 'fetch' does not exist"],
    ['requests.get("http://x").status_code();', "This expression is not"],
    ['requests.get("http://x").ok;', "Property 'ok' does not exist on"],
    [
      'const s = new socket.socket(); s.connect("127.0.0.1:80");',
      "Argument of type 'string' is not",
    ],
    ["const s = new socket.socket(); s.bind(80);", "Argument of type 'number' is not"],
    ["const s = new socket.socket(); s.recv();", "Expected 1-2 arguments, but got"],
    ['const s = new socket.socket(); s.recv("10");', "Argument of type 'string' is not"],
    ['const s = new socket.socket(); s.settimeout("1");', "Argument of type 'string' is not"],
    ["const s = new socket.socket(); s.setsockopt(1);", "Expected 3 arguments, but got"],
    ['const s = new socket.socket(); s.listen("5");', "Argument of type 'string' is not"],
    ["const s = new socket.socket(); s.accept().recv(5);", "Property 'recv' does not exist on"],
    ["const s = new socket.socket(); s.shutdown();", "Property 'shutdown' does not"],
    ["const s = new socket.socket(); s.getpeername();", "Property 'getpeername' does not"],
    ["const s = new socket.socket(); s.fileno();", "Property 'fileno' does not exist"],
    ["const s = new socket.socket(socket.AF_UNIX);", "Property 'AF_UNIX' does not exist"],
    ['new socket.socket("tcp");', "Argument of type 'string' is not"],
    ['socket.getaddrinfo("x", "80x", 1, 2, 3, 4, 5);', "Expected 2-6 arguments, but got"],
    ['socket.gethostbyname("x");', "Property 'gethostbyname' does not"],
    ['socket.create_connection(["x", 80]);', "Property 'create_connection' does"],
    ["new ssl.SSLContext();", "Expected 1 arguments, but got"],
    ["ssl.wrap_socket();", "Expected 1-2 arguments, but got"],
    [
      'ssl.wrap_socket(new socket.socket(), { servername: "x" });',
      "Object literal may only specify",
    ],
    [
      "new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).wrap_socket();",
      "Expected 1-2 arguments, but got",
    ],
    ['new bluetooth.BLE().active("on");', "Argument of type '\"on\"' is not"],
    ['new bluetooth.BLE().gap_advertise(100_000, "name");', "Argument of type '\"name\"' is not"],
    ["new bluetooth.BLE().gatts_register_services([[1, 2]]);", "Type 'number' is not assignable"],
    [
      "new bluetooth.BLE().irq((event: string, data: number) => {});",
      "Argument of type '(event: string,",
    ],
    ["new bluetooth.BLE().gatts_notify(0);", "Expected 2-3 arguments, but got"],
    ['new bluetooth.BLE().config({ gap_nam: "x" });', "No overload matches this"],
    ["new bluetooth.UUID([1]);", "Argument of type 'number[]' is"],
    ["new bluetooth.UUID();", "Expected 1 arguments, but got"],
    ["bluetooth.FLAG_BROADCAST;", "Property 'FLAG_BROADCAST' does"],
    ["aioble.scan(5000, { activ: true });", "Value of type 'typeof scan' is"],
    ['aioble.advertise(250_000, { nam: "x" });', "Object literal may only specify"],
    [
      'async function f() { await aioble.advertise("250"); } asyncio.run(f());',
      "Argument of type 'string' is not",
    ],
    ['new aioble.Service("1234");', "Argument of type 'string' is not"],
    ['aioble.register_services("x");', "Argument of type 'string' is not"],
    ['ntptime.settime("x");', "Expected 0 arguments, but got"],
    ["ntptime.host(5);", "This expression is not"],
  ],
};

export const authorsOfFiles: Rejected = {
  given: `import * as asyncio from "asyncio";
import * as _thread from "_thread";
import { ThreadSafeEvent, ThreadSafeQueue, Message, Context, unblock } from "threadsafe";
import { Queue, RingbufQueue, Condition, Delay_ms, WaitAny, WaitAll, ELO, Switch, Pushbutton, ESwitch, EButton, Encoder, AADC, Broker } from "primitives";
import { Lock, Event, Barrier, Semaphore, BoundedSemaphore, NamedTask, Cancellable, cancellable, launch, StopTask, sleep as asleep } from "asyn";
import { AppLoopManager, AppWorker, AppTask } from "apploop";
import { WLAN } from "network";
import * as network from "network";
import * as requests from "requests";
import * as socket from "socket";
import * as bluetooth from "bluetooth";
import * as aioble from "aioble";
import * as os from "os";
import * as io from "io";
import * as json from "json";
import * as struct from "struct";
import * as micropython from "micropython";
import * as gc from "gc";
import * as select from "select";
import * as ssl from "ssl";
import * as hashlib from "hashlib";
import * as ntptime from "ntptime";
import * as framebuf from "framebuf";
import * as uctypes from "uctypes";
import * as binascii from "binascii";
import * as random from "random";
import * as sys from "sys";
import { DHT22, DHT11 } from "dht";
import { OneWire } from "onewire";
import { DS18X20 } from "ds18x20";
import { Pin, Timer, ADC } from "machine";
import * as time from "time";
import * as array from "array";
import * as math from "math";
import * as collections from "collections";
import * as re from "re";
import * as deflate from "deflate";
import * as heapq from "heapq";
import * as vfs from "vfs";
async function co(n: number): Promise<number> { await asyncio.sleep_ms(n); return n; }`,
  programs: [
    ['open("x.txt", "q");', "No overload matches this"],
    ["open(5.5);", "Argument of type 'number' is not"],
    ['open("x.txt", "r", "utf-8", 5);', "Expected 1-2 arguments, but got"],
    ['open("x.txt").write(5);', "Argument of type 'number' is not"],
    ['open("x.txt", "w").write(bytes(3));', "Argument of type 'bytes' is not"],
    ['open("x.txt", "rb").read().split(",");', "Argument of type '\",\"' is not"],
    ['open("x.txt").readlines().length();', "This expression is not"],
    ['open("x.txt").seek("start");', "Argument of type 'string' is not"],
    ['open("x.txt").read("all");', "Argument of type 'string' is not"],
    ['open("x.txt").flush(1);', "Expected 0 arguments, but got"],
    ['for (const l of open("x.txt").readline) print(l);', "Type '(size?: int | undefined) =>"],
    ["os.mkdir();", "Expected 1 arguments, but got"],
    ['os.remove(["a"]);', "Argument of type 'string[]' is"],
    ['os.rename("a");', "Expected 2 arguments, but got"],
    ['os.path.exists("x");', "Property 'path' does not exist on"],
    ['os.getcwd("x");', "Expected 0 arguments, but got"],
    ['os.urandom("5");', "Argument of type 'string' is not"],
    ['os.makedirs("/a/b");', "Property 'makedirs' does not"],
    ["os.environ;", "Property 'environ' does not exist"],
    ['os.stat("x")[20];', "Tuple type 'Stat' of length '10'"],
    ["os.statvfs(1);", "Argument of type 'number' is not"],
    ["os.sync(1);", "Expected 0 arguments, but got"],
    ["os.uname().foo;", "Property 'foo' does not exist on"],
    ['vfs.mount("x");', "No overload expects 1 arguments,"],
    ["vfs.VfsLfs3;", "Property 'VfsLfs3' does not exist"],
    ['json.load("x.json");', "Argument of type 'string' is not"],
    ["json.dump({ a: 1 });", "Expected 2-3 arguments, but got"],
    ["json.dumps(undefined, 5);", "Argument of type 'undefined' is"],
    ["json.loads({ a: 1 });", "Object literal may only specify"],
    ['json.loads("1", "2");', "Expected 1 arguments, but got"],
    ["struct.pack();", "Expected at least 1 arguments,"],
    ['struct.pack("<H");', "Expected 2 arguments, but got"],
    ["struct.pack(5, 1);", "Argument of type 'number' is not"],
    ['struct.unpack("<H", 5);', "Argument of type 'number' is not"],
    ['struct.unpack("<H", "ab");', "Argument of type 'string' is not"],
    ['struct.pack_into("<H", bytes(2), 0, 1);', "Argument of type 'bytes' is not"],
    ['struct.unpack_from("<H");', "Expected 2-3 arguments, but got"],
    ["struct.calcsize(5);", "Argument of type 'number' is not"],
    ['struct.pack("z", 1);', "Argument of type '1' is not"],
    ['binascii.hexlify("text", 5);', "Argument of type '5' is not"],
    ["binascii.b64encode(bytes(3));", "Property 'b64encode' does not"],
    ["binascii.unhexlify(5);", "Argument of type 'number' is not"],
    ['hashlib.sha256("text").hexdigest();', "Value of type 'typeof sha256' is"],
    ["new hashlib.sha256(bytes(1)).hexdigest();", "Property 'hexdigest' does not"],
    ['hashlib.new("sha256");', "Property 'new' does not exist on"],
    ["new hashlib.md4();", "Property 'md4' does not exist on"],
    ["random.randint(1, 2, 3);", "Expected 2 arguments, but got"],
    ["random.randrange();", "Expected 1-3 arguments, but got"],
    ["random.choice(5);", "No overload matches this"],
    ["random.shuffle([1, 2]);", "Property 'shuffle' does not exist"],
    ["random.random(5);", "Expected 0 arguments, but got"],
    ["random.uniform(1);", "Expected 2 arguments, but got"],
    ["random.sample([1, 2], 1);", "Property 'sample' does not exist"],
    ["sys.exit(1, 2);", "Expected 0-1 arguments, but got"],
    ["sys.argv();", "This expression is not"],
    ["sys.stdin.input();", "Property 'input' does not exist"],
    ["sys.stdout.write(5);", "Argument of type 'number' is not"],
    ["sys.implementation.versions;", "Property 'versions' does not"],
    ["gc.mem_alloc(1);", "Expected 0 arguments, but got"],
    ["gc.collect(1);", "Expected 0 arguments, but got"],
    ['gc.threshold("x");', "Argument of type 'string' is not"],
    ["gc.get_count();", "Property 'get_count' does not"],
    ['micropython.const("x", 1);', "Expected 1 arguments, but got"],
    ['micropython.schedule((a: number) => {}, "x");', "Argument of type 'string' is not"],
    ["micropython.schedule((a: string) => {}, 5);", "Argument of type 'number' is not"],
    ['micropython.mem_info("x", 2);', "Expected 0-1 arguments, but got"],
    ["micropython.heap_lock(1);", "Expected 0 arguments, but got"],
    ["micropython.alloc_emergency_exception_buf();", "Expected 1 arguments, but got"],
    ['micropython.alloc_emergency_exception_buf("100");', "Argument of type 'string' is not"],
    ["micropython.viper(() => {});", "Property 'viper' does not exist"],
    ["new micropython.RingIO();", "Expected 1 arguments, but got"],
    ['new micropython.RingIO("x");', "Argument of type 'string' is not"],
    ["select.select([]);", "Expected 3-4 arguments, but got"],
    ['select.poll().poll("x");', "Argument of type 'string' is not"],
    ["select.epoll();", "Property 'epoll' does not exist"],
    ["new framebuf.FrameBuffer(bytearray(10), 8, 8);", "Expected 4-5 arguments, but got"],
    [
      "new framebuf.FrameBuffer(bytes(10), 8, 8, framebuf.MONO_VLSB);",
      "Argument of type 'bytes' is not",
    ],
    [
      "new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).text(5, 0, 0);",
      "Argument of type 'number' is not",
    ],
    [
      'new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).text("x", 0);',
      "Expected 3-4 arguments, but got",
    ],
    [
      "new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).pixel(1);",
      "Expected 2-3 arguments, but got",
    ],
    [
      "new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).line(1, 2, 3, 4);",
      "Expected 5 arguments, but got",
    ],
    [
      "new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).circle(1, 2, 3, 4);",
      "Property 'circle' does not exist",
    ],
    [
      "new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).fill();",
      "Expected 1 arguments, but got",
    ],
    [
      "new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.RGB888);",
      "Property 'RGB888' does not exist",
    ],
    ["new DHT22(4);", "Argument of type 'number' is not"],
    [
      "new DHT22(new Pin(4)).temperature;  new DHT22(new Pin(4)).temperature.toFixed(1);",
      "Property 'toFixed' does not exist",
    ],
    ["new DHT11(new Pin(4)).measure(1);", "Expected 0 arguments, but got"],
    ["new OneWire(4);", "Argument of type 'number' is not"],
    ["new DS18X20(new Pin(4));", "Argument of type 'Pin<4>' is not"],
    ["new DS18X20(new OneWire(new Pin(4))).read_temp();", "Expected 1 arguments, but got"],
    [
      'new DS18X20(new OneWire(new Pin(4))).read_temp("28-0000");',
      "Argument of type 'string' is not",
    ],
    ["new DS18X20(new OneWire(new Pin(4))).convert_temp(1);", "Expected 0 arguments, but got"],
    ['new array.array("z", [1]);', "No overload matches this"],
    ['new array.array("b", ["x"]);', "No overload matches this"],
    ["new array.array();", "Expected 1-2 arguments, but got"],
    ['math.sqrt("x");', "Argument of type 'string' is not"],
    ["math.sqrt(1, 2);", "Expected 1 arguments, but got"],
    ["math.hypot(1, 2);", "Property 'hypot' does not exist"],
    ["math.prod([1]);", "Property 'prod' does not exist on"],
    ["math.comb(1, 2);", "Property 'comb' does not exist on"],
    ["new collections.deque();", "Expected 2-3 arguments, but got"],
    ["new collections.deque([], 5).append(1, 2);", "Expected 1 arguments, but got"],
    ["new collections.deque([1, 2]);", "Expected 2-3 arguments, but got"],
    ['collections.Counter("x");', "Property 'Counter' does not exist"],
    ["collections.defaultdict(0);", "Property 'defaultdict' does not"],
    ['collections.namedtuple("P");', "Expected 2 arguments, but got"],
    ["re.compile(5);", "Argument of type 'number' is not"],
    ["new deflate.DeflateIO();", "Expected 1-4 arguments, but got"],
    ["heapq.heappush([1]);", "Expected 2 arguments, but got"],
    ['heapq.heappush([1], "x");', "Argument of type 'string' is not"],
    ["heapq.nlargest(1, [1]);", "Property 'nlargest' does not"],
    ["time.sleep_ms();", "Expected 1 arguments, but got"],
    ["time.ticks_add(1);", "Expected 2 arguments, but got"],
    ["new uctypes.struct(0);", "Expected 2-3 arguments, but got"],
    ["uctypes.sizeof();", "Expected 1-2 arguments, but got"],
    ["uctypes.UINT128;", "Property 'UINT128' does not exist"],
    ["print(input(5));", "Argument of type 'number' is not"],
    ['range("x");', "Argument of type 'string' is not"],
    ["float({});", "Argument of type '{}' is not"],
    ["ord(5);", "Cannot find name"],
    ['chr("a");', "Cannot find name"],
    ["sorted(5);", "Cannot find name"],
    ["min();", "Expected at least 1 arguments,"],
    ["enumerate(5);", "Cannot find name"],
    ["zip(1, 2);", "Cannot find name"],
    ['bytearray("x");', "Argument of type '\"x\"' is not"],
    ["memoryview([1]);", "Argument of type 'number[]' is"],
    ['isinstance(1, "int");', "Cannot find name"],
    ["exit();", "Cannot find name"],
    ['exec("x=1");', "Cannot find name"],
  ],
};

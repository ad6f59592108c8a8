/**
 * What runs when: async functions begin at the call, go on in the order of their microtasks, and before timers.
 * Each is the body of an async function.
 */
export const asyncOrderPrograms: Readonly<Record<string, string>> = {
  "async order sync start": `
    async function work(): Promise<void> { print("working"); await null; print("after"); }
    const p = work(); print("called"); p.then(() => print("done"));
  `,
  "sync start no await": `
    async function f(): Promise<number> { print("in"); return 1; }
    const p = f(); print("out"); p.then((v) => print(v)); print("end");
  `,
  "void call in function": `
    async function job(n: number): Promise<void> { print("start", n); await Promise.resolve(); print("end", n); }
    function main(): void { void job(1); job(2); print("main done"); }
    main();
  `,
  "sync start state change": `
    let ready = false;
    async function init(): Promise<void> { ready = true; await null; }
    init(); print(ready);
  `,
  "microtask order 1": `
    console.log("1"); setTimeout(() => console.log("timeout"), 0); Promise.resolve().then(() => console.log("micro")); console.log("2");
  `,
  "classic order": `
    async function async1(): Promise<void> { console.log("async1 start"); await async2(); console.log("async1 end"); }
    async function async2(): Promise<void> { console.log("async2"); }
    console.log("script start");
    setTimeout(() => { console.log("setTimeout"); }, 0);
    async1();
    new Promise<void>((resolve) => { console.log("promise1"); resolve(); }).then(() => { console.log("promise2"); });
    console.log("script end");
  `,
  "two chains interleave": `
    Promise.resolve().then(() => print("a1")).then(() => print("a2")).then(() => print("a3"));
    Promise.resolve().then(() => print("b1")).then(() => print("b2")).then(() => print("b3"));
  `,
  "two tasks interleave": `
    async function w(n: string): Promise<void> { for (let i = 0; i < 3; i++) { print(n, i); await null; } }
    w("a"); w("b");
  `,
  "await vs then": `
    (async () => { await null; print("await1"); await null; print("await2"); })();
    Promise.resolve().then(() => print("then1")).then(() => print("then2")).then(() => print("then3"));
  `,
  "queueMicrotask interleave": `
    queueMicrotask(() => { print("m1"); queueMicrotask(() => print("m3")); });
    Promise.resolve().then(() => print("m2")).then(() => print("m4"));
    print("sync");
  `,
  "return promise takes 3 ticks": `
    async function a(): Promise<number> { return Promise.resolve(1); }
    async function b(): Promise<number> { return 2; }
    a().then((v) => print(v)); b().then((v) => print(v));
    Promise.resolve().then(() => print("t1")).then(() => print("t2")).then(() => print("t3")).then(() => print("t4"));
  `,
  "then returning promise": `
    Promise.resolve(1).then((v) => Promise.resolve(v + 1)).then((v) => print("got", v));
    Promise.resolve().then(() => print("1")).then(() => print("2")).then(() => print("3")).then(() => print("4"));
  `,
  "timers nested with microtasks": `
    setTimeout(() => { print("t1"); Promise.resolve().then(() => print("m1")); }, 0);
    setTimeout(() => { print("t2"); Promise.resolve().then(() => print("m2")); }, 0);
  `,
  "setInterval with clear": `
    let n = 0; const h = setInterval(() => { print(++n); if (n === 3) { clearInterval(h); print("stopped"); } }, 1);
  `,
  "promise identity": `
    const p = Promise.resolve(1); print(Promise.resolve(p) === p); const q = (async () => 1)(); print(q === q, q instanceof Promise);
  `,
  "async returns same promise": `
    const p1 = Promise.resolve(4); async function g(): Promise<number> { return p1; } const r = g(); print((r as Promise<number>) === p1); r.then((v) => print(v));
  `,
  "handled later in same tick": `
    const p = Promise.reject(new Error("x")); p.catch((e: Error) => print("caught", e.message)); print("end");
  `,
  "handled after await is unhandled": `
    async function f(): Promise<void> { throw new Error("x"); }
    async function main(): Promise<void> { const p = f(); await null; try { await p; } catch (e) { print("caught", (e as Error).message); } }
    main();
  `,
  "handled in sync try with await later": `
    async function f(): Promise<number> { throw new Error("x"); }
    async function main(): Promise<void> { const p = f(); print("got p"); try { await p; } catch (e) { print("caught", (e as Error).message); } }
    main();
  `,
  "all with order": `
    const log: string[] = [];
    const d = (n: number, ms: number): Promise<number> => new Promise((r) => setTimeout(() => { log.push("d" + n); r(n); }, ms));
    Promise.all([d(1, 6), d(2, 2), d(3, 10)]).then((v) => print(v, log));
  `,
  "race with rejection": `
    Promise.race([new Promise<number>((_, rej) => setTimeout(() => rej(new Error("slow")), 10)), new Promise<number>((r) => setTimeout(() => r(5), 1))]).then((v) => print("v", v)).catch((e: Error) => print(e.message));
  `,
  "any all fail": `
    Promise.any([Promise.reject(new Error("1")), Promise.reject(new Error("2"))]).catch((e: AggregateError) => print(e instanceof AggregateError, e.errors.length, e.message, (e.errors[1] as Error).message));
  `,
  "allSettled print": `
    Promise.allSettled([1, Promise.reject(new Error("no")), Promise.resolve("x")]).then((rs) => { for (const r of rs) print(r.status === "fulfilled" ? r.value : (r.reason as Error).message); });
  `,
  thenable: `
    const t = { then(resolve: (v: number) => void): void { print("then called"); resolve(42); } };
    (async () => { print(await (t as PromiseLike<number>)); })(); print("sync");
  `,
  "thenable class": `
    class T implements PromiseLike<string> { constructor(private v: string) {}
     then<A = string, B = never>(ok?: ((v: string) => A | PromiseLike<A>) | null, bad?: ((e: unknown) => B | PromiseLike<B>) | null): PromiseLike<A | B> { return Promise.resolve(this.v).then(ok, bad); } }
    async function main(): Promise<void> { print(await new T("hello")); const r = await Promise.all([new T("a"), new T("b")]); print(r); }
    main();
  `,
  "finally order": `
    Promise.resolve(1).finally(() => print("f1")).then((v) => print("v", v)); Promise.resolve().then(() => print("a")).then(() => print("b")).then(() => print("c"));
  `,
  "finally throw overrides": `
    Promise.resolve(1).finally(() => { throw new Error("fin"); }).then(() => print("no"), (e: Error) => print("err", e.message));
  `,
  "finally returns promise waits": `
    Promise.resolve(1).finally(() => new Promise<void>((r) => setTimeout(() => { print("waited"); r(); }, 3))).then((v) => print(v));
  `,
  "catch then continues": `
    Promise.reject(new Error("a")).catch((e: Error) => { print(e.message); return 5; }).then((v) => print(v));
  `,
  "nested async arrow": `
    const run = async (n: number): Promise<number> => n <= 0 ? 0 : n + await run(n - 1); run(5).then((v) => print(v));
  `,
  "async iife order": `
    (async () => { print("iife"); await null; print("iife 2"); })(); print("main");
  `,
  "callbacks expecting void": `
    function each(xs: number[], f: (n: number) => void): void { for (const x of xs) f(x); print("each done"); }
    each([1, 2], async (n) => { print("s", n); await null; print("e", n); });
  `,
  "forEach async": `
    [1, 2, 3].forEach(async (n) => { print("s", n); await null; print("e", n); }); print("after forEach");
  `,
  "setTimeout async": `
    setTimeout(async () => { print("t"); await null; print("t2"); }, 1); setTimeout(() => print("u"), 1);
  `,
  "promises in map": `
    const m = new Map<string, Promise<number>>(); async function slow(n: number): Promise<number> { print("slow", n); await null; return n * 2; }
    function get(k: string, n: number): Promise<number> { let p = m.get(k); if (!p) { p = slow(n); m.set(k, p); } return p; }
    (async () => { print(await get("a", 1), await get("a", 2), get("a", 3) === get("a", 4)); })();
  `,
  "promise field": `
    class Loader { private p: Promise<string> | null = null; load(): Promise<string> { if (!this.p) this.p = this.doLoad(); return this.p; } private async doLoad(): Promise<string> { print("loading"); await null; return "data"; } }
    const l = new Loader(); l.load().then((v) => print(v)); l.load().then((v) => print("2", v)); print("sync");
  `,
  "async semaphore queue": `
    class Mutex { private tail: Promise<void> = Promise.resolve(); run<T>(f: () => Promise<T>): Promise<T> { const r = this.tail.then(f); this.tail = r.then(() => {}, () => {}); return r; } }
    const mx = new Mutex(); const job = (n: number) => async () => { print("s", n); await new Promise<void>((r) => setTimeout(r, 2)); print("e", n); return n; };
    Promise.all([mx.run(job(1)), mx.run(job(2)), mx.run(job(3))]).then((v) => print(v));
  `,
  "method ticks": `
    class A { async a(): Promise<number> { print("a"); return 1; } async b(): Promise<number> { const x = await this.a(); print("b"); return x + await this.a(); } }
    const o = new A(); o.b().then((v) => print("r", v)); o.a().then((v) => print("s", v)); Promise.resolve().then(() => print("1")).then(() => print("2")).then(() => print("3"));
  `,
  "event emitter": `
    class Em { private hs = new Map<string, ((v: number) => void)[]>(); on(n: string, h: (v: number) => void): void { const l = this.hs.get(n) ?? []; l.push(h); this.hs.set(n, l); } emit(n: string, v: number): void { for (const h of this.hs.get(n) ?? []) h(v); } }
    const e = new Em(); e.on("x", async (v) => { print("h1", v); await null; print("h1 end", v); }); e.on("x", (v) => print("h2", v)); async function named(v: number): Promise<void> { print("n", v); await null; print("n end"); } e.on("x", named); e.emit("x", 1); print("emitted");
  `,
  "interface void": `
    interface Task { run(): void } class T1 implements Task { async run(): Promise<void> { print("t1"); await null; print("t1 end"); } } class T2 implements Task { run(): void { print("t2"); } } const ts: Task[] = [new T1(), new T2()]; for (const t of ts) t.run(); print("all");
  `,
  "return in try": `
    async function bad(): Promise<number> { throw new Error("b"); } async function f(): Promise<number> { try { return bad(); } catch { return 1; } } async function g(): Promise<number> { try { return await bad(); } catch { return 2; } } f().catch((e: Error) => { print("f", e.message); return 0; }).then(() => g()).then((v) => print("g", v));
  `,
  "return in try finally order": `
    async function v(): Promise<number> { await null; print("v"); return 1; } async function f(): Promise<number> { try { return v(); } finally { print("fin"); } } async function g(): Promise<number> { try { return await v(); } finally { print("fin2"); } } (async () => { print(await f()); print(await g()); })();
  `,
  "async fn returning promise awaited": `
    async function b(): Promise<number> { return 5; } async function a(): Promise<number> { return b(); } const c = async (): Promise<number> => b(); class K { async m(): Promise<number> { return b(); } } (async () => { print(await a(), await c(), await new K().m()); })();
  `,
  "non async returning promise": `
    async function b(n: number): Promise<number> { print("b", n); return n; } function w(n: number): Promise<number> { print("w"); return b(n); } const p = w(1); print("mid"); p.then((v) => print(v)); w(2); function cond(c: boolean): Promise<number> { if (c) return b(3); return Promise.resolve(4); } (async () => { print(await cond(true), await cond(false)); })();
  `,
  retry: `
    let n = 0; async function flaky(): Promise<string> { if (++n < 3) throw new Error("fail " + n); return "ok"; } async function retry<T>(f: () => Promise<T>, k: number): Promise<T> { for (let i = 0; ; i++) { try { return await f(); } catch (e) { print((e as Error).message); if (i >= k) throw e; } } } retry(flaky, 5).then((v) => print(v));
  `,
  deferred: `
    class Deferred<T> { promise: Promise<T>; resolve!: (v: T) => void; reject!: (e: unknown) => void; constructor() { this.promise = new Promise<T>((res, rej) => { this.resolve = res; this.reject = rej; }); } } const d = new Deferred<number>(); d.promise.then((v) => print("got", v)); print("x"); d.resolve(5); print("y");
  `,
  "log order deferred awaits": `
    const log: string[] = []; async function f(n: string): Promise<void> { log.push(n + "1"); await null; log.push(n + "2"); await g(n); log.push(n + "4"); } async function g(n: string): Promise<void> { log.push(n + "3"); } f("a"); f("b"); log.push("sync"); setTimeout(() => print(log.join()), 1);
  `,
  "await in args order": `
    const f = async (s: string): Promise<string> => { print(s); return s; }; const h = (...a: string[]): string => a.join(); (async () => { print(h(await f("a"), "b", await f("c")), \`\${await f("d")}\${await f("e")}\`, [await f("g"), await f("h")]); const o = { x: await f("i"), ["k" + await f("j")]: await f("l") }; print(o); let t = "x"; t += await f("m"); print(t); const arr = [0, 0]; let i = 0; arr[i++] = (await f("n")).length; print(arr, i); print((await f("")) || (await f("o")), (await f("p")) && (await f("q")), (await f("r")) ? await f("s") : await f("t")); })();
  `,
  "await throw in expr": `
    const bad = async (): Promise<number> => { throw new Error("bad"); }; (async () => { try { print(1 + await bad()); } catch (e) { print((e as Error).message); } finally { print("fin"); } })();
  `,
  "promise chain reduce": `
    const fs = [1, 2, 3].map((n) => async (x: number): Promise<number> => { print("f", n); return x + n; }); fs.reduce((p, f) => p.then(f), Promise.resolve(0)).then((v) => print(v));
  `,
  "for loop sequential & parallel": `
    const job = async (n: number): Promise<number> => { print("s", n); await null; print("e", n); return n * n; }; (async () => { for (const i of [1, 2]) await job(i); print(await Promise.all([3, 4].map(job))); print(await Promise.all([5, 6].map((n) => job(n)))); print(await Promise.all([7, 8].map(async (n) => { const r = await job(n); return r + 1; }))); const ps: Promise<number>[] = []; for (let i = 9; i < 11; i++) ps.push(job(i)); print("pushed"); for (const p of ps) print(await p); })();
  `,
  "async getter-like": `
    class C { private _v?: Promise<number>; get v(): Promise<number> { return this._v ??= this.load(); } private async load(): Promise<number> { print("load"); return 3; } } const c = new C(); (async () => { print(await c.v + await c.v); })();
  `,
  "async static init & super": `
    class A { async init(): Promise<string> { await null; return "A"; } } class B extends A { override async init(): Promise<string> { const s = await super.init(); const f = async () => (await super.init()) + "!"; return s + "B" + await f(); } static async create(): Promise<B> { const b = new B(); await b.init(); return b; } } B.create().then((b) => b.init()).then((s) => print(s));
  `,
  "catch returns rejects again": `
    Promise.reject(new Error("a")).catch((e: Error) => { throw new TypeError(e.message + "b"); }).catch((e: Error) => print(e instanceof TypeError, e.message)).finally(() => print("f"));
  `,
  "reject with non error": `
    Promise.reject("str").catch((e) => print(e)); Promise.reject({ code: 5 }).catch((e: { code: number }) => print(e.code)); (async () => { try { await Promise.reject(42); } catch (e) { print(e); } })();
  `,
  "promise in promise": `
    new Promise<number>((r) => r(Promise.resolve(3))).then((v) => print(v)); Promise.resolve(Promise.resolve(4)).then((v) => print(v)); (async () => { const p = Promise.resolve(Promise.resolve(5)); print(await p); })();
  `,
  "allSettled objects": `
    (async () => { print(await Promise.allSettled([Promise.resolve(1), Promise.resolve("a")])); })();
  `,
  clearing: `
    const t = setTimeout(() => print("no"), 1); clearTimeout(t); clearTimeout(undefined); const i = setInterval(() => { print("tick"); clearInterval(i); }, 1);
  `,
  "nested setTimeout order": `
    setTimeout(() => { print(1); setTimeout(() => print(3), 0); Promise.resolve().then(() => print(2)); }, 0);
  `,
  "interval & async": `
    let k = 0; const iv = setInterval(async () => { k++; const me = k; await null; print("iv", me); if (me === 2) clearInterval(iv); }, 2);
  `,
  "async generator backpressure": `
    async function* src(): AsyncGenerator<number> { for (let i = 0; i < 3; i++) { print("produce", i); yield i; } } async function* dbl(s: AsyncIterable<number>): AsyncGenerator<number> { for await (const x of s) yield x * 2; } (async () => { for await (const x of dbl(src())) print("consume", x); })(); print("sync");
  `,
  "next promise kept": `
    async function* g(): AsyncGenerator<number> { print("start"); yield 1; yield 2; } const it = g(); const p = it.next(); print("mid"); p.then((r) => print(r.value)); it.next().then((r) => print(r.value));
  `,
  "callbacks of several kinds": `
    function each(xs: number[], f: (n: number) => void): void { for (const x of xs) f(x); print("each done"); }
    each([1, 2], async (n) => { print("s", n); await null; print("e", n); });
    const cb: () => Promise<number> = async () => 1;
    async function m(): Promise<number> { const p = cb(); return (await cb()) + (await p); }
    const o = { async go(): Promise<void> { await m(); } };
    class K { constructor(private f: (n: number) => Promise<number>) {} async r(): Promise<number> { return this.f(1); } }
    setTimeout(o.go, 1);
    setTimeout(() => o.go(), 1);
    new K(async (n) => n).r().then((v) => print(v));
    async function dflt(x: number = 1): Promise<number> { return x; }
    const fns: ((x: number) => Promise<number>)[] = [dflt, async (x) => x + 1];
    for (const f of fns) { f(1); print(await f(2)); }
  `,
  "async callbacks stored in fields": `
    class Btn { onPress: (() => void) | undefined; handlers: ((e: string) => void)[] = []; press(): void { this.onPress?.(); for (const h of this.handlers) h("e"); } }
    const b = new Btn(); b.onPress = async () => { print("p1"); await null; print("p2"); }; b.handlers.push(async (e) => { print("h", e); await null; print("h2"); }); class Ctl { n = 0; constructor(b: Btn) { b.handlers.push((e) => this.go(e)); b.handlers.push(this.go2); } async go(e: string): Promise<void> { print("go", e); await null; this.n++; print("n", this.n); } go2 = async (e: string): Promise<void> => { print("go2", e, this.n); await null; print("go2 end", this.n); }; } new Ctl(b); b.press(); print("pressed");
  `,
  "object with async methods as interface void": `
    interface Plugin { name: string; start(): void | Promise<void>; } const ps: Plugin[] = [{ name: "a", start() { print("sa"); } }, { name: "b", async start() { print("sb"); await null; print("sb2"); } }]; for (const p of ps) p.start(); print("started"); (async () => { for (const p of ps) { await p.start(); print("awaited", p.name); } })();
  `,
  "generic run": `
    async function measure<T>(f: () => Promise<T>): Promise<T> { print("begin"); try { return await f(); } finally { print("end"); } } measure(async () => { print("in"); await null; return 5; }).then((v) => print(v)); function call<T>(f: () => T): T { print("c1"); const r = f(); print("c2"); return r; } call(async () => { print("x"); await null; print("y"); }); const r2 = call(() => 4); print(r2);
  `,
  "promise map of handlers": `
    const table: Record<string, (n: number) => Promise<number>> = { dbl: async (n) => n * 2, inc: async (n) => { await null; return n + 1; } }; (async () => { for (const k of Object.keys(table)) print(k, await table[k]!(5)); const p = table["dbl"]!(8); print("kept"); print(await p); })();
  `,
  "recursion non awaited": `
    async function tree(n: number): Promise<void> { print("n", n); if (n > 0) { tree(n - 1); await null; print("back", n); } } tree(2); print("main");
  `,
  "callback with error param": `
    function legacy(cb: (err: Error | null, v?: number) => void): void { setTimeout(() => cb(null, 7), 1); } const promisify = (): Promise<number> => new Promise((res, rej) => legacy((e, v) => e ? rej(e) : res(v!))); promisify().then((v) => print(v));
  `,
  "async iterator of events": `
    class Q<T> { private items: T[] = []; private waiters: ((v: T) => void)[] = []; push(v: T): void { const w = this.waiters.shift(); if (w) w(v); else this.items.push(v); } next(): Promise<T> { const v = this.items.shift(); return v !== undefined ? Promise.resolve(v) : new Promise((r) => this.waiters.push(r)); } } const q = new Q<number>(); (async () => { for (let i = 0; i < 3; i++) print("got", await q.next()); })(); q.push(1); print("pushed 1"); setTimeout(() => { q.push(2); q.push(3); print("pushed 2"); }, 1);
  `,
  "async with finally throw": `
    async function f(): Promise<void> { try { await Promise.reject(new Error("a")); } finally { throw new Error("b"); } } f().catch((e: Error) => print(e.message));
  `,
  "await in loops heads": `
    const v = async (n: number): Promise<number> => n; (async () => { for (let i = await v(0); i < await v(3); i += await v(1)) print(i); for (const x of await Promise.all([v(7), v(8)])) print(x); let k = 0; do { k++; } while (await v(k) < 3); print(k); if (await v(0)) print("no"); else if (await v(1)) print("yes"); switch (await v(2)) { case await v(1): print("1"); case await v(2): print("2"); } const { a = await v(9) } = {} as { a?: number }; print(a); })();
  `,
  "then on optional": `
    class A { p?: Promise<number>; } const a = new A(); a.p?.then((x) => print(x)); a.p = Promise.resolve(3); a.p?.then((x) => print(x)); print("z");
  `,
};

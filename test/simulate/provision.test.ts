import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { aptMirrors } from "../support/debian/aptMirrors.mjs";
import { describeOn32Bit, describeOnUnix } from "../support/micropython/onUnix.ts";

const folder = mkdtempSync(join(tmpdir(), "tsmp-apt-"));
afterAll(() => rmSync(folder, { recursive: true }));

function aptFolder(name: string, files: Record<string, string>): string {
  const apt = join(folder, name);
  mkdirSync(join(apt, "sources.list.d"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(apt, path), text);
  return apt;
}

test("mirrors from one-line sources", () => {
  const apt = aptFolder("one-line", {
    "sources.list": `# deb http://commented.example/debian trixie main
deb http://a.example/debian/ bookworm main
deb-src http://sources.example/debian bookworm main
deb [arch=amd64 signed-by=/k.gpg] https://b.example/debian bookworm main contrib
deb cdrom:[disc]/ bookworm main
deb http://a.example/debian bookworm-updates main`,
    "sources.list.d/more.list": "deb http://c.example/debian sid main",
    "sources.list.d/off.list.disabled": "deb http://off.example/debian sid main",
  });
  expect(aptMirrors(apt)).toEqual([
    "http://a.example/debian",
    "https://b.example/debian",
    "http://c.example/debian",
  ]);
});

test("mirrors from deb822 sources", () => {
  const apt = aptFolder("deb822", {
    "sources.list.d/debian.sources": `Types: deb
# a comment
URIs: http://a.example/debian
  http://b.example/debian
Suites: bookworm

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: sid

Types: deb
URIs: mirror+file:/etc/apt/mirrors
Suites: sid`,
  });
  expect(aptMirrors(apt)).toEqual(["http://a.example/debian", "http://b.example/debian"]);
});

test("a mirror frozen at a date is looked for in the present too", () => {
  const apt = aptFolder("frozen", {
    "sources.list": "deb http://m.example/x/archive/debian/20250520T000000Z bookworm main",
  });
  expect(aptMirrors(apt)).toEqual([
    "http://m.example/x/archive/debian/20250520T000000Z",
    "http://m.example/x/debian",
    "http://m.example/x/archive/debian",
    "http://m.example/x",
  ]);
});

test("no apt at all", () => {
  expect(aptMirrors(join(folder, "nowhere"))).toEqual([]);
});

const probe = `
import _thread, asyncio, vfs, sys
vfs.VfsLfs2
@micropython.viper
def wrapped(n: int) -> int:
    return n * n
small = (1 << 30) - 1
micropython.heap_lock()
try:
    small + 1
    bits = 64
except MemoryError:
    bits = 32
micropython.heap_unlock()
print(sys.implementation[1] >= (1, 24, 0, ""), wrapped(50000) < 0, bits)
`;

describeOnUnix("the unix port of the tests", (micropython) => {
  test("has threads, asyncio, littlefs and the viper emitter", () => {
    const said = execFileSync(micropython, ["-c", `import micropython\n${probe}`]).toString();
    expect(said).toBe("True False 64\n");
  });
});

await describeOn32Bit("its 32-bit brother", (micropython) => {
  test("has the integers of a Pico", () => {
    const said = execFileSync(micropython, ["-c", `import micropython\n${probe}`]).toString();
    expect(said).toBe("True True 32\n");
  });
});

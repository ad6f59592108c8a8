import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Board, openBoard } from "../../compiler/mpremote/board.ts";
import {
  listFolder,
  makeFolders,
  readFile,
  removePath,
  spaces,
  writeFile,
} from "../../compiler/mpremote/boardFiles.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";

let device: VirtualBoard;
let board: Board;
beforeAll(async () => {
  device = await VirtualBoard.start({ heap: "8m", blocks: 400 });
  board = await openBoard(device.path);
});
afterAll(async () => {
  await board.close();
  await device.close();
});

const oddNames = [
  "plain.bin",
  "with space.txt",
  "quote'and\".py",
  "back\\slash",
  "b\\u0041",
  "größe-日本-🙂.dat",
  "percent%s{}",
  "\x7f\x1b[31m",
];

test.each(oddNames)("a file named %j comes back as it went", async (name) => {
  const content = randomBytes(3000);
  await writeFile(board, `/${name}`, content);
  expect((await listFolder(board, "/")).map(({ path }) => path)).toContain(`/${name}`);
  expect((await readFile(board, `/${name}`)).equals(content)).toBe(true);
  await removePath(board, `/${name}`);
  expect(await listFolder(board, "/")).toEqual([]);
});

test.each([0, 1, 511, 512, 1535, 1536, 1537, 4096, 300_000])(
  "%d bytes come back as they went",
  async (size) => {
    const content = randomBytes(size);
    await writeFile(board, "/data", content);
    expect((await readFile(board, "/data")).equals(content)).toBe(true);
  },
);

test("40 random binaries come back as they went", async () => {
  for (let turn = 0; turn < 40; turn++) {
    const content = randomBytes(Math.floor(Math.random() * 6000));
    await writeFile(board, "/data", content);
    expect((await readFile(board, "/data")).equals(content)).toBe(true);
  }
});

test("bytes that the REPL would obey are content like others", async () => {
  const content = Buffer.from("\x01\x02\x03\x04\x05\r\n".repeat(500), "latin1");
  await writeFile(board, "/control", content);
  expect((await readFile(board, "/control")).equals(content)).toBe(true);
});

test("folders are made, listed with what is below, and removed", async () => {
  await makeFolders(board, "/lib/deep/er");
  await writeFile(board, "/lib/deep/er/x.py", Buffer.from("1"));
  const below = await listFolder(board, "/lib", { recursive: true });
  expect(below).toEqual([
    { path: "/lib/deep", kind: "folder", size: 0 },
    { path: "/lib/deep/er", kind: "folder", size: 0 },
    { path: "/lib/deep/er/x.py", kind: "file", size: 1 },
  ]);
  await expect(removePath(board, "/lib")).rejects.toMatchObject({ code: "TSMP6023" });
  await removePath(board, "/lib", { recursive: true });
  await expect(listFolder(board, "/lib")).rejects.toMatchObject({ code: "TSMP6020" });
});

test("what is missing is told apart", async () => {
  await expect(readFile(board, "/nothing")).rejects.toMatchObject({ code: "TSMP6020" });
  await expect(removePath(board, "/nothing")).rejects.toMatchObject({ code: "TSMP6020" });
});

test("a file that does not fit is refused before a byte is written", async () => {
  await writeFile(board, "/keep", Buffer.from("old"));
  const { programs, erases } = await counters();
  const tooBig = Buffer.alloc(2_000_000);
  await expect(writeFile(board, "/keep", tooBig)).rejects.toMatchObject({ code: "TSMP6021" });
  expect(await counters()).toEqual({ programs, erases });
  expect((await readFile(board, "/keep")).toString()).toBe("old");
});

test("the space that is used is seen", async () => {
  const [before] = await spaces(board);
  await writeFile(board, "/space", randomBytes(50_000));
  const [after] = await spaces(board);
  expect(after?.mount).toBe("/");
  expect((before?.free ?? 0) - (after?.free ?? 0)).toBeGreaterThanOrEqual(49_152);
  expect(after?.size).toBe(400 * 4096);
});

async function counters(): Promise<{ programs: number; erases: number }> {
  const [programs = 0, erases = 0] = (
    await board.evaluate("print(_flash_chip.programs, _flash_chip.erases)")
  )
    .trim()
    .split(" ")
    .map(Number);
  return { programs, erases };
}

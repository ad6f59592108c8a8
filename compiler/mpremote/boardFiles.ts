import { createHash } from "node:crypto";
import {
  boardFileMissing,
  boardFull,
  boardStorageFailed,
  copyDiffers,
} from "../diagnostics/catalogue/boardFiles.ts";
import type { Board } from "./board.ts";
import { BoardError } from "./boardError.ts";
import { DeviceException } from "./deviceException.ts";
import { ctrlC } from "./rawRepl.ts";

/** An entry of a folder on a board. */
export interface BoardEntry {
  readonly path: string;
  readonly kind: "file" | "folder";
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

export interface BoardSpace {
  readonly mount: string;
  readonly size: number;
  readonly used: number;
  readonly free: number;
}

const noEntry = 2;
const noSpace = 28;
const nameTooLong = 36;
/** A folder that grows takes two blocks of littlefs. */
const folderBytes = 2 * 4096;

/** Whether an error number of writing means that there is no space: littlefs has two for it. */
export function meansNoSpace(errno: number | null | undefined, free: number): boolean {
  return errno === noSpace || (errno === nameTooLong && free <= folderBytes);
}

/** Python's spelling of a text, also for names with quotes and control characters. */
export function pythonText(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The path from the root of the board, without `.` and `..`. */
export function absolutePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

async function ask(board: Board, path: string, code: string): Promise<string> {
  try {
    return await board.evaluate(code);
  } catch (error) {
    throw storageError(error, path);
  }
}

/** What a Python exception about a path means. */
function storageError(error: unknown, path: string): unknown {
  if (!(error instanceof DeviceException) || error.type !== "OSError") return error;
  if (error.errno === noEntry) return new BoardError(boardFileMissing(path));
  return new BoardError(boardStorageFailed(path, error.message.replace(/^OSError: /, "")));
}

/** What is at the path; a folder with its entries, in the order of their names. */
export async function listFolder(
  board: Board,
  path: string,
  { recursive = false } = {},
): Promise<BoardEntry[]> {
  const text = await ask(
    board,
    path,
    `import os,json
def _l(p,r):
 for e in os.ilistdir(p):
  q=p.rstrip('/')+'/'+e[0];d=e[1]==0x4000
  print(json.dumps([q,d,0 if d else e[3] if len(e)>3 else os.stat(q)[6]]))
  if d and r:_l(q,r)
p=${pythonText(path)}
s=os.stat(p)
if s[0]&0x4000:_l(p,${recursive ? 1 : 0})
else:print(json.dumps([p,False,s[6]]))
del _l,p,s`,
  );
  const entries = lines(text).map((line) => {
    const [entry, folder, size] = JSON.parse(line) as [string, boolean, number];
    return { path: entry, kind: folder ? "folder" : "file", size } as const;
  });
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export async function isFolder(board: Board, path: string): Promise<boolean> {
  const mode = await board.exec(`import os\nprint(os.stat(${pythonText(path)})[0]&0x4000)`);
  return mode.stderr === "" && mode.stdout.trim() !== "0";
}

export async function makeFolders(board: Board, path: string): Promise<void> {
  const parts = path.split("/").filter((part) => part !== "");
  const folders = parts.map((_, at) => `/${parts.slice(0, at + 1).join("/")}`);
  if (folders.length === 0) return;
  await ask(
    board,
    path,
    `import os
for p in [${folders.map(pythonText).join(",")}]:
 try:os.mkdir(p)
 except OSError as e:
  if not os.stat(p)[0]&0x4000:raise OSError(20)`,
  );
}

export async function removePath(
  board: Board,
  path: string,
  { recursive = false } = {},
): Promise<void> {
  await ask(
    board,
    path,
    `import os
def _r(p):
 if os.stat(p)[0]&0x4000:
  if ${recursive ? 1 : 0}:
   for e in list(os.ilistdir(p)):_r(p.rstrip('/')+'/'+e[0])
  if p!='/':os.rmdir(p)
 else:os.remove(p)
_r(${pythonText(path)})
del _r`,
  );
}

/** Every file system that is mounted. */
export async function spaces(board: Board): Promise<BoardSpace[]> {
  const text = await ask(
    board,
    "/",
    `import os,json
def _d(p):
 s=os.statvfs(p);print(json.dumps([p,s[0]*s[2],s[0]*s[3]]))
_d('/')
for e in os.ilistdir('/'):
 try:
  if e[1]==0x4000 and os.statvfs('/'+e[0])!=os.statvfs('/'):_d('/'+e[0])
 except OSError:pass
del _d`,
  );
  return lines(text).map((line) => {
    const [mount, size, free] = JSON.parse(line) as [string, number, number];
    return { mount, size, free, used: size - free };
  });
}

/** The content of a file, checked against its hash on the board. */
export async function readFile(board: Board, path: string): Promise<Buffer> {
  const text = await ask(
    board,
    path,
    `import binascii as b,hashlib
def _g(p):
 h=hashlib.sha256()
 with open(p,'rb') as f:
  while 1:
   d=f.read(768)
   if not d:break
   h.update(d);print(b.b2a_base64(d).decode(),end='')
 print(':'+b.hexlify(h.digest()).decode())
_g(${pythonText(path)})
del _g`,
  );
  const end = text.lastIndexOf(":");
  const content = Buffer.concat(
    lines(text.slice(0, end)).map((line) => Buffer.from(line, "base64")),
  );
  if (sha256(content) !== text.slice(end + 1).trim()) throw new BoardError(copyDiffers(path));
  return content;
}

/** Bytes per line of base64 that goes to the board, and lines on their way at a time. */
const lineBytes = 1536;
const inFlight = 2;

/**
 * Writes a file as a whole: what was there stays until all of it has arrived. `onProgress` is told
 * of the bytes that the board has.
 */
export async function writeFile(
  board: Board,
  path: string,
  content: Uint8Array,
  onProgress: (bytes: number) => void = () => {},
): Promise<void> {
  await checkSpace(board, path, content.length);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const code = receiver(path, `${folder}.tsmp-part`, content);
  await board.repl.start(code, { mode: "plain" });
  let at = 0;
  let acknowledged = 0;
  const total = Math.ceil(content.length / lineBytes);
  for (let line = 0; line < total + inFlight; line++) {
    if (line < total) {
      const piece = content.subarray(at, at + lineBytes);
      at += piece.length;
      await board.stream.write(`${Buffer.from(piece).toString("base64")}\n`);
    }
    if (line < inFlight || acknowledged === total) continue;
    // Each line is answered by a full stop; the end of the code instead means that it failed.
    const answer = await board.stream.readUntil([".", "\x04"], { timeoutMs: 20_000 });
    if (answer.at(-1) === 0x04) return failed(board, path, answer);
    acknowledged++;
    onProgress(Math.min(acknowledged * lineBytes, content.length));
  }
  const { stdout, stderr } = await board.repl.finish({ timeoutMs: 20_000 });
  if (stderr !== "") throw await afterFailure(board, path, stderr);
  if (!stdout.includes("same")) throw new BoardError(copyDiffers(path));
}

function receiver(path: string, part: string, content: Uint8Array): string {
  return `import sys,os,binascii as b,hashlib
def _p(p,t,n,w):
 h=hashlib.sha256()
 try:
  with open(t,'wb') as f:
   while n>0:
    d=b.a2b_base64(sys.stdin.readline());f.write(d);h.update(d);n-=len(d);print(end='.')
  if b.hexlify(h.digest()).decode()==w:
   try:os.rename(t,p)
   except OSError:os.remove(p);os.rename(t,p)
   print('same')
  else:os.remove(t)
 except:
  try:os.remove(t)
  except OSError:pass
  raise
_p(${pythonText(path)},${pythonText(part)},${content.length},'${sha256(content)}')
del _p`;
}

/** The code on the board ended before all was sent; `answer` ends with the end of its output. */
async function failed(board: Board, path: string, answer: Buffer): Promise<never> {
  board.stream.unread(answer.subarray(-1));
  const { stderr } = await board.repl.finish({ timeoutMs: 5_000 });
  throw await afterFailure(board, path, stderr);
}

async function afterFailure(board: Board, path: string, stderr: string): Promise<unknown> {
  // Lines that were on their way stand on the prompt now; Ctrl-C clears it.
  await board.stream.write(ctrlC);
  const exception = new DeviceException(stderr);
  if (exception.errno !== noSpace && exception.errno !== nameTooLong)
    return storageError(exception, path);
  const [root] = await spaces(board);
  const free = root?.free ?? 0;
  return meansNoSpace(exception.errno, free)
    ? new BoardError(boardFull(0, free))
    : storageError(exception, path);
}

/** A file needs whole blocks, and one for what the file system notes about it. */
async function checkSpace(board: Board, path: string, bytes: number): Promise<void> {
  const text = await ask(
    board,
    path,
    `import os\ns=os.statvfs(${pythonText(path.slice(0, path.lastIndexOf("/")) || "/")})\nprint(s[0],s[3])`,
  );
  const [block = 1, free = 0] = text.trim().split(" ").map(Number);
  // A small file lies beside its name; the rest is written before what it replaces goes.
  const needed = bytes <= 512 ? 0 : Math.ceil(bytes / block) * block;
  if (needed > free * block) throw new BoardError(boardFull(needed, free * block));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

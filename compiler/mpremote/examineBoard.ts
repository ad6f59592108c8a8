import {
  boardFull,
  clockNotSet,
  memoryLow,
  storageNearlyFull,
  storageUnreadable,
  watchdogReset,
} from "../diagnostics/catalogue/boardFiles.ts";
import { storageBroken } from "../diagnostics/catalogue/deploy.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import type { Board } from "./board.ts";
import { meansNoSpace } from "./boardFiles.ts";
import { storageError } from "./transfer/storageError.ts";

/** What a board that answers says of its health. */
interface Vitals {
  readonly memory: number;
  /** [bytes, free bytes] of the file system, or the error that reading it gave. */
  readonly storage: readonly [number, number] | string;
  /** The error number that writing a file gave. */
  readonly write: number | null;
  /** year, month, day, weekday, hour, minute, second; null without a clock. */
  readonly clock: readonly number[] | null;
  /** `machine.reset_cause()` is the one of the watchdog. */
  readonly watchdog: boolean;
}

const littleMemory = 60_000;
const dayMs = 86_400_000;

/** Looks for what is wrong with a board that answers. */
export async function examineBoard(board: Board, now = new Date()): Promise<Problem[]> {
  await board.softReset();
  const vitals = JSON.parse(await board.evaluate(vitalsCode)) as Vitals;
  return [...ofStorage(vitals), ...ofClock(vitals, now), ...ofRest(vitals)];
}

function ofStorage({ storage, write }: Vitals): Problem[] {
  if (typeof storage === "string") return [storageUnreadable(storage)];
  const [size, free] = storage;
  if (meansNoSpace(write, free)) return [boardFull(0, free)];
  if (write !== null) return [storageError(`OSError: ${write}`) ?? storageBroken(`error ${write}`)];
  return free * 10 < size ? [storageNearlyFull(free, size)] : [];
}

function ofClock({ clock }: Vitals, now: Date): Problem[] {
  if (clock === null) return [];
  const [year = 0, month = 1, day = 1, , hour = 0, minute = 0, second = 0] = clock;
  const time = new Date(year, month - 1, day, hour, minute, second);
  if (Math.abs(time.getTime() - now.getTime()) < dayMs) return [];
  return [clockNotSet(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`)];
}

function ofRest({ memory, watchdog }: Vitals): Problem[] {
  return [
    ...(memory < littleMemory ? [memoryLow(memory)] : []),
    ...(watchdog ? [watchdogReset()] : []),
  ];
}

const vitalsCode = `import gc,json,os
def _walk(p):
 for e in os.ilistdir(p):
  if e[1]==0x4000:_walk(p.rstrip('/')+'/'+e[0])
def _vitals():
 try:
  _walk('/')
  s=os.statvfs('/');s=[s[0]*s[2],s[0]*s[3]]
 except OSError as e:s=str(e)
 e=None
 try:
  with open('/.tsmp-doctor','w') as f:f.write('x')
 except OSError as x:e=x.errno
 try:os.remove('/.tsmp-doctor')
 except OSError:pass
 c=None;w=False
 try:
  import machine
  w=machine.reset_cause()==machine.WDT_RESET
  c=list(machine.RTC().datetime())
 except (ImportError,AttributeError):pass
 gc.collect()
 return json.dumps({'memory':gc.mem_free(),'storage':s,'write':e,'clock':c,'watchdog':w})
print(_vitals())
del _walk,_vitals`;

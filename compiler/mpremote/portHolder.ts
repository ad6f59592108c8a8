import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/**
 * Which other program has the port open, as `name (process 1234)`. Linux tells it in /proc, of one's
 * own processes; undefined where nobody tells.
 */
export function holderOf(path: string): string | undefined {
  try {
    const target = realpathSync(path);
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      if (Number(pid) !== process.pid && holds(pid, target)) {
        return `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
      }
    }
  } catch {
    // No /proc, or the process ended meanwhile.
  }
  return undefined;
}

function holds(pid: string, target: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => {
      try {
        return readlinkSync(`${folder}/${fd}`) === target;
      } catch {
        return false;
      }
    });
  } catch {
    return false; // another user's process
  }
}

/** The name of a group, such as `dialout`. */
export function groupName(gid: number): string | undefined {
  try {
    const entry = readFileSync("/etc/group", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .find(([, , id]) => id === String(gid));
    return entry?.[0];
  } catch {
    return undefined;
  }
}

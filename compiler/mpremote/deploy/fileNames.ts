/** littlefs's limit, in bytes of UTF-8. */
const longestName = 255;

/** Why a path cannot be one of a program's on a board; undefined when it can. */
export function refusedName(path: string, all: ReadonlySet<string>): string | undefined {
  const parts = path.split("/");
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.includes("\\")) {
    return "it is not a path below the program's folder, with /";
  }
  if (parts.includes("..")) return "it leaves the program's folder";
  if (parts.includes("") || parts.includes(".")) return "it is not a plain path";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (/[\x00-\x1f\x7f]/.test(path)) return "it has a control character";
  if (/\p{Surrogate}/u.test(path)) return "it is not Unicode";
  if (parts.some((part) => Buffer.byteLength(part) > longestName))
    return "a name in it is too long";
  const folder = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join("/"));
  if (folder.some((name) => all.has(name))) return "a folder in it is a file of the program too";
  return undefined;
}

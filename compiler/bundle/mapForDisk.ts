import { relative, sep } from "node:path";

/**
 * A source map whose sources are paths of the compilation, rewritten for a map file in `folder`: as
 * the standard has it (ECMA-426), sources are URLs relative to the map.
 */
export function mapForDisk(
  map: string,
  folder: string,
  sourceOf: (path: string) => string,
): string {
  const parsed: { sources: string[] } = JSON.parse(map);
  const sources = parsed.sources.map((path) =>
    relative(folder, sourceOf(path)).split(sep).map(encodeURIComponent).join("/"),
  );
  return JSON.stringify({ ...parsed, sources });
}

import { resolve } from "node:path";

/** Where on disk the paths of a program are. */
export interface SourcePlaces {
  /** What a path starts at that is not in `places`, absolute. */
  readonly folder: string;
  /** The file on disk, absolute, by path. */
  readonly places: Readonly<Record<string, string>>;
}

/** The file on disk, absolute, that a path of a project's `files` stands for. */
export function sourceAt({ folder, places }: SourcePlaces, path: string): string {
  return Object.hasOwn(places, path) ? places[path]! : resolve(folder, path);
}

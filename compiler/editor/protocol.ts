import type { Category, Fix } from "../diagnostics/diagnostic.ts";

/* What the plugin in the editor's TypeScript server and the checker in its worker say to each other. */

/** A project to check. */
export interface CheckRequest {
  readonly tsconfig: string;
  /** Texts of open files, which may not be saved, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What `tsmp check` has to say of a project, by absolute path with `/`. */
export interface CheckAnswer {
  readonly tsconfig: string;
  readonly found: ReadonlyMap<string, readonly Finding[]>;
}

/** A diagnostic of tsmp's own as an editor shows it; offsets in UTF-16 units. */
export interface Finding {
  /** The digits of `TSMPnnnn`: TypeScript's servers know no other codes. */
  readonly code: number;
  readonly category: Category;
  readonly text: string;
  readonly start: number;
  readonly length: number;
  readonly fix?: Fix;
}

/** Programs that must not type-check: the code, and what the error at its last line must say. */
export interface Rejected {
  /** Imports and declarations that are all right by themselves. */
  readonly given?: string;
  readonly programs: readonly (readonly [code: string, error: string | RegExp])[];
}

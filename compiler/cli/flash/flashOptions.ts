import type { SettingOptions } from "../settingOptions.ts";

/** The options of `tsmp flash`, as commander gives them. */
export interface FlashOptions extends SettingOptions {
  readonly device: readonly string[];
  readonly all?: boolean;
  readonly mpy?: boolean;
  readonly built?: string;
  readonly dryRun?: boolean;
  readonly verify?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
  readonly monitor?: boolean;
}

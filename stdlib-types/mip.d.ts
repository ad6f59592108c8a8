/** Installs packages from the network. On a developer's computer `tsmp` brings what a program needs. */
/** `micropython.const`. */
export { const } from "micropython";
/** The beginnings of addresses that packages may come from. */
export const allowed_mip_url_prefixes: readonly string[];
/**
 * Installs a package by name or address. Prints what it does; errors too.
 *
 * @param options `index`: where packages are listed; `target`: the folder; `version`; `mpy`: compiled or not.
 */
export function install(
  name: string,
  options?: Keywords<{ index?: string | null; target?: string | null; version?: string | null; mpy?: boolean }>,
): void;

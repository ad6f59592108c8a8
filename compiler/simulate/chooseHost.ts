import type { ProgramFile } from "./request.ts";

/** What WebAssembly lacks: how a program shows that it needs it, and how to say so. */
const needs: readonly { readonly modules: readonly string[]; readonly reason: string }[] = [
  { modules: ["_thread"], reason: "The program starts threads" },
  { modules: ["socket", "ssl", "requests"], reason: "The program opens sockets" },
];
const opensSockets =
  /\basyncio\.(start_server|open_connection)\b|\b(start_server|open_connection)\(/;

/** Why the program cannot run in WebAssembly; undefined if it can. */
export function needsUnixPort(files: readonly ProgramFile[]): string | undefined {
  const texts = files
    .filter((file) => file.path.endsWith(".py"))
    .map(({ text }) => (typeof text === "string" ? text : new TextDecoder().decode(text)));
  const imported = new Set(texts.flatMap(requiredModules));
  const need = needs.find(({ modules }) => modules.some((module) => imported.has(module)));
  if (need !== undefined) return need.reason;
  return texts.some((text) => opensSockets.test(text)) ? "The program opens sockets" : undefined;
}

/**
 * The modules that a Python module imports and cannot do without. A module that can writes
 *
 *     try:
 *         from _thread import allocate_lock
 *
 * as ours do that serve interrupts as well as threads.
 */
function requiredModules(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, at) => {
    const name = /^\s*(?:import|from)\s+(\w+)/.exec(line)?.[1];
    const optional = lines[at - 1]?.trim() === "try:";
    return name === undefined || optional ? [] : [name];
  });
}

import { fileURLToPath } from "node:url";

/** Folders of the installed package; the same distance from `compiler/` and from `dist/`. */
const packageRoot = new URL("../../", import.meta.url);

export const stubFolder = fileURLToPath(new URL("stdlib-types/", packageRoot));
export const runtimeFolder = fileURLToPath(new URL("runtime-py/", packageRoot));
export const documentationFolder = fileURLToPath(new URL("docs/", packageRoot));

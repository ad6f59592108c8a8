import { fileURLToPath } from "node:url";

/** The installed package; the same distance from `compiler/` and from `dist/`. */
const packageUrl = new URL("../../", import.meta.url);

export const packageRoot = fileURLToPath(packageUrl);
export const stubFolder = fileURLToPath(new URL("stdlib-types/", packageUrl));
export const runtimeFolder = fileURLToPath(new URL("runtime-py/", packageUrl));
export const documentationFolder = fileURLToPath(new URL("docs/", packageUrl));

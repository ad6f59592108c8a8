// From packages to firmware: unpack, configure, make.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, open, readFile, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProvisionError } from "../debian/provisionError.mjs";
import { unpackSources } from "./sources.mjs";
import { unpackTools } from "./tools.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Leaves `firmware.bin`, `firmware.elf`, `arithmetic.bin` and `VERSION` in `folder`/firmware.
 * @param {string} folder
 */
export async function buildFirmware(folder) {
  const sources = await unpackSources(folder);
  const env = {
    ...(await unpackTools(folder)),
    ...(await versionVariables(sources)),
    MICROPY_MPYCROSS: join(here, "mpyCross.mjs"),
  };
  const build = join(folder, "build");
  await step("cmake", configuration(sources, build), env, folder);
  await step("make", ["-C", build, `-j${availableParallelism()}`], env, folder);

  const finished = join(folder, "firmware");
  await mkdir(finished);
  await buildArithmetic(finished, env, folder);
  for (const name of ["firmware.bin", "firmware.elf"]) {
    await copyFile(join(build, name), join(finished, name));
  }
  await writeFile(join(finished, "VERSION"), `${sources.version}\n`);
}

/**
 * @param {string} finished
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
async function buildArithmetic(finished, env, folder) {
  const source = (/** @type {string} */ extension) =>
    join(here, `arithmetic/arithmetic.${extension}`);
  const elf = join(folder, "arithmetic.elf");
  const target = ["-mcpu=cortex-m0plus", "-mthumb", "-nostdlib", "-T", source("ld")];
  const libraries = ["-lm", "-lc", "-lgcc"];
  const compilation = [...target, source("c"), "-o", elf, ...libraries];
  await step("arm-none-eabi-gcc", compilation, env, folder);
  const extraction = ["-O", "binary", elf, join(finished, "arithmetic.bin")];
  await step("arm-none-eabi-objcopy", extraction, env, folder);
}

/**
 * @param {import("./sources.mjs").Sources} sources
 * @param {string} build
 */
function configuration(sources, build) {
  const options = {
    MICROPY_BOARD: "RPI_PICO",
    MICROPY_BOARD_DIR: join(here, "board"),
    MICROPY_LIB_DIR: sources.library,
    PICO_SDK_PATH_OVERRIDE: sources.sdk,
    PICO_NO_PICOTOOL: "1",
    PICO_NO_UF2: "1",
  };
  const definitions = Object.entries(options).map(([name, value]) => `-D${name}=${value}`);
  const port = join(sources.micropython, "ports/rp2");
  return ["-G", "Unix Makefiles", "-S", port, "-B", build, ...definitions];
}

/**
 * The version is asked of git otherwise, which would answer with that of whatever clone the cache lies in; the date
 * of the sources in place of today's makes one firmware of one recipe.
 * @param {import("./sources.mjs").Sources} sources
 */
async function versionVariables(sources) {
  const { mtimeMs } = await stat(join(sources.micropython, "py/mpconfig.h"));
  return {
    MICROPY_GIT_TAG: `v${sources.version}`,
    MICROPY_GIT_HASH: "debian",
    SOURCE_DATE_EPOCH: String(Math.floor(mtimeMs / 1000)),
  };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
async function step(program, args, env, folder) {
  const path = join(folder, `${program}.log`);
  const log = await open(path, "w");
  const child = spawn(program, args, { env, stdio: ["ignore", log.fd, log.fd] });
  const [code] = await once(child, "exit").finally(() => log.close());
  if (code === 0) return;
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  const first = lines.findIndex((line) => /\berror\b|\*\*\*|CMake Error/i.test(line));
  const shown = lines.slice(
    Math.max(0, first < 0 ? lines.length - 12 : first),
    first < 0 ? undefined : first + 12,
  );
  throw new ProvisionError("build", `${program} failed:\n${shown.join("\n")}`);
}

// Debian's QEMU for programs of another processor, for kernels that start no 32-bit program themselves.

import { join } from "node:path";
import { hostArchitecture } from "../debian/hostArchitecture.mjs";
import { ProvisionError } from "../debian/provisionError.mjs";
import { reachableSuites } from "../debian/suites.mjs";
import { unpackPackage } from "../debian/unpackPackages.mjs";

/** The last suite whose package is one statically linked file for each processor. */
const SUITE = "bookworm";
const PACKAGE = "qemu-user-static";
const PROGRAM = "qemu-i386-static";

/** What the package has besides the program: three hundred megabytes. */
const UNWANTED = ["./usr/share/*", "./usr/lib/*", "./usr/libexec/*", "./usr/bin/qemu-[!i]*"];

/**
 * Unpacks the emulator for i386 into `folder`, and returns its path below it.
 * @param {string} folder
 */
export async function unpackEmulator(folder) {
  const architecture = await hostArchitecture();
  /** @type {string[]} */
  const refusals = [];
  for await (const suite of reachableSuites([SUITE], folder, refusals)) {
    const found = (await suite.packages(architecture)).get(PACKAGE);
    if (found === undefined) {
      refusals.push(`${suite.title} has no ${PACKAGE}`);
      continue;
    }
    await unpackPackage(found, folder, UNWANTED);
    return join("root", "usr", "bin", PROGRAM);
  }
  throw new ProvisionError(
    "no-mirror",
    `this kernel starts no 32-bit programs, and no mirror has ${PACKAGE}:\n  ${refusals.join("\n  ")}`,
  );
}

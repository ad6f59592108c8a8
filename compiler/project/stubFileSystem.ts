import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InMemoryFileSystemHost } from "ts-morph";
import { stubFolder } from "./packageFolders.ts";

/** Where the stubs appear in the memory of a compilation. */
export const stubRoot = "/@tsmp/";

/** The program's files in memory; the stubs of the package behind `stubRoot`, read when first asked for. */
export class StubFileSystem extends InMemoryFileSystemHost {
  override readFileSync(path: string, encoding?: string): string {
    const stub = stubPath(path);
    return stub === undefined ? super.readFileSync(path, encoding) : readFileSync(stub, "utf8");
  }

  override fileExistsSync(path: string): boolean {
    const stub = stubPath(path);
    if (stub === undefined) return super.fileExistsSync(path);
    return existsSync(stub) && statSync(stub).isFile();
  }

  override directoryExistsSync(path: string): boolean {
    const stub = stubPath(path);
    if (stub === undefined) return super.directoryExistsSync(path);
    return existsSync(stub) && statSync(stub).isDirectory();
  }
}

function stubPath(path: string): string | undefined {
  return path.startsWith(stubRoot) ? join(stubFolder, path.slice(stubRoot.length)) : undefined;
}

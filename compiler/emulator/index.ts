/** `import { createPico } from "tsmp/emulator"`: real firmware on an emulated Pico, for a project's own tests. */
export type { BoardProgram } from "./boardProgram.ts";
export {
  type BoardFiles,
  type CreatePicoOptions,
  createPico,
  type PinEdge,
  type VirtualPico,
  type VirtualPin,
} from "./createPico.ts";
export { EmulatorError } from "./emulatorError.ts";

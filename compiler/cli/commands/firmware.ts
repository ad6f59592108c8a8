import { type BoardOptions, boardAddress, reportingBoardErrors } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

type FirmwareOptions = BoardOptions & { readonly drive?: string };

/** The drive is there within a few seconds; a person who must press BOOTSEL takes longer. */
const driveMs = 20_000;

/** `tsmp firmware file.uf2` */
export const defineFirmware: CommandDefinition = (program, { terminal, run }) => {
  program
    .command("firmware")
    .summary("put MicroPython on a board")
    .description(
      "Restart the board as a drive and copy firmware to it. The file is checked first: it must be\na whole .uf2, for the chip that the board has.",
    )
    .argument("<file>", "a .uf2 file")
    .option("-d, --device <name>", "the board: serial number, alias or port")
    .option("--drive <folder>", "where the board's boot drive is mounted")
    .action(
      run((file: string, options: FirmwareOptions) =>
        reportingBoardErrors(terminal, () => put(file, options)),
      ),
    );

  async function put(file: string, options: FirmwareOptions): Promise<number> {
    const firmware = await import("../../mpremote/firmware.ts");
    const chip = firmware.chipOfFirmware(file);
    const drive = options.drive ?? (await restartAsDrive(options));
    firmware.copyFirmware(file, drive);
    terminal.document({ ok: true, file, chip, drive });
    terminal.print(`${file} is on the board; it restarts with it.`);
    return 0;
  }

  /** A board that is in its bootloader already has no port; then only the drive is waited for. */
  async function restartAsDrive(options: BoardOptions): Promise<string> {
    const { findBootDrive } = await import("../../mpremote/firmware.ts");
    const { boardInBootloader, bootDriveMissing } = await import(
      "../../diagnostics/catalogue/boardFiles.ts"
    );
    const { noBoardFound } = await import("../../diagnostics/catalogue/boardLink.ts");
    const { isBoardError } = await import("../../mpremote/boardError.ts");
    try {
      const { openBoard } = await import("../../mpremote/board.ts");
      const board = await openBoard(await boardAddress(options));
      await board.repl.start("import machine,time\ntime.sleep_ms(50)\nmachine.bootloader()");
      await board.close({ restart: "never" });
    } catch (error) {
      const waits = [noBoardFound, boardInBootloader, bootDriveMissing];
      if (!waits.some((kind) => isBoardError(error, kind))) throw error;
      terminal.notice("Hold BOOTSEL while plugging the board in; waiting for its drive.");
    }
    return findBootDrive(driveMs);
  }
};

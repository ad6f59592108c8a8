import { reportingBoardErrors } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";

interface DevicesOptions {
  readonly all?: boolean;
  readonly alias?: string;
  readonly forget?: string;
}

/** `tsmp devices` */
export const defineDevices: CommandDefinition = (program, { terminal, run }) => {
  program
    .command("devices")
    .summary("list the boards that are plugged in")
    .description("List the boards on this computer's USB ports. Nothing is opened or sent.")
    .option("-a, --all", "every serial port, not only those that look like boards")
    .option("--alias <name=board>", "name a board by its serial number or address, for --device")
    .option("--forget <name>", "drop a name")
    .action(run((options: DevicesOptions) => reportingBoardErrors(terminal, () => list(options))));

  async function list({ all, alias, forget }: DevicesOptions): Promise<number> {
    const { listPorts, looksLikeBoard } = await import("../../mpremote/discovery.ts");
    const { readAliases, writeAlias } = await import("../../mpremote/aliases.ts");
    const [name, ...target] = alias?.split("=") ?? [];
    if (name !== undefined && target.length > 0) writeAlias(name, target.join("="));
    if (forget !== undefined) writeAlias(forget, undefined);
    const aliases = readAliases();
    const ports = (await listPorts()).filter((port) => all || looksLikeBoard(port));
    const devices = ports.map((port) => ({
      ...port,
      board: looksLikeBoard(port),
      aliases: Object.keys(aliases).filter((key) =>
        [port.serial, port.path].includes(aliases[key] as string),
      ),
    }));
    terminal.document({ ok: true, devices, aliases });
    for (const { path, serial, name, aliases } of devices) {
      terminal.print([path, serial ?? "-", name ?? "-", ...aliases].join("  "));
    }
    if (devices.length === 0) terminal.notice("No board is plugged in; `tsmp doctor` looks why.");
    return 0;
  }
};

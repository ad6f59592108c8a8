import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** A serial port of this computer. */
export interface SerialPortInfo {
  readonly path: string;
  /** Four hex digits in lower case; absent for a port that is not on USB. */
  readonly vendor?: string;
  readonly product?: string;
  /** The board's serial number: the same on every port and computer. */
  readonly serial?: string;
  readonly manufacturer?: string;
  readonly name?: string;
}

/** Raspberry Pi, and the number that MicroPython's own boards share. */
const micropythonVendors = new Set(["2e8a", "f055"]);
/** Of 2e8a: the debug probe, whose port is another chip's UART. */
const notBoards = new Set(["2e8a:000c", "2e8a:0003", "2e8a:000f"]);
const bootloaders = new Set(["2e8a:0003", "2e8a:000f"]);

/** Whether a port may well be a board with MicroPython; only asking tells for sure. */
export function looksLikeBoard(port: SerialPortInfo): boolean {
  if (port.vendor === undefined || notBoards.has(`${port.vendor}:${port.product}`)) return false;
  return micropythonVendors.has(port.vendor) || /micropython/i.test(port.manufacturer ?? "");
}

/** All serial ports, in the order of their paths. */
export async function listPorts(sysFolder = "/sys"): Promise<SerialPortInfo[]> {
  const ports = process.platform === "linux" ? linuxPorts(sysFolder) : await portsBySerialport();
  return ports.sort((a, b) => a.path.localeCompare(b.path, "en", { numeric: true }));
}

/** How many boards wait in their bootloader; undefined where the system does not tell. */
export function boardsInBootloader(sysFolder = "/sys"): number | undefined {
  try {
    const folder = join(sysFolder, "bus/usb/devices");
    return readdirSync(folder).filter((name) => {
      const device = join(folder, name);
      return bootloaders.has(`${attribute(device, "idVendor")}:${attribute(device, "idProduct")}`);
    }).length;
  } catch {
    return undefined;
  }
}

/** Without udev, which containers lack: /sys has all that it knows. */
function linuxPorts(sysFolder: string): SerialPortInfo[] {
  const folder = join(sysFolder, "class/tty");
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const device = deviceOf(join(folder, name));
    if (device === undefined) return [];
    const usb = usbDeviceAbove(device);
    return [{ path: `/dev/${name}`, ...(usb === undefined ? {} : usbFacts(usb)) }];
  });
}

/** A terminal without a device behind it is the system's own; a driver without a chip is a `serial8250`. */
function deviceOf(entry: string): string | undefined {
  try {
    const device = realpathSync(join(entry, "device"));
    return /serial8250|\/platform\//.test(device) ? undefined : device;
  } catch {
    return undefined;
  }
}

function usbDeviceAbove(folder: string): string | undefined {
  let at = folder;
  for (let level = 0; level < 6; level++) {
    if (attribute(at, "idVendor") !== undefined) return at;
    at = dirname(at);
  }
  return undefined;
}

function usbFacts(device: string): Omit<SerialPortInfo, "path"> {
  const facts = {
    vendor: attribute(device, "idVendor")?.toLowerCase(),
    product: attribute(device, "idProduct")?.toLowerCase(),
    serial: attribute(device, "serial"),
    manufacturer: attribute(device, "manufacturer"),
    name: attribute(device, "product"),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function attribute(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

async function portsBySerialport(): Promise<SerialPortInfo[]> {
  try {
    const { SerialPort } = await import("serialport");
    const ports = await SerialPort.list();
    return ports.map(({ path, vendorId, productId, serialNumber, manufacturer }) => ({
      // On macOS a tty.* port waits for a carrier; its cu.* twin does not.
      path: path.replace(/^\/dev\/tty\./, "/dev/cu."),
      ...(vendorId === undefined ? {} : { vendor: vendorId.toLowerCase() }),
      ...(productId === undefined ? {} : { product: productId.toLowerCase() }),
      ...(serialNumber === undefined ? {} : { serial: serialNumber }),
      ...(manufacturer === undefined ? {} : { manufacturer }),
    }));
  } catch {
    return [];
  }
}

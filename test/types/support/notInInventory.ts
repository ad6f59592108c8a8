/**
 * What the stubs declare although the inventory does not list it, and why.
 *
 * The inventory was read off classes and modules on the board: attributes that `__init__` sets do not
 * show there.
 */
type Reasons = Readonly<Record<string, string>>;

const setByInit = "an attribute that __init__ sets";

export const allowedExports: Readonly<Record<string, Reasons>> = {};

/** By the first part of the module's name and the class. */
export const allowedMembers: Readonly<Record<string, Reasons>> = {
  "asyncio.Task": {
    ...reasons(
      "in C: not listed, but seen on the unix port",
      "cancel",
      "done",
      "coro",
      "data",
      "state",
    ),
    ...reasons("a task is a Promise to TypeScript", "then", "catch", "finally"),
  },
  "io.IOBase": reasons("what a subclass implements", "readinto", "write", "ioctl"),
  "machine.Pin": reasons("classes inside of the class: not listed, but there", "board", "cpu"),
  "machine.I2CTarget": reasons("read through an attribute hook", "memaddr"),
  "machine.USBDevice": reasons(
    "classes and an attribute hook: not listed, but there",
    "builtin_driver",
    "BUILTIN_NONE",
    "BUILTIN_DEFAULT",
    "BUILTIN_CDC",
  ),
  "dht.DHTBase": reasons(setByInit, "buf"),
  "dht.DHT11": reasons(setByInit, "buf"),
  "dht.DHT22": reasons(setByInit, "buf"),
  "neopixel.NeoPixel": reasons(setByInit, "bpp", "buf", "n", "pin"),
  "requests.Response": reasons(setByInit, "encoding", "headers", "reason", "status_code"),
  "rp2.DMA": reasons(
    "read through an attribute hook",
    "channel",
    "count",
    "ctrl",
    "read",
    "registers",
    "write",
  ),
  "tls.SSLContext": reasons("read through an attribute hook", "verify_mode"),
  "aioble.BaseCharacteristic": reasons(setByInit, "uuid"),
  "aioble.BaseClientCharacteristic": reasons(setByInit, "properties", "uuid"),
  "aioble.BufferedCharacteristic": reasons(setByInit, "uuid"),
  "aioble.Characteristic": reasons(setByInit, "uuid"),
  "aioble.ClientCharacteristic": reasons(setByInit, "properties", "service", "uuid"),
  "aioble.ClientDescriptor": reasons(setByInit, "characteristic", "properties", "uuid"),
  "aioble.ClientService": reasons(setByInit, "connection", "uuid"),
  "aioble.Descriptor": reasons(setByInit, "uuid"),
  "aioble.Device": reasons(setByInit, "addr", "addr_type"),
  "aioble.DeviceConnection": reasons(
    setByInit,
    "authenticated",
    "bonded",
    "device",
    "encrypted",
    "mtu",
  ),
  "aioble.L2CAPChannel": reasons(setByInit, "our_mtu", "peer_mtu"),
  "aioble.ScanResult": reasons(setByInit, "adv_data", "connectable", "device", "resp_data", "rssi"),
  "aioble.Service": reasons(setByInit, "characteristics", "uuid"),
};

function reasons(reason: string, ...names: string[]): Reasons {
  return Object.fromEntries(names.map((name) => [name, reason]));
}

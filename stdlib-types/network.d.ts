/** Wi-Fi of the Pico W. */

export {};
declare const interfaceId: unique symbol;
/** `WLAN.IF_STA` or `WLAN.IF_AP`. */
export type InterfaceId = int & { readonly [interfaceId]: true };

/** A network found by `scan`. */
export type ScanResult = readonly [
  ssid: bytes,
  bssid: bytes,
  channel: int,
  rssi: int,
  security: int,
  hidden: int,
];
/** Address, mask, gateway and name server, as text. */
export type IfConfig = readonly [ip: string, netmask: string, gateway: string, dns: string];

interface WlanSettings {
  /** The name of the network, as access point. */
  ssid?: string;
  /** The name of the network, as access point: old name of `ssid`. */
  essid?: string;
  /** The password, 8 characters at least. */
  password?: string;
  /** The password: old name of `password`. */
  key?: string;
  /** `WLAN.SEC_OPEN` or `WLAN.SEC_WPA_WPA2`. */
  security?: int;
  /** 1 to 13. */
  channel?: int;
  /** Whether the name is hidden. */
  hidden?: boolean;
  /** Power saving: `WLAN.PM_NONE`, `WLAN.PM_PERFORMANCE` (default), `WLAN.PM_POWERSAVE`. */
  pm?: int;
  /** Power of the transmitter in dBm. */
  txpower?: int;
  /** The name that the board asks a name for. */
  hostname?: string;
  /** 6 bytes. */
  mac?: ReadableBuffer;
}

/** Wi-Fi, as a station of a network or as an access point. */
export class WLAN {
  /** @param interface_id `WLAN.IF_STA` (default) or `WLAN.IF_AP`. */
  constructor(interface_id?: InterfaceId);
  /** Whether the interface is on, or turns it on or off. */
  active(): boolean;
  active(on: boolean | 0 | 1): void;
  /**
   * Begins to connect; poll `isconnected` or `status`.
   *
   * @example
   * wlan.active(true);
   * wlan.connect("my network", "secret");
   * while (!wlan.isconnected()) await sleep_ms(100);
   */
  connect(ssid: string | ReadableBuffer, key?: string | null, options?: Keywords<{ security?: int; bssid?: ReadableBuffer; channel?: int }>): void;
  /** Leaves the network. */
  disconnect(): void;
  /** True when connected, with an address; as access point, when a station is. */
  isconnected(): boolean;
  /** The networks around. Blocks for about two seconds. */
  scan(options?: Keywords<{ passive?: boolean; ssid?: string | ReadableBuffer; bssid?: ReadableBuffer }>): ScanResult[];
  /** How the connection stands: one of the `STAT_` constants; negative ones are failures. */
  status(): int;
  /** The strength of the signal in dBm, or the MAC addresses of stations. */
  status(param: "rssi"): int;
  status(param: "stations"): [mac: bytes][];
  /** Address, mask, gateway and name server, or sets them; "dhcp" asks the network for them. */
  ifconfig(): IfConfig;
  ifconfig(settings: IfConfig | "dhcp"): void;
  /**
   * An address setting: `ipconfig("addr4")`.
   *
   * @since 1.23
   */
  ipconfig(param: "addr4" | "addr6" | "dhcp4" | "gw4" | "has_dhcp4" | "has_autoconf6" | "autoconf6"): any;
  ipconfig(options: Keywords<{ addr4?: string | readonly [string, string]; gw4?: string; dhcp4?: boolean; autoconf6?: boolean }>): void;
  /** A setting: `config("mac")`. */
  config(param: "mac"): bytes;
  config(param: "ssid" | "essid" | "hostname"): string;
  config(param: "channel" | "pm" | "txpower" | "security" | "stations"): int;
  config(options: Keywords<WlanSettings>): void;
  /** Turns the radio off. */
  deinit(): void;
  /** A command to the radio chip; not for programs. */
  ioctl(command: int, buffer: WritableBuffer, interface_id?: int): void;
  /** Sends a raw frame; not for programs. */
  send_ethernet(frame: ReadableBuffer): void;
  /** Station. */
  static readonly IF_STA: InterfaceId;
  /** Access point. */
  static readonly IF_AP: InterfaceId;
  /** No power saving: quickest answers. */
  static readonly PM_NONE: int;
  /** Power saving that keeps throughput (default). */
  static readonly PM_PERFORMANCE: int;
  /** Most power saving. */
  static readonly PM_POWERSAVE: int;
  /** No password. */
  static readonly SEC_OPEN: int;
  /** WPA or WPA2. */
  static readonly SEC_WPA_WPA2: int;
  /** WPA3. */
  static readonly SEC_WPA3: int;
  /** WPA2 or WPA3. */
  static readonly SEC_WPA2_WPA3: int;
}

/** Station: old name of `WLAN.IF_STA`. */
export const STA_IF: InterfaceId;
/** Access point: old name of `WLAN.IF_AP`. */
export const AP_IF: InterfaceId;
/** No connection and none wanted. */
export const STAT_IDLE: int;
/** Connecting. */
export const STAT_CONNECTING: int;
/** Failed: wrong password. */
export const STAT_WRONG_PASSWORD: int;
/** Failed: no such network. */
export const STAT_NO_AP_FOUND: int;
/** Failed for another reason. */
export const STAT_CONNECT_FAIL: int;
/** Connected, with an address. */
export const STAT_GOT_IP: int;

/** The two-letter country whose radio rules apply ("XX" is worldwide), or sets it. Set it before `active`. */
export function country(): string;
export function country(code: string): void;
/** The name that the board goes by, or sets it (at most 32 characters). Set it before `active`. */
export function hostname(): string;
export function hostname(name: string): void;
/**
 * A setting of the whole network stack: `ipconfig("dns")`.
 *
 * @since 1.23
 */
export function ipconfig(param: "dns" | "prefer"): any;
export function ipconfig(options: Keywords<{ dns?: string; prefer?: 4 | 6 }>): void;
/** The routing table; the interface by which packets leave. */
export function route(...args: unknown[]): any;

/** Services of this side. */
import type { DeviceConnection } from "./device";
import type { UUID } from "bluetooth";

/** `micropython.const`. */
export { const } from "micropython";
/** `collections.deque`. */
export { deque } from "collections";
export { ble, ensure_active, GattError, log_error, log_info, log_warn, register_irq_handler } from "./core";
export { DeviceConnection, DeviceTimeout } from "./device";

/** A service. Make its characteristics, then `register_services`. */
export class Service {
  constructor(uuid: UUID);
  readonly uuid: UUID;
  readonly characteristics: readonly Characteristic[];
}
/** What characteristics and descriptors have in common. */
export class BaseCharacteristic<W = DeviceConnection> {
  protected constructor();
  readonly uuid: UUID;
  /** The value. */
  read(): bytes;
  /** Sets the value; tells subscribers when `send_update` is true. */
  write(data: ReadableBuffer | string, send_update?: boolean): void;
  write(data: ReadableBuffer | string, options: Keywords<{ send_update?: boolean }>): void;
  /** Waits until the other side writes; gives who did (with `capture`, what was written too). */
  written(timeout_ms?: int | null): Promise<W>;
  written(options: Keywords<{ timeout_ms?: int | null }>): Promise<W>;
  /** Called when the other side reads: 0 allows it. Replace it. */
  on_read(connection: DeviceConnection): int;
}
/** What a characteristic can do. */
export interface CharacteristicOptions<Capture extends boolean = false> {
  /** The other side may read it. */
  read?: boolean;
  /** The other side may write it. */
  write?: boolean;
  /** The other side may write it without an answer. */
  write_no_response?: boolean;
  /** It tells subscribers of changes. */
  notify?: boolean;
  /** It tells subscribers of changes and waits for their answer. */
  indicate?: boolean;
  /** The first value. */
  initial?: ReadableBuffer | string | null;
  /** Whether `written` gives every value, with who wrote it: `[connection, data]`. */
  capture?: Capture;
}
type Written<Capture extends boolean> = true extends Capture
  ? readonly [connection: DeviceConnection, data: bytes]
  : DeviceConnection;
/** A value of a service. */
export class Characteristic<Capture extends boolean = false> extends BaseCharacteristic<Written<Capture>> {
  constructor(service: Service, uuid: UUID, options?: Keywords<CharacteristicOptions<Capture>>);
  /** Tells a connected device of the value, or of `data`. */
  notify(connection: DeviceConnection, data?: ReadableBuffer | string | null): void;
  /** Tells a connected device of the value, or of `data`, and waits for its answer. */
  indicate(connection: DeviceConnection, data?: ReadableBuffer | string | null, timeout_ms?: int): Promise<void>;
}
/** A value with a larger buffer, which may collect what is written. */
export class BufferedCharacteristic<Capture extends boolean = false> extends Characteristic<Capture> {
  constructor(service: Service, uuid: UUID, options?: Keywords<CharacteristicOptions<Capture> & { max_len?: int; append?: boolean }>);
}
/** A descriptor of a characteristic. */
export class Descriptor extends BaseCharacteristic {
  constructor(
    characteristic: Characteristic<any>,
    uuid: UUID,
    options?: Keywords<{ read?: boolean; write?: boolean; initial?: ReadableBuffer | string | null }>,
  );
}
/** Makes services known. All at once: a second call replaces the first. */
export function register_services(...services: Service[]): void;

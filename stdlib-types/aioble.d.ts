/** Bluetooth Low Energy for asyncio programs. */
export { scan } from "./aioble/central";
export { config, GattError, log_error, log_info, log_warn, stop } from "./aioble/core";
export { Device, DeviceDisconnectedError } from "./aioble/device";
export { advertise } from "./aioble/peripheral";
export { BufferedCharacteristic, Characteristic, Descriptor, register_services, Service } from "./aioble/server";
/** `micropython.const`. */
export { const } from "micropython";
/** The address is fixed. */
export const ADDR_PUBLIC: 0;
/** The address changes. */
export const ADDR_RANDOM: 1;

/** Requests of USB 2.0 (9.4) and of the CDC class (PSTN subclass 1.2, 6.3), as a host sends them. */
export interface ControlRequest {
  readonly packet: Uint8Array;
  /** Data of the host's for the device; requests with data from the device have none. */
  readonly data?: Uint8Array;
}

const DEVICE_TO_HOST = 0x80;
const CLASS_OF_INTERFACE = 0x21;

const SET_ADDRESS = 5;
const GET_DESCRIPTOR = 6;
const SET_CONFIGURATION = 9;
const SET_LINE_CODING = 0x20;
const SET_CONTROL_LINE_STATE = 0x22;

export const DEVICE_DESCRIPTOR = 1;
export const CONFIGURATION_DESCRIPTOR = 2;
export const STRING_DESCRIPTOR = 3;
const ENGLISH = 0x0409;

function setup(type: number, request: number, value: number, index: number, length: number) {
  const packet = new Uint8Array(8);
  const view = new DataView(packet.buffer);
  packet[0] = type;
  packet[1] = request;
  view.setUint16(2, value, true);
  view.setUint16(4, index, true);
  view.setUint16(6, length, true);
  return packet;
}

export function getDescriptor(kind: number, index: number, length: number): ControlRequest {
  const language = kind === STRING_DESCRIPTOR ? ENGLISH : 0;
  return { packet: setup(DEVICE_TO_HOST, GET_DESCRIPTOR, (kind << 8) | index, language, length) };
}

export function setAddress(address: number): ControlRequest {
  return { packet: setup(0, SET_ADDRESS, address, 0, 0) };
}

export function setConfiguration(configuration: number): ControlRequest {
  return { packet: setup(0, SET_CONFIGURATION, configuration, 0, 0) };
}

/** DTR and RTS: a serial line that is open has both. */
export function setControlLineState(index: number, dtr: boolean, rts: boolean): ControlRequest {
  const value = (dtr ? 1 : 0) | (rts ? 2 : 0);
  return { packet: setup(CLASS_OF_INTERFACE, SET_CONTROL_LINE_STATE, value, index, 0) };
}

/** Speed of the line, with one stop bit, no parity, eight data bits. */
export function setLineCoding(index: number, baud: number): ControlRequest {
  const data = new Uint8Array(7);
  new DataView(data.buffer).setUint32(0, baud, true);
  data[6] = 8;
  return { packet: setup(CLASS_OF_INTERFACE, SET_LINE_CODING, 0, index, data.length), data };
}

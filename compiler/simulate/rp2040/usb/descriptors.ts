const INTERFACE = 4;
const ENDPOINT = 5;
const CLASS_COMMUNICATION = 2;
const CLASS_DATA = 10;
const BULK = 2;

/** Where the serial line of a device is. */
export interface SerialFunction {
  readonly controlInterface: number;
  readonly inEndpoint: number;
  readonly outEndpoint: number;
}

/** Finds the CDC function in a configuration descriptor (USB 2.0, 9.6; CDC 1.2, 5). */
export function findSerialFunction(configuration: Uint8Array): SerialFunction | undefined {
  let controlInterface: number | undefined;
  let inData = false;
  let inEndpoint: number | undefined;
  let outEndpoint: number | undefined;
  for (let at = 0; at + 1 < configuration.length && configuration[at]! > 1; ) {
    const length = configuration[at]!;
    const kind = configuration[at + 1]!;
    if (kind === INTERFACE) {
      const interfaceClass = configuration[at + 5]!;
      if (interfaceClass === CLASS_COMMUNICATION) controlInterface ??= configuration[at + 2]!;
      inData = interfaceClass === CLASS_DATA;
    } else if (kind === ENDPOINT && inData && (configuration[at + 3]! & 3) === BULK) {
      const address = configuration[at + 2]!;
      if ((address & 0x80) !== 0) inEndpoint ??= address & 15;
      else outEndpoint ??= address & 15;
    }
    at += length;
  }
  if (controlInterface === undefined || inEndpoint === undefined || outEndpoint === undefined) {
    return undefined;
  }
  return { controlInterface, inEndpoint, outEndpoint };
}

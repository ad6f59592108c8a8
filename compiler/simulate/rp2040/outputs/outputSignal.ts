/** What a part of the chip does to a pin at one time: drives it low or high, or leaves it open. */
export type Drive = 0 | 1 | undefined;

/**
 * An output of a part of the chip, such as the transmit line of a UART, as a function of time. It goes to
 * every pin that is given this function.
 */
export abstract class OutputSignal {
  /** Whether a pin has this function now. */
  connected = false;
  /** Whether its part reads back what is on the pin, which then has each edge at its time. */
  eager = false;
  /** What comes now and from now on is no longer what it was. */
  onChange: () => void = () => {};

  abstract driveAt(nanos: number): Drive;

  /** The first time after the given one at which the signal changes by itself. */
  abstract nextEdge(nanos: number): number;
}

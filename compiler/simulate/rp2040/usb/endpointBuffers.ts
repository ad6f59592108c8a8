/** Layout of the USB memory in device mode (RP2040 datasheet, 4.1.2.5). */
const FIRST_BUFFER_CONTROL = 0x80;
const LAST_BUFFER_CONTROL = 0xfc;
const FIRST_ENDPOINT_CONTROL = 0x08;
const ENDPOINT_0_BUFFER = 0x100;
const ADDRESS_MASK = 0xffc0;
const SECOND_BUFFER = 64;

const AVAILABLE = 1 << 10;
const STALL = 1 << 11;
const FULL = 1 << 15;
const LENGTH_MASK = 0x3ff;
const DOUBLE_BUFFERED = 1 << 30;
const INTERRUPT_PER_BUFFER = 1 << 29;

export type Direction = "in" | "out";

/** One of the two buffers of an endpoint, handed over to the controller by firmware. */
export interface BufferHalf {
  readonly control: number;
  readonly shift: 0 | 16;
  readonly address: number;
  readonly length: number;
  /** Whether firmware is told when this one is done, and not only when both are. */
  readonly interrupts: boolean;
}

/** The buffer control words of all endpoints, in the USB memory. */
export class EndpointBuffers {
  private readonly view: DataView;
  private readonly ram: Uint8Array;

  constructor(ram: Uint8Array) {
    this.ram = ram;
    this.view = new DataView(ram.buffer, ram.byteOffset, ram.length);
  }

  /** Whose buffer control word is at this offset. */
  endpointAt(offset: number): { endpoint: number; direction: Direction } | undefined {
    if (offset < FIRST_BUFFER_CONTROL || offset > LAST_BUFFER_CONTROL) return undefined;
    const index = offset - FIRST_BUFFER_CONTROL;
    return { endpoint: index >> 3, direction: (index & 4) !== 0 ? "out" : "in" };
  }

  stalls(offset: number): boolean {
    return (this.view.getUint32(offset, true) & STALL) !== 0;
  }

  /** The buffer that the next packet uses; undefined is a NAK. */
  next(endpoint: number, direction: Direction): BufferHalf | undefined {
    const out = direction === "out" ? 4 : 0;
    const control = FIRST_BUFFER_CONTROL + endpoint * 8 + out;
    const word = this.view.getUint32(control, true);
    const settings =
      endpoint === 0
        ? INTERRUPT_PER_BUFFER
        : this.view.getUint32(FIRST_ENDPOINT_CONTROL + (endpoint - 1) * 8 + out, true);
    const base = endpoint === 0 ? ENDPOINT_0_BUFFER : settings & ADDRESS_MASK;
    const double = (settings & DOUBLE_BUFFERED) !== 0;
    const second = double && (word & (AVAILABLE << 16)) !== 0;
    if ((word & AVAILABLE) !== 0) {
      const interrupts = !second || (settings & INTERRUPT_PER_BUFFER) !== 0;
      return { control, shift: 0, address: base, length: word & LENGTH_MASK, interrupts };
    }
    if (!second) return undefined;
    const length = (word >>> 16) & LENGTH_MASK;
    return { control, shift: 16, address: base + SECOND_BUFFER, length, interrupts: true };
  }

  /** Takes a packet that firmware sends. */
  take(half: BufferHalf): Uint8Array {
    this.update(half, (word) => word & ~(AVAILABLE | FULL));
    return this.ram.slice(half.address, half.address + half.length);
  }

  /** Puts a packet of the host where firmware finds it. */
  fill(half: BufferHalf, packet: Uint8Array): BufferHalf {
    const length = Math.min(packet.length, half.length);
    this.ram.set(packet.subarray(0, length), half.address);
    this.update(half, (word) => (word & ~(AVAILABLE | LENGTH_MASK)) | FULL | length);
    return half;
  }

  private update(half: BufferHalf, change: (word: number) => number): void {
    const word = this.view.getUint32(half.control, true);
    const other = half.shift === 0 ? word & 0xffff0000 : word & 0xffff;
    const changed = (change((word >>> half.shift) & 0xffff) & 0xffff) << half.shift;
    this.view.setUint32(half.control, (other | changed) >>> 0, true);
  }
}

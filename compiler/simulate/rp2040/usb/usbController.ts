import { BasePeripheral, type RP2040 } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import { type BufferHalf, EndpointBuffers } from "./endpointBuffers.ts";

/** Registers of the USB controller in device mode (RP2040 datasheet, 4.1.4). */
const ADDR_ENDP = 0x00;
const MAIN_CTRL = 0x40;
const SOF_RD = 0x48;
const SIE_CTRL = 0x4c;
const SIE_STATUS = 0x50;
const BUFF_STATUS = 0x58;
const EP_ABORT = 0x60;
const EP_ABORT_DONE = 0x64;
const EP_STALL_ARM = 0x68;
const INTR = 0x8c;
const INTE = 0x90;
const INTF = 0x94;
const INTS = 0x98;

const CONTROLLER_ENABLED = 1;
const PULL_UP = 1 << 16;
const VBUS_DETECTED = 1;
/** LINE_STATE: the line is idle; 0 stands for both wires low, which is a reset. */
const LINE_IDLE = 1 << 2;
const CONNECTED = 1 << 16;
const SETUP_RECEIVED = 1 << 17;
const BUS_RESET = 1 << 19;
/** Bits of SIE_STATUS that a write of 1 clears. */
const CLEARED_BY_WRITE = 0xff0e0800;

const INTERRUPT_BUFFER = 1 << 4;
const INTERRUPT_BUS_RESET = 1 << 12;
const INTERRUPT_SETUP = 1 << 16;
const INTERRUPT_FRAME = 1 << 17;

/** What is on the other end of the cable. */
export interface UsbHost {
  /** The device has pulled its line up, or let go of it. */
  onAttached(attached: boolean): void;
  /** Firmware has taken note of a bus reset: the device can be asked now. */
  onResetSeen(): void;
  /** The device refuses the control transfer at hand. */
  onStall(): void;
  /** The device sent a packet to the host. */
  onPacketIn(endpoint: number, packet: Uint8Array): void;
  /** An OUT endpoint can take a packet: ask the host again. */
  onReadyOut(endpoint: number): void;
}

/** What the controller reaches of the chip around it. */
export interface UsbSurroundings {
  onInterrupt(level: boolean): void;
  /** Without its clock the controller neither sends nor hears. */
  hasClock(): boolean;
}

/** A transaction on the bus: token, handshake and gaps, and 0.67 microseconds a byte at 12 Mbit/s. */
const TRANSACTION_NANOS = 10_000;
const BYTE_NANOS = 670;
/** A host holds the reset for at least 10 ms (USB 2.0, 7.1.7.5). */
const BUS_RESET_NANOS = 10e6;
/** From the end of a reset to the first request; the standard gives a device 10 ms at most. */
const RECOVERY_NANOS = 1e6;
/** A host starts a frame every millisecond. */
const FRAME_NANOS = 1e6;

/**
 * The USB controller as a device.
 *
 * Written anew rather than taken from `rp2040js`: there the firmware hears at once that a packet
 * was sent, and the host gets it later, so that a quick firmware arms the next stage of a control
 * transfer before the host has seen the last. Here a packet leaves, and is reported, at one time.
 */
export class UsbController extends BasePeripheral {
  host: UsbHost | undefined;
  private readonly clock: ChipClock;
  private readonly buffers: EndpointBuffers;
  private readonly ram: Uint8Array;
  private readonly surroundings: UsbSurroundings;
  /** What was due while the controller had no clock. */
  private overdue: (() => void)[] = [];
  private readonly resetAlarm: ChipAlarm;
  private readonly recoveryAlarm: ChipAlarm;
  private readonly frameAlarm: ChipAlarm;
  private frameSeen = true;
  private lastFrame = 0;
  private inReset = false;
  private readonly sending = new Map<number, ChipAlarm>();
  private readonly receiving = new Map<number, ChipAlarm>();
  private address = 0;
  private mainControl = 0;
  private control = 0;
  private status = 0;
  private bufferStatus = 0;
  private abortDone = 0;
  private stallArm = 0;
  private enabled = 0;
  private forced = 0;

  constructor(chip: RP2040, clock: ChipClock, ram: Uint8Array, surroundings: UsbSurroundings) {
    super(chip, "USBCTRL");
    this.clock = clock;
    this.ram = ram;
    this.buffers = new EndpointBuffers(ram);
    this.surroundings = surroundings;
    this.resetAlarm = this.alarm(() => {
      this.inReset = false;
      this.status |= BUS_RESET | CONNECTED;
      this.updateInterrupt();
    });
    this.recoveryAlarm = this.alarm(() => this.host?.onResetSeen());
    this.frameAlarm = this.alarm(() => this.startFrame());
  }

  /** The clock came or went: what waited for it happens. */
  clockChanged(): void {
    if (!this.surroundings.hasClock()) return;
    const { overdue } = this;
    this.overdue = [];
    for (const work of overdue) work();
  }

  private alarm(work: () => void): ChipAlarm {
    return this.clock.createAlarm(() => {
      if (this.surroundings.hasClock()) work();
      else this.overdue.push(work);
    });
  }

  private get raw(): number {
    return (
      (this.bufferStatus !== 0 ? INTERRUPT_BUFFER : 0) |
      ((this.status & BUS_RESET) !== 0 ? INTERRUPT_BUS_RESET : 0) |
      ((this.status & SETUP_RECEIVED) !== 0 ? INTERRUPT_SETUP : 0) |
      (this.frameSeen ? 0 : INTERRUPT_FRAME)
    );
  }

  override readUint32(offset: number): number {
    switch (offset) {
      case ADDR_ENDP:
        return this.address;
      case MAIN_CTRL:
        return this.mainControl;
      case SOF_RD:
        this.seeFrame();
        return Math.floor(this.clock.nanos / FRAME_NANOS) & 0x7ff;
      case SIE_CTRL:
        return this.control;
      case SIE_STATUS:
        return this.status | VBUS_DETECTED | (this.attached && !this.inReset ? LINE_IDLE : 0);
      case BUFF_STATUS:
        return this.bufferStatus;
      case EP_ABORT_DONE:
        return this.abortDone;
      case EP_STALL_ARM:
        return this.stallArm;
      case INTR:
        return this.raw;
      case INTE:
        return this.enabled;
      case INTF:
        return this.forced;
      case INTS:
        return (this.raw & this.enabled) | this.forced;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    switch (offset) {
      case ADDR_ENDP:
        this.address = value & 0x7f;
        return;
      case MAIN_CTRL:
        this.setControl(value, this.control);
        return;
      case SIE_CTRL:
        this.setControl(this.mainControl, value);
        return;
      case SIE_STATUS:
        if ((this.status & this.rawWriteValue & BUS_RESET) !== 0) {
          this.recoveryAlarm.schedule(RECOVERY_NANOS);
        }
        this.status &= ~(this.rawWriteValue & CLEARED_BY_WRITE);
        break;
      case BUFF_STATUS:
        this.bufferStatus &= ~this.rawWriteValue;
        break;
      case EP_ABORT:
        this.abort(value);
        return;
      case EP_ABORT_DONE:
        this.abortDone &= ~this.rawWriteValue;
        return;
      case EP_STALL_ARM:
        this.stallArm = value;
        return;
      case INTE:
        this.setEnabled(value);
        break;
      case INTF:
        this.forced = value;
        break;
      default:
        return;
    }
    this.updateInterrupt();
  }

  private get attached(): boolean {
    return (this.mainControl & CONTROLLER_ENABLED) !== 0 && (this.control & PULL_UP) !== 0;
  }

  private setControl(main: number, control: number): void {
    const before = this.attached;
    this.mainControl = main;
    this.control = control;
    if (this.attached !== before) this.host?.onAttached(this.attached);
  }

  /** The host resets the bus; the firmware hears of it when the reset ends. */
  resetBus(): void {
    this.inReset = true;
    this.resetAlarm.schedule(BUS_RESET_NANOS);
  }

  /** The host sends a SETUP packet, which a device cannot refuse. */
  sendSetup(packet: Uint8Array): void {
    this.ram.set(packet, 0);
    this.status |= SETUP_RECEIVED;
    this.updateInterrupt();
  }

  /** Whether a packet for this OUT endpoint would be taken now, not answered with NAK. */
  canReceive(endpoint: number): boolean {
    return !this.receiving.has(endpoint) && this.buffers.next(endpoint, "out") !== undefined;
  }

  /** The host sends a packet; `canReceive` has been asked. */
  sendOut(endpoint: number, packet: Uint8Array): void {
    const alarm = this.alarm(() => {
      this.receiving.delete(endpoint);
      const half = this.buffers.next(endpoint, "out");
      if (half === undefined) return;
      this.finish(endpoint, "out", this.buffers.fill(half, packet));
      if (this.canReceive(endpoint)) this.host?.onReadyOut(endpoint);
    });
    this.receiving.set(endpoint, alarm);
    alarm.schedule(TRANSACTION_NANOS + BYTE_NANOS * packet.length);
  }

  /** Firmware wrote a control word in the USB memory. */
  ramWritten(offset: number): void {
    const written = this.buffers.endpointAt(offset);
    if (written === undefined) return;
    if (written.endpoint === 0 && this.buffers.stalls(offset)) this.host?.onStall();
    else if (written.direction === "in") this.startIn(written.endpoint);
    else if (this.canReceive(written.endpoint)) this.host?.onReadyOut(written.endpoint);
  }

  private startIn(endpoint: number): void {
    if (this.sending.has(endpoint)) return;
    const half = this.buffers.next(endpoint, "in");
    if (half === undefined) return;
    const alarm = this.alarm(() => this.finishIn(endpoint, half));
    this.sending.set(endpoint, alarm);
    alarm.schedule(TRANSACTION_NANOS + BYTE_NANOS * half.length);
  }

  private finishIn(endpoint: number, half: BufferHalf): void {
    this.sending.delete(endpoint);
    const packet = this.buffers.take(half);
    this.finish(endpoint, "in", half);
    this.host?.onPacketIn(endpoint, packet);
    this.startIn(endpoint);
  }

  private finish(endpoint: number, direction: "in" | "out", half: BufferHalf): void {
    if (!half.interrupts) return;
    this.bufferStatus |= 1 << (endpoint * 2 + (direction === "out" ? 1 : 0));
    this.updateInterrupt();
  }

  /** Frames are only counted out while firmware wants to hear of them. */
  private setEnabled(mask: number): void {
    const before = this.enabled;
    this.enabled = mask;
    if (((before ^ mask) & INTERRUPT_FRAME) === 0) return;
    this.frameAlarm.cancel();
    if ((mask & INTERRUPT_FRAME) === 0) return;
    this.lastFrame = this.clock.nanos;
    if (this.frameSeen) this.frameAlarm.schedule(FRAME_NANOS);
  }

  private startFrame(): void {
    this.lastFrame = this.clock.nanos;
    this.frameSeen = false;
    this.updateInterrupt();
  }

  /** Firmware looks at the number of the frame; until it has, further frames change nothing. */
  private seeFrame(): void {
    if (this.frameSeen) return;
    this.frameSeen = true;
    this.updateInterrupt();
    if ((this.enabled & INTERRUPT_FRAME) === 0) return;
    const since = this.clock.nanos - this.lastFrame;
    this.frameAlarm.schedule((Math.floor(since / FRAME_NANOS) + 1) * FRAME_NANOS - since);
  }

  private abort(mask: number): void {
    this.abortDone |= mask;
    for (let endpoint = 0; endpoint < 16; endpoint++) {
      if ((mask & (1 << (endpoint * 2))) !== 0) cancel(this.sending, endpoint);
      if ((mask & (2 << (endpoint * 2))) !== 0) cancel(this.receiving, endpoint);
    }
  }

  private updateInterrupt(): void {
    this.surroundings.onInterrupt(((this.raw & this.enabled) | this.forced) !== 0);
  }
}

function cancel(alarms: Map<number, ChipAlarm>, endpoint: number): void {
  alarms.get(endpoint)?.cancel();
  alarms.delete(endpoint);
}

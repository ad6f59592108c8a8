import { ControlTransfers } from "./controlTransfers.ts";
import { findSerialFunction, type SerialFunction } from "./descriptors.ts";
import {
  CONFIGURATION_DESCRIPTOR,
  DEVICE_DESCRIPTOR,
  getDescriptor,
  setAddress,
  setConfiguration,
  setControlLineState,
  setLineCoding,
} from "./setupPackets.ts";
import type { UsbController, UsbHost } from "./usbController.ts";

const BULK_PACKET = 64;
/** Length of the part of a configuration descriptor that says how long all of it is. */
const CONFIGURATION_HEAD = 9;

export interface SerialHostEvents {
  /** The device is configured; its line can be opened. */
  onConnected(): void;
  /** The device left the bus: a reset, or the boot loader. */
  onDisconnected(): void;
  onData(data: Uint8Array): void;
}

/** The computer at the other end of the USB cable: enumerates the device and drives its serial line. */
export class SerialHost implements UsbHost {
  private readonly controller: UsbController;
  private readonly control: ControlTransfers;
  private readonly events: SerialHostEvents;
  private readonly outgoing: Uint8Array[] = [];
  private line: SerialFunction | undefined;
  private configured = false;

  constructor(controller: UsbController, events: SerialHostEvents) {
    this.controller = controller;
    this.events = events;
    this.control = new ControlTransfers(controller);
    controller.host = this;
  }

  get connected(): boolean {
    return this.configured;
  }

  /** Bytes that the device has not taken yet. */
  get pendingBytes(): number {
    return this.outgoing.reduce((sum, packet) => sum + packet.length, 0);
  }

  /** A program opens or closes the line: DTR and RTS follow, as on a computer. */
  setOpen(open: boolean, baud = 115200): void {
    const { line } = this;
    if (line === undefined) return;
    if (open) this.control.request(setLineCoding(line.controlInterface, baud));
    this.control.request(setControlLineState(line.controlInterface, open, open));
  }

  setBaud(baud: number): void {
    if (this.line !== undefined)
      this.control.request(setLineCoding(this.line.controlInterface, baud));
  }

  write(data: Uint8Array): void {
    for (let at = 0; at < data.length; at += BULK_PACKET) {
      this.outgoing.push(data.slice(at, at + BULK_PACKET));
    }
    this.pump();
  }

  onAttached(attached: boolean): void {
    this.control.clear();
    this.outgoing.length = 0;
    this.line = undefined;
    if (!attached) {
      if (this.configured) this.events.onDisconnected();
      this.configured = false;
      return;
    }
    this.controller.resetBus();
  }

  onResetSeen(): void {
    this.enumerate();
  }

  onStall(): void {
    this.control.onStall();
  }

  onPacketIn(endpoint: number, packet: Uint8Array): void {
    if (endpoint === 0) this.control.onPacketIn(packet);
    else if (endpoint === this.line?.inEndpoint && packet.length > 0) this.events.onData(packet);
  }

  onReadyOut(endpoint: number): void {
    if (endpoint === 0) this.control.onReadyOut();
    else this.pump();
  }

  private pump(): void {
    const endpoint = this.line?.outEndpoint;
    if (endpoint === undefined || !this.configured || !this.controller.canReceive(endpoint)) return;
    const packet = this.outgoing.shift();
    if (packet !== undefined) this.controller.sendOut(endpoint, packet);
  }

  private enumerate(): void {
    const { control } = this;
    control.request(getDescriptor(DEVICE_DESCRIPTOR, 0, 18));
    control.request(setAddress(1));
    control.request(getDescriptor(CONFIGURATION_DESCRIPTOR, 0, CONFIGURATION_HEAD), (head) => {
      const length = head[2]! | (head[3]! << 8);
      control.request(getDescriptor(CONFIGURATION_DESCRIPTOR, 0, length), (all) => {
        this.line = findSerialFunction(all);
        control.request(setConfiguration(1), () => {
          this.configured = true;
          this.events.onConnected();
        });
      });
    });
  }
}

import type { ControlRequest } from "./setupPackets.ts";
import type { UsbController } from "./usbController.ts";

/** Endpoint 0 of a full-speed device has packets of 64 bytes. */
const PACKET_SIZE = 64;

interface Transfer {
  readonly request: ControlRequest;
  readonly wanted: number;
  readonly fromDevice: boolean;
  readonly done: (data: Uint8Array) => void;
}

type Stage = "idle" | "data in" | "data out" | "status in" | "status out";

/**
 * Control transfers, one after the other.
 *
 * A SETUP packet waits until the status stage of the transfer before it is over: TinyUSB stops
 * with a panic when one comes too early.
 */
export class ControlTransfers {
  private readonly controller: UsbController;
  private readonly queue: Transfer[] = [];
  private current: Transfer | undefined;
  private stage: Stage = "idle";
  private received: number[] = [];
  private sent = 0;

  constructor(controller: UsbController) {
    this.controller = controller;
  }

  /** The device was reset: transfers that it did not finish are forgotten. */
  clear(): void {
    this.queue.length = 0;
    this.current = undefined;
    this.stage = "idle";
  }

  request(request: ControlRequest, done: (data: Uint8Array) => void = () => {}): void {
    const wanted = request.packet[6]! | (request.packet[7]! << 8);
    this.queue.push({ request, wanted, fromDevice: (request.packet[0]! & 0x80) !== 0, done });
    this.startNext();
  }

  onPacketIn(packet: Uint8Array): void {
    if (this.stage === "status in") {
      this.finish();
      return;
    }
    if (this.stage !== "data in") return;
    this.received.push(...packet);
    if (this.received.length < this.current!.wanted && packet.length === PACKET_SIZE) return;
    this.stage = "status out";
    this.onReadyOut();
  }

  /** The device refuses the request: the transfer is over, without data. */
  onStall(): void {
    this.received = [];
    if (this.current !== undefined) this.finish();
  }

  /** The device can take a packet on endpoint 0. */
  onReadyOut(): void {
    if (!this.controller.canReceive(0)) return;
    if (this.stage === "status out") {
      this.controller.sendOut(0, new Uint8Array());
      this.finish();
    } else if (this.stage === "data out") {
      const data = this.current!.request.data!.subarray(this.sent, this.sent + PACKET_SIZE);
      this.sent += data.length;
      if (this.sent >= this.current!.wanted) this.stage = "status in";
      this.controller.sendOut(0, data);
    }
  }

  private startNext(): void {
    if (this.current !== undefined) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    this.current = next;
    this.received = [];
    this.sent = 0;
    if (next.fromDevice && next.wanted > 0) this.stage = "data in";
    else this.stage = next.request.data === undefined ? "status in" : "data out";
    this.controller.sendSetup(next.request.packet);
  }

  private finish(): void {
    const { done } = this.current!;
    this.current = undefined;
    this.stage = "idle";
    done(Uint8Array.from(this.received));
    this.startNext();
  }
}

import { SerialHost } from "./usb/serialHost.ts";
import type { UsbController } from "./usb/usbController.ts";

/**
 * The USB serial line of a board, as a program on the computer sees it.
 *
 * A line that was opened stays wanted over a reset: when the board is back, it is opened again.
 */
export class PicoSerial {
  /** The program's output. */
  onData: (data: Uint8Array) => void = () => {};
  /** The line is there (again), or has gone with a reset. */
  onPresence: (present: boolean) => void = () => {};
  private host: SerialHost | undefined;
  private wanted = false;
  private baud = 115200;
  private present = false;

  get connected(): boolean {
    return this.present;
  }

  /** Bytes written that the board has not taken yet. */
  get pendingBytes(): number {
    return this.host?.pendingBytes ?? 0;
  }

  open(baud = 115200): void {
    this.wanted = true;
    this.baud = baud;
    if (this.present) this.host?.setOpen(true, baud);
  }

  close(): void {
    this.wanted = false;
    if (this.present) this.host?.setOpen(false);
  }

  setBaud(baud: number): void {
    this.baud = baud;
    if (this.present) this.host?.setBaud(baud);
  }

  /** What is written while the board is away is lost, as on a cable. */
  write(data: Uint8Array): void {
    if (this.present) this.host?.write(data);
  }

  attach(controller: UsbController): void {
    this.host = new SerialHost(controller, {
      onConnected: () => {
        this.setPresent(true);
        if (this.wanted) this.host?.setOpen(true, this.baud);
      },
      onDisconnected: () => this.setPresent(false),
      onData: (data) => this.onData(data),
    });
  }

  detach(): void {
    this.host = undefined;
    this.setPresent(false);
  }

  private setPresent(present: boolean): void {
    if (present === this.present) return;
    this.present = present;
    this.onPresence(present);
  }
}

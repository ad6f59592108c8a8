import type { Pico } from "../../compiler/simulate/rp2040/pico.ts";
import type { SerialLine } from "./serialCheck.ts";

/** The serial line of an emulated board, whose time is moved on by reading from it. */
export class PicoLine implements SerialLine {
  readonly #pico: Pico;
  #pieces: Uint8Array[] = [];

  constructor(pico: Pico) {
    this.#pico = pico;
    pico.serial.onData = (data) => this.#pieces.push(data);
    pico.serial.open();
    pico.powerOn();
  }

  get isConnected(): boolean {
    return this.#pico.serial.connected;
  }

  send(bytes: Uint8Array): void {
    this.#pico.serial.write(bytes);
  }

  take(milliseconds: number): Uint8Array {
    this.#pico.advance(milliseconds);
    const taken = Buffer.concat(this.#pieces);
    this.#pieces = [];
    return taken;
  }
}

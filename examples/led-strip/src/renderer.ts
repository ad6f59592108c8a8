import { start_new_thread } from "_thread";
import { wait_for_ms } from "asyncio";
import { Pin } from "machine";
import { NeoPixel } from "neopixel";
import { ThreadSafeEvent, ThreadSafeQueue } from "threadsafe";
import { sleep_ms } from "time";
import { dim } from "./color";
import { config } from "./config";
import { effects } from "./effects";

/** Sent in place of an effect's number: the renderer ends. */
const STOP = -1;

/** A frame takes milliseconds; what takes longer has failed. */
const TIMEOUT_MS = 2000;

/** Draws frames on the second core. From the other core it only ever takes numbers. */
export class Renderer {
  /** 0 to 255. */
  brightness = config.brightness;
  private readonly requests = new ThreadSafeQueue<int>(8);
  private readonly shown = new ThreadSafeEvent();
  private readonly strip = new NeoPixel(new Pin(config.dataPin, Pin.OUT), config.pixels);

  start(): void {
    start_new_thread(() => this.loop(), []);
  }

  /** Shows an effect, and returns when its first frame is on the strip. */
  async show(effect: int): Promise<void> {
    this.shown.clear();
    await this.requests.put(effect);
    await wait_for_ms(this.shown.wait(), TIMEOUT_MS);
  }

  async stop(): Promise<void> {
    await this.show(STOP);
  }

  /** Red, green and blue of a pixel as they are on the strip. */
  colorAt(pixel: int): string {
    return this.strip[pixel].join(",");
  }

  /** Runs on the second core. */
  private loop(): void {
    let current = 0;
    let frame = 0;
    while (current !== STOP) {
      const isNew = !this.requests.empty();
      if (isNew) current = this.requests.get_sync();
      if (current !== STOP) this.draw(current, frame);
      if (isNew) this.shown.set();
      frame++;
      sleep_ms(config.frameMs);
    }
  }

  private draw(number: int, frame: int): void {
    const effect = effects[number];
    for (let pixel = 0; pixel < config.pixels; pixel++) {
      this.strip[pixel] = dim(effect.colorOf(pixel, config.pixels, frame), this.brightness);
    }
    this.strip.write();
  }
}

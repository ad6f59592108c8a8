import { effects } from "./effects";
import type { Renderer } from "./renderer";

/** What is shown, and how it is changed: by name over the network, in turn with the button. */
export class Controller {
  private current = 0;

  constructor(private readonly renderer: Renderer) {}

  /** The name of the effect that is shown. */
  get name(): string {
    return effects[this.current].name;
  }

  /** Shows an effect by its name; false where there is none of that name. */
  async choose(name: string): Promise<boolean> {
    const number = effects.findIndex((effect) => effect.name === name);
    if (number < 0) return false;
    await this.show(number);
    return true;
  }

  /** Shows the next effect. */
  async next(): Promise<void> {
    await this.show((this.current + 1) % effects.length);
  }

  /** 0 to 255; false for anything else. */
  setBrightness(brightness: number): boolean {
    if (!Number.isInteger(brightness) || brightness < 0 || brightness > 255) return false;
    this.renderer.brightness = brightness;
    return true;
  }

  private async show(number: int): Promise<void> {
    this.current = number;
    await this.renderer.show(number);
  }
}

import { effectNumber, effects } from "./effects";
import type { Renderer } from "./renderer";

/** What is shown, and how it is changed: by name over the network, in turn with the button. */
export class Controller {
  private current = 0;

  constructor(private readonly renderer: Renderer) {}

  get name(): string {
    return effects[this.current].name;
  }

  /** Shows an effect by its name; false where there is none of that name. */
  async choose(name: string): Promise<boolean> {
    const number = effectNumber(name);
    if (number < 0) return false;
    await this.showNumber(number);
    return true;
  }

  /** Shows the next effect. */
  async next(): Promise<void> {
    await this.showNumber((this.current + 1) % effects.length);
  }

  private async showNumber(number: int): Promise<void> {
    this.current = number;
    await this.renderer.show(number);
  }
}

import { BLACK, type Color, WHITE, wheel } from "./color";

/** What a strip shows, frame by frame. */
export interface Effect {
  readonly name: string;
  /** The colour of one pixel of a frame. */
  colorOf(pixel: int, pixels: int, frame: int): Color;
}

/** All pixels in one colour. */
class Solid implements Effect {
  constructor(
    readonly name: string,
    private readonly color: Color,
  ) {}

  colorOf(): Color {
    return this.color;
  }
}

/** The colour wheel, turning. */
class Rainbow implements Effect {
  readonly name = "rainbow";

  colorOf(pixel: int, pixels: int, frame: int): Color {
    return wheel(Math.floor((pixel * 256) / pixels) + frame * 4);
  }
}

/** One lit pixel that runs along the strip. */
class Chase implements Effect {
  readonly name = "chase";

  colorOf(pixel: int, pixels: int, frame: int): Color {
    return pixel === frame % pixels ? [255, 160, 0] : BLACK;
  }
}

export const effects: readonly Effect[] = [
  new Solid("off", BLACK),
  new Solid("white", WHITE),
  new Rainbow(),
  new Chase(),
];

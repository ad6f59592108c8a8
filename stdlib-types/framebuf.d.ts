/** Pictures in memory, for displays. */

/** 1 bit per pixel, 8 pixels of a column in a byte, the lowest bit on top: SSD1306 and its like. */
export const MONO_VLSB: 0;
/** Old name of `MONO_VLSB`. */
export const MVLSB: 0;
/** 16 bits per pixel: 5 red, 6 green, 5 blue. */
export const RGB565: 1;
/** 4 bits of grey per pixel. */
export const GS4_HMSB: 2;
/** 1 bit per pixel, 8 pixels of a row in a byte, the highest bit on the left. */
export const MONO_HLSB: 3;
/** 1 bit per pixel, 8 pixels of a row in a byte, the lowest bit on the left. */
export const MONO_HMSB: 4;
/** 2 bits of grey per pixel. */
export const GS2_HMSB: 5;
/** 8 bits of grey per pixel. */
export const GS8: 6;
/** One of the formats above. */
export type Format = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * A picture in a buffer. Colours are numbers in the format of the picture.
 *
 * @example
 * const picture = new FrameBuffer(new bytearray(128 * 64 / 8), 128, 64, MONO_VLSB);
 * picture.text("hello", 0, 0);
 */
export class FrameBuffer {
  /** @param stride Pixels from one row to the next (default: the width). ValueError when the buffer is too small. */
  constructor(buffer: WritableBuffer, width: int, height: int, format: Format, stride?: int);
  /** Fills the whole picture. */
  fill(color: int): void;
  /** A pixel's colour, or sets it. */
  pixel(x: int, y: int): int;
  pixel(x: int, y: int, color: int): void;
  /** A horizontal line. */
  hline(x: int, y: int, width: int, color: int): void;
  /** A vertical line. */
  vline(x: int, y: int, height: int, color: int): void;
  /** A line. */
  line(x1: int, y1: int, x2: int, y2: int, color: int): void;
  /** A rectangle, filled when `fill` is true. */
  rect(x: int, y: int, width: int, height: int, color: int, fill?: boolean): void;
  /** A filled rectangle. */
  fill_rect(x: int, y: int, width: int, height: int, color: int): void;
  /** An ellipse, filled when `fill` is true; `quadrants` is a mask of 4 bits, 1 is the upper right. */
  ellipse(x: int, y: int, xr: int, yr: int, color: int, fill?: boolean, quadrants?: int): void;
  /** A polygon of x, y, x, y ... in an array of 16-bit integers, filled when `fill` is true. */
  poly(x: int, y: int, coords: ArrayBufferView | BufferObject, color: int, fill?: boolean): void;
  /** Text in letters of 8 by 8 pixels. */
  text(text: string, x: int, y: int, color?: int): void;
  /** Moves the picture. What comes in keeps its old content. */
  scroll(xstep: int, ystep: int): void;
  /** Draws another picture; `key` is its transparent colour, `palette` a picture that translates colours. */
  blit(picture: FrameBuffer, x: int, y: int, key?: int, palette?: FrameBuffer | null): void;
}
export interface FrameBuffer extends BufferObject {}
/** Old way to make a `FrameBuffer` of format `MVLSB`. */
export function FrameBuffer1(buffer: WritableBuffer, width: int, height: int, stride?: int): FrameBuffer;

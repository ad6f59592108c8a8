/** Red, green and blue, each 0 to 255. */
export type Color = readonly [red: int, green: int, blue: int];

export const BLACK: Color = [0, 0, 0];
export const WHITE: Color = [255, 255, 255];

/** A colour of the wheel: red at 0, green at 85, blue at 170, red again at 255. */
export function wheel(position: int): Color {
  const p = position & 255;
  if (p < 85) return [255 - p * 3, p * 3, 0];
  if (p < 170) return [0, 255 - (p - 85) * 3, (p - 85) * 3];
  return [(p - 170) * 3, 0, 255 - (p - 170) * 3];
}

/** A colour at a brightness of 0 to 255. */
export function dim([red, green, blue]: Color, brightness: int): Color {
  return [(red * brightness) >> 8, (green * brightness) >> 8, (blue * brightness) >> 8];
}

import { describe, expect, test } from "testing";
import { BLACK, dim, WHITE, wheel } from "./color";

describe("dim", () => {
  test("halves each colour at half the brightness", () => {
    expect(dim([200, 100, 0], 128)).toEqual([100, 50, 0]);
  });

  test("leaves black black, and turns white off at 0", () => {
    expect(dim(BLACK, 255)).toEqual(BLACK);
    expect(dim(WHITE, 0)).toEqual(BLACK);
  });
});

describe("wheel", () => {
  test("has red, green and blue a third apart", () => {
    expect(wheel(0)).toEqual([255, 0, 0]);
    expect(wheel(85)).toEqual([0, 255, 0]);
    expect(wheel(170)).toEqual([0, 0, 255]);
  });

  test("comes round", () => {
    expect(wheel(256)).toEqual(wheel(0));
  });

  test("is never brighter than one full colour", () => {
    for (const position of range(256)) {
      const [red, green, blue] = wheel(position);
      expect(red + green + blue).toBe(255);
    }
  });
});

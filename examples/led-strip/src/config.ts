/** What a person changes to fit their own strip. */
export interface Config {
  /** GPIO numbers. */
  readonly dataPin: int;
  readonly buttonPin: int;
  readonly pixels: int;
  /** Milliseconds between two frames. */
  readonly frameMs: int;
  /** 0 to 255. */
  readonly brightness: int;
  readonly host: string;
  readonly port: int;
}

export const config: Config = {
  dataPin: 16,
  buttonPin: 14,
  pixels: 8,
  frameMs: 5,
  brightness: 64,
  host: "127.0.0.1",
  port: 8080,
};

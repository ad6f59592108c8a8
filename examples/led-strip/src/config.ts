/** What a person changes to fit their own strip. */
export interface Config {
  readonly network: Network;
  /** The port of the control server. */
  readonly port: int;
  /** GPIO numbers. */
  readonly dataPin: int;
  readonly buttonPin: int;
  /** How many LEDs the strip has. */
  readonly pixels: int;
  /** 0 to 255. */
  readonly brightness: int;
  /** Milliseconds between two frames. */
  readonly frameMs: int;
}

export interface Network {
  readonly name: string;
  readonly password: string;
}

export const config: Config = {
  network: { name: "my network", password: "my password" },
  port: 8080,
  dataPin: 16,
  buttonPin: 14,
  pixels: 8,
  brightness: 64,
  frameMs: 5,
};

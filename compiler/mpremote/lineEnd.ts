/** Remembers that a line ended, for listeners that come before or after the end. */
export class LineEnd {
  #ended = false;
  #cause: Error | undefined;
  readonly #listeners: ((cause: Error | undefined) => void)[] = [];

  get ended(): boolean {
    return this.#ended;
  }

  get cause(): Error | undefined {
    return this.#cause;
  }

  onEnd(listener: (cause: Error | undefined) => void): void {
    if (this.#ended) listener(this.#cause);
    else this.#listeners.push(listener);
  }

  /** The first end counts. */
  end(cause?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#cause = cause;
    for (const listener of this.#listeners.splice(0)) listener(cause);
  }
}

/** One of the two queues of a state machine: four words deep, eight when it has taken the other's, none then. */
export class PioFifo {
  depth = 4;
  private words: number[] = [];

  get level(): number {
    return this.words.length;
  }

  get empty(): boolean {
    return this.words.length === 0;
  }

  get full(): boolean {
    return this.words.length >= this.depth;
  }

  push(word: number): void {
    this.words.push(word >>> 0);
  }

  pull(): number {
    return this.words.shift() ?? 0;
  }

  clear(depth = this.depth): void {
    this.depth = depth;
    this.words = [];
  }
}

/** What a test program reports while it runs, beside what it prints. */
export type TestEvent =
  | { readonly kind: "start"; readonly name: string }
  | {
      readonly kind: "passed" | "failed";
      readonly name: string;
      readonly milliseconds: number;
      /** What was printed since the test started, tracebacks included. */
      readonly output: string;
    }
  | { readonly kind: "end"; readonly output: string };

/** As runtime-py/testing/running.py writes it. */
const MARK = "\x1e";

/** Reads the events out of a program's output, in whatever pieces it comes. */
export class TestEvents {
  /** What was printed since the last event. */
  output = "";
  private held = "";
  private readonly give: (event: TestEvent) => void;

  constructor(give: (event: TestEvent) => void) {
    this.give = give;
  }

  push(piece: string): void {
    const lines = (this.held + piece).split("\n");
    this.held = lines.pop()!;
    for (const line of lines) this.line(line);
  }

  /** The last line may have no end. */
  end(): void {
    this.output += this.held;
    this.held = "";
  }

  private line(line: string): void {
    const mark = line.indexOf(MARK);
    if (mark < 0) {
      this.output += `${line}\n`;
      return;
    }
    // What a test printed last may have no newline.
    this.output += line.slice(0, mark);
    const [kind, ...fields] = line.slice(mark + 1).split("\t");
    if (kind === "start") this.give({ kind, name: fields.join("\t") });
    else if (kind === "end") this.give({ kind, output: this.output });
    else if (kind === "passed" || kind === "failed") {
      const [milliseconds, ...name] = fields;
      const [took, output] = [Number(milliseconds), this.output];
      this.give({ kind, name: name.join("\t"), milliseconds: took, output });
    }
    this.output = "";
  }
}

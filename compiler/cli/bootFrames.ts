/** Takes the frame of tsmp's own /main.py and the slot out of the tracebacks of a flashed program. */
export interface BootFrameFilter {
  push(piece: string): string;
  /** Gives what was held back. */
  end(): string;
}

const inSlot = '  File "/.tsmp/';
const anyFrame = '  File "';
const slotOfFrame = /^ {2}File "\/\.tsmp\/(?:[ab]\/)?/gm;
const bootFrame = '  File "main.py", line ';
const bootFrames = /^ {2}File "main\.py", line \d+, in <module>\r?\n(?= {2}File "\/\.tsmp\/)/gm;

/** A `main.py` that calls into a slot is the one that starts the program, not the program's own. */
export function withoutBootFrames(): BootFrameFilter {
  let held = "";
  return {
    push(piece) {
      const text = (held + piece).replace(bootFrames, "");
      const from = undecided(text);
      held = text.slice(from);
      return text.slice(0, from).replace(slotOfFrame, anyFrame);
    },
    end() {
      const rest = held.replace(slotOfFrame, anyFrame);
      held = "";
      return rest;
    },
  };
}

/** Where the end of the text begins that may turn out to be such a frame. */
function undecided(text: string): number {
  const last = text.lastIndexOf("\n") + 1;
  const line = text.slice(last);
  const before = text.lastIndexOf("\n", last - 2) + 1;
  if (text.startsWith(bootFrame, before) && last > before && inSlot.startsWith(line)) return before;
  const begins = line !== "" && (anyFrame.startsWith(line) || line.startsWith(anyFrame));
  return begins ? last : text.length;
}

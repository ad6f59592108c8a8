/** Makes what a board prints harmless to the terminal that shows it. */
export interface Harmless {
  push(piece: string): string;
  end(): string;
}

/** Colours and styles: `ESC [ numbers m`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const colour = /\x1b\[[\d;:]*m/y;
/** What may become a colour, or a newline, with the next piece. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfinished = /(?:\x1b(?:\[[\d;:]{0,40})?|\r)$/;

/**
 * Lets text, newlines, tabs and colours through. Any other control character could move the cursor,
 * change the title or the clipboard, or make the terminal answer; it is shown as a picture of
 * itself, such as ␛. A carriage return by itself becomes a new line.
 */
export function harmless(): Harmless {
  let held = "";
  return {
    push(piece) {
      const text = held + piece;
      held = unfinished.exec(text)?.[0] ?? "";
      return disarm(text.slice(0, text.length - held.length));
    },
    end() {
      const rest = held;
      held = "";
      return disarm(rest);
    },
  };
}

function disarm(text: string): string {
  let shown = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    colour.lastIndex = at;
    const [sequence] = (character === "\x1b" && colour.exec(text)) || [];
    if (sequence === undefined) shown += shownAs(character, text[at + 1]);
    else {
      shown += sequence;
      at += sequence.length - 1;
    }
  }
  return shown;
}

function shownAs(character: string, next: string | undefined): string {
  const code = character.charCodeAt(0);
  if (character === "\r") return next === "\n" ? "" : "\n";
  if (character === "\n" || character === "\t") return character;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return code >= 0x80 && code < 0xa0 ? "\ufffd" : character;
}

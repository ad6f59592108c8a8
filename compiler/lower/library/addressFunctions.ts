import * as py from "../../python/py.ts";
import { lowerText } from "../values/text.ts";
import type { LibraryLowering, LibraryTable } from "./libraryTypes.ts";

/** `encodeURIComponent` and its kin. */
export const addressFunctions: LibraryTable = {
  encodeURIComponent: ofAddress("encode_uri"),
  encodeURI: ofAddress("encode_uri", ";/?:@&=+$,#"),
  decodeURIComponent: ofAddress("decode_uri"),
  decodeURI: ofAddress("decode_uri", ";/?:@&=+$,#"),
};

/** `encode_uri(text, ";/?")`: the characters that are left as they are. */
function ofAddress(name: string, kept?: string): LibraryLowering {
  return (ctx, { args }) => {
    const text = lowerText(ctx, args[0]!);
    return ctx.callHelper(name, text, ...(kept === undefined ? [] : [py.str(kept)]));
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { portBusy } from "../diagnostics/catalogue/boardLink.ts";
import { BoardError, isBoardError } from "./boardError.ts";
import type { Transport } from "./transport.ts";

export interface Following {
  /** Opens the line anew: the board may have another port than before. */
  readonly open: () => Promise<Transport>;
  readonly onOutput: (bytes: Buffer) => void;
  /** The line went, or is back. */
  readonly onLine?: (state: "lost" | "back") => void;
  readonly signal: AbortSignal;
}

/** A board that resets is gone for a tenth of a second or more. */
const retryMs = 50;

/**
 * Shows what a board prints until `signal` ends it, over resets and replugs. Nothing is sent: the
 * program goes on as if nobody watched. A first opening that fails is an error.
 */
export async function followBoard(following: Following): Promise<void> {
  const { signal, onLine } = following;
  let transport: Transport | undefined = await following.open();
  while (!signal.aborted) {
    if (transport !== undefined) {
      await untilLost(transport, following);
      if (signal.aborted) return;
      onLine?.("lost");
    }
    await sleep(retryMs, undefined, { signal }).catch(() => {});
    transport = await openAgain(following);
    if (transport !== undefined) onLine?.("back");
  }
  await transport?.close();
}

async function untilLost(transport: Transport, { onOutput, signal }: Following): Promise<void> {
  await transport.setSignals?.({ dtr: true, rts: true });
  await new Promise<void>((resolve) => {
    transport.onClose(() => resolve());
    transport.onData(onOutput);
    signal.addEventListener("abort", () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  await transport.close();
}

/** undefined while the board is away; a port that another program took meanwhile is an error. */
async function openAgain({ open, signal }: Following): Promise<Transport | undefined> {
  if (signal.aborted) return undefined;
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof BoardError) || isBoardError(error, portBusy)) throw error;
    return undefined;
  }
}

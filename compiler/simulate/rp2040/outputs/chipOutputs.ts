import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import type { ChipPin } from "./chipPin.ts";
import type { OutputSignal } from "./outputSignal.ts";

/** A signal on its pins, and when it changes next. */
interface Connection {
  readonly signal: OutputSignal;
  readonly pins: Set<ChipPin>;
  readonly alarm: ChipAlarm;
}

export interface OutputWatchers {
  /** Whether anything wants to hear of each change of a pin at its time. */
  watches(pin: ChipPin): boolean;
}

/**
 * Brings the signals of the chip's parts to the pins that have them: each edge at its time where
 * someone watches the pin, and else only when someone looks at it.
 */
export class ChipOutputs {
  private readonly clock: ChipClock;
  private readonly watchers: OutputWatchers;
  private readonly connections = new Map<OutputSignal, Connection>();
  private readonly byPin = new Map<ChipPin, Connection>();

  constructor(clock: ChipClock, watchers: OutputWatchers) {
    this.clock = clock;
    this.watchers = watchers;
  }

  /** A pin was given another function. */
  connect(pin: ChipPin): void {
    const before = this.byPin.get(pin);
    if (before?.signal === pin.signal) return;
    if (before !== undefined) this.disconnect(pin, before);
    const { signal } = pin;
    if (signal === undefined) return;
    let connection = this.connections.get(signal);
    if (connection === undefined) {
      const alarm = this.clock.createAlarm(() => this.show(signal));
      connection = { signal, pins: new Set(), alarm };
      this.connections.set(signal, connection);
    }
    connection.pins.add(pin);
    this.byPin.set(pin, connection);
    signal.connected = true;
    signal.onChange = () => this.show(signal);
    this.plan(connection);
  }

  /** Brings all pins up to the present. */
  update(): void {
    for (const { pins } of this.connections.values()) {
      for (const pin of pins) pin.checkForUpdates();
    }
  }

  /** Others watch than before. */
  watchersChanged(): void {
    for (const connection of this.connections.values()) {
      for (const pin of connection.pins) pin.checkForUpdates();
      this.plan(connection);
    }
  }

  private disconnect(pin: ChipPin, connection: Connection): void {
    this.byPin.delete(pin);
    connection.pins.delete(pin);
    if (connection.pins.size > 0) return;
    connection.alarm.cancel();
    connection.signal.connected = false;
    connection.signal.onChange = () => {};
    this.connections.delete(connection.signal);
  }

  private show(signal: OutputSignal): void {
    const connection = this.connections.get(signal);
    if (connection === undefined) return;
    for (const pin of connection.pins) pin.checkForUpdates();
    this.plan(connection);
  }

  private plan({ signal, pins, alarm }: Connection): void {
    alarm.cancel();
    let watched = signal.eager;
    for (const pin of pins) watched ||= this.watchers.watches(pin);
    if (!watched) return;
    const next = signal.nextEdge(this.clock.nanos);
    if (next < Number.POSITIVE_INFINITY) alarm.scheduleAt(next);
  }
}

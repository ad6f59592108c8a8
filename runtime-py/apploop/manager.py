# Runs workers in turn on a thread of its own, on RP2 the second core.

import _thread
import asyncio
import gc
import sys
from time import sleep_ms, ticks_add, ticks_diff, ticks_ms
from threadsafe.start import start

_REST_MS = 10  # The longest rest: so long may a stop or a new worker go unnoticed
_RESTART_MS = 100  # A worker that always fails must not fill the terminal


class _Turn:
    # A worker and where it is in its loop. Only the loop's thread changes it.
    def __init__(self, worker):
        self.worker = worker
        self.steps = worker.loop()
        self.due = ticks_ms()


class AppLoopManager:
    def __init__(self):
        self.started = False  # What is wanted: stop_thread() clears it
        self._alive = False  # What is: there is a thread, until it says that it leaves
        self._ident = 0
        # Both lists are replaced, never changed: whoever reads one while the other core replaces it reads
        # the list as it was. The lock keeps two replacements apart.
        self.workers = []
        self._turns = []
        self._lock = _thread.allocate_lock()
        self._parking = False
        self._parked = False

    # Any context but an interrupt may call the first five.

    def create_worker(self, worker):
        turn = _Turn(worker)
        with self._lock:
            self._turns = self._turns + [turn]
            self.workers = self.workers + [worker]

    def remove_worker(self, worker):
        with self._lock:
            self._turns = [t for t in self._turns if t.worker is not worker]
            self.workers = [w for w in self.workers if w is not worker]

    def start_thread(self):
        with self._lock:
            if self._alive:
                raise RuntimeError("app loop already started")
            self.started = self._alive = True
        try:
            start(self._loop, ())
        except OSError:
            self.started = self._alive = False
            raise

    def stop_thread(self):
        # Returns when the step in progress has ended. A worker that stops its own loop does not wait.
        self.started = False
        while self._alive and self._ident != _thread.get_ident():
            sleep_ms(1)

    def report(self, worker, error):
        # Called on the loop's thread. Replace it to report elsewhere.
        print("app loop:", worker, "raised", file=sys.stderr)
        sys.print_exception(error, sys.stderr)

    async def stop(self):
        # As stop_thread(), while other tasks go on.
        self.started = False
        while self._alive:
            await asyncio.sleep_ms(1)

    async def collect(self):
        # Collects garbage on this core while the loop is parked between two steps. On RP2 a collection does
        # not halt the other core and cannot see its registers; between steps they hold nothing of ours.
        self._parked = False
        self._parking = True
        try:
            while self._alive and not self._parked:
                await asyncio.sleep_ms(1)
            gc.collect()
        finally:
            self._parking = False

    def _loop(self):
        self._ident = _thread.get_ident()
        try:
            while self.started:
                self._rest(self._pass())
        finally:
            self.started = self._alive = False

    # From here on nothing allocates, so that it is not this core which runs out of heap and must collect.

    def _pass(self):
        # One step of every worker that is due. Returns how many ms the next one is away.
        rest = _REST_MS
        for turn in self._turns:
            if ticks_diff(turn.due, ticks_ms()) <= 0:
                self._step(turn)
            rest = min(rest, ticks_diff(turn.due, ticks_ms()))
        return rest

    def _step(self, turn):
        worker = turn.worker
        began = ticks_ms()
        try:
            pause = next(turn.steps)
            turn.due = ticks_add(began, worker.period_ms if pause is None else pause)
        except StopIteration:
            self.remove_worker(worker)
        except Exception as e:
            self.report(worker, e)
            if worker.restart:
                turn.steps = worker.loop()
                turn.due = ticks_add(ticks_ms(), _RESTART_MS)
            else:
                self.remove_worker(worker)

    def _rest(self, ms):
        if ms > 0:
            sleep_ms(ms)
        while self._parking and self.started:
            self._parked = True
            sleep_ms(1)
        self._parked = False

# An example of what a worker may run: it simulates work and counts its runs.

import time


class AppTask:
    counter = 0

    def run(self, caller, args):
        time.sleep(1)
        self.counter += 1
        print(f"Worker {args[0]}, {caller}: Run count {self.counter}")

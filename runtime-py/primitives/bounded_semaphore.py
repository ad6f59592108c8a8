# A semaphore that notices when it is released more often than acquired.

from .semaphore import Semaphore


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial = value

    def release(self):
        if self._value >= self._initial:
            raise ValueError("Semaphore released more than acquired")
        super().release()

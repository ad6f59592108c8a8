# The clock. A Pyboard counts weekdays from 1, RP2 from 0; both begin with Monday.

import machine


class RTC:
    def __init__(self):
        self._rtc = machine.RTC()

    def datetime(self, datetimetuple=None):
        if datetimetuple is not None:
            year, month, day, weekday, hours, minutes, seconds, subseconds = datetimetuple
            self._rtc.datetime((year, month, day, weekday - 1, hours, minutes, seconds, subseconds))
            return None
        year, month, day, weekday, hours, minutes, seconds, subseconds = self._rtc.datetime()
        return (year, month, day, weekday + 1, hours, minutes, seconds, subseconds)

    def init(self):
        pass

    def wakeup(self, *args):
        raise NotImplementedError("pyb.RTC.wakeup: on RP2 use machine.Timer or machine.lightsleep")

    def calibration(self, cal=None):
        raise NotImplementedError("pyb.RTC.calibration: the clock of RP2 has none")

    def info(self):
        raise NotImplementedError("pyb.RTC.info: on RP2 use machine.reset_cause")

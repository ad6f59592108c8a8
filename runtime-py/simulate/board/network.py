# network.WLAN: joins any network at once; sockets are the host's own.

import time

AP_IF = 1
STA_IF = 0
STAT_IDLE = 0
STAT_CONNECTING = 1
STAT_WRONG_PASSWORD = -3
STAT_NO_AP_FOUND = -2
STAT_CONNECT_FAIL = -1
STAT_GOT_IP = 3

_JOIN_MS = 100

_country = "XX"
_hostname = "PicoW"


def country(code=None):
    global _country
    if code is None:
        return _country
    if len(code) != 2:
        raise ValueError
    _country = code


def hostname(name=None):
    global _hostname
    if name is None:
        return _hostname
    if len(name) > 32:
        raise ValueError
    _hostname = name


def ipconfig(*args, **kwargs):
    if args:
        return "127.0.0.1" if args[0] == "dns" else 4


def route(*args):
    raise NotImplementedError("network.route has no stand-in: it works only on the board")


class WLAN:
    IF_STA = STA_IF
    IF_AP = AP_IF
    SEC_OPEN = 0
    SEC_WPA_WPA2 = 0x00400006
    SEC_WPA3 = 0x01000004
    SEC_WPA2_WPA3 = 0x01400004
    PM_NONE = 0x10
    PM_PERFORMANCE = 0xA11142
    PM_POWERSAVE = 0xA11C82

    _interfaces = {}

    def __new__(cls, interface_id=STA_IF):
        if interface_id not in (STA_IF, AP_IF):
            raise ValueError("no such interface")
        wlan = cls._interfaces.get(interface_id)
        if wlan is None:
            wlan = super().__new__(cls)
            wlan._id = interface_id
            wlan._active = False
            wlan._joined_at = None
            wlan._settings = {
                "mac": b"\x28\xcd\xc1\x00\x00\x01",
                "essid": "",
                "ssid": "",
                "channel": 1,
                "security": 0,
                "pm": WLAN.PM_PERFORMANCE,
                "txpower": 31,
                "hostname": _hostname,
            }
            wlan._addresses = ("127.0.0.1", "255.0.0.0", "127.0.0.1", "127.0.0.1")
            cls._interfaces[interface_id] = wlan
        return wlan

    def __init__(self, interface_id=STA_IF):
        pass

    def active(self, is_active=None):
        if is_active is None:
            return self._active
        self._active = bool(is_active)
        if not is_active:
            self._joined_at = None

    def connect(self, ssid=None, key=None, *, security=None, bssid=None):
        if not self._active:
            raise OSError("STA must be active")
        self._settings["ssid"] = self._settings["essid"] = ssid
        self._joined_at = time.ticks_add(time.ticks_ms(), _JOIN_MS)

    def disconnect(self):
        self._joined_at = None

    def isconnected(self):
        if self._id == AP_IF:
            return self._active
        return self._joined_at is not None and time.ticks_diff(time.ticks_ms(), self._joined_at) >= 0

    def status(self, param=None):
        if param == "rssi":
            return -50
        if param == "stations":
            return []
        if param is not None:
            raise ValueError("unknown status param")
        if self.isconnected():
            return STAT_GOT_IP
        return STAT_IDLE if self._joined_at is None else STAT_CONNECTING

    def config(self, *args, **kwargs):
        if args:
            if kwargs:
                raise TypeError("either pos or kw args are allowed")
            if args[0] not in self._settings:
                raise ValueError("unknown config param")
            return self._settings[args[0]]
        for name in kwargs:
            if name not in self._settings and name not in ("password", "key"):
                raise ValueError("unknown config param")
            self._settings[name] = kwargs[name]

    def ifconfig(self, addresses=None):
        if addresses is None:
            return self._addresses if self.isconnected() else ("0.0.0.0", "0.0.0.0", "0.0.0.0", "0.0.0.0")
        if addresses != "dhcp":
            self._addresses = tuple(addresses)

    def ipconfig(self, *args, **kwargs):
        if args:
            if args[0] == "addr4":
                return self.ifconfig()[:2]
            if args[0] == "gw4":
                return self.ifconfig()[2]
            raise ValueError("unknown config param")

    def scan(self):
        return []

    def deinit(self):
        self.active(False)

# Streams over simulated devices, such as machine.UART. There are no sockets in WebAssembly.

from . import core


class Stream:
    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b""

    def get_extra_info(self, v):
        return self.e[v]

    def close(self):
        pass

    async def wait_closed(self):
        pass

    async def read(self, n=-1):
        collected = b""
        while True:
            data = await self._ready(self.s.read, n)
            if n >= 0 or not data:
                return collected + data
            collected += data

    async def readinto(self, buf):
        return await self._ready(self.s.readinto, buf)

    async def readexactly(self, n):
        collected = b""
        while n:
            data = await self._ready(self.s.read, n)
            if not data:
                raise EOFError
            collected += data
            n -= len(data)
        return collected

    async def readline(self):
        line = b""
        while True:
            data = await self._ready(self.s.read, 1)
            line += data
            if not data or data == b"\n":
                return line

    async def _ready(self, read, how_much):
        while True:
            core._io_queue.queue_read(self.s)
            yield
            data = read(how_much)
            if data is not None:
                return data

    def write(self, buf):
        self.out_buf += buf

    async def drain(self):
        while self.out_buf:
            core._io_queue.queue_write(self.s)
            yield
            written = self.s.write(self.out_buf)
            if written:
                self.out_buf = self.out_buf[written:]


StreamReader = Stream
StreamWriter = Stream


async def open_connection(host, port, ssl=None, server_hostname=None):
    raise OSError("WebAssembly has no sockets: run this program on the unix port")


async def start_server(cb, host, port, backlog=5, ssl=None):
    raise OSError("WebAssembly has no sockets: run this program on the unix port")

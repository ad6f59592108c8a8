# A board on two pipes: MicroPython's raw REPL, and littlefs on a counted flash whose power can
# be cut. Arguments: the image file, blocks, after how many changes the power goes (-1: never),
# whether the last one is torn, and `boot` to run main.py instead of the REPL.
import os, sys, io

image_path, blocks, cut_after, torn, mode = sys.argv[1:6]
blocks = int(blocks)
cut_after = int(cut_after)
BLOCK = 4096
image_file = open(image_path, "r+b")
image = bytearray(image_file.read())


def keep():
    image_file.seek(0)
    image_file.write(image)
    image_file.flush()


class Flash:
    def __init__(self):
        self.changes = self.reads = self.erases = 0
        self.fault = None

    def readblocks(self, n, buf, off=0):
        self.reads += 1
        at = n * BLOCK + off
        buf[:] = memoryview(image)[at : at + len(buf)]

    def change(self, at, data):
        if self.fault:
            self.fault()
        if self.changes == cut_after:
            if torn == "1":
                half = len(data) // 2
                image[at : at + half] = data[:half]
            keep()
            sys.stdout.write("\x00power cut\x00")
            while sys.stdin.buffer.read(1):
                pass
            sys.exit()
        self.changes += 1
        image[at : at + len(data)] = data

    def writeblocks(self, n, buf, off=0):
        self.change(n * BLOCK + off, buf)

    def ioctl(self, op, arg):
        if op == 4:
            return blocks
        if op == 5:
            return BLOCK
        if op == 6:
            self.erases += 1
            self.change(arg * BLOCK, b"\xff" * BLOCK)
            return 0


if len(image) == 0:
    image = bytearray(b"\xff" * (blocks * BLOCK))
    fresh, count = Flash(), cut_after
    cut_after = -1
    os.VfsLfs2.mkfs(fresh, progsize=256)
    cut_after = count
flash = Flash()
os.umount("/")
os.mount(os.VfsLfs2(flash, progsize=256), "/")
del image_path


def out(text):
    sys.stdout.write(text)


def traceback(error):
    text = io.StringIO()
    sys.print_exception(error, text)
    return text.getvalue()


def pasted(stdin):
    code = bytearray()
    while True:
        byte = stdin.read(1)
        if byte == b"\x04" or not byte:
            return code
        code += byte
        if len(code) % 128 == 0:
            out("\x01")


def run(code, names):
    error = ""
    try:
        exec(bytes(code), names)
    except BaseException as raised:
        error = traceback(raised)
    out("\x04" + error + "\x04>")


def serve():
    stdin = sys.stdin.buffer
    banner = "raw REPL; CTRL-B to exit\r\n>"
    line = bytearray()
    names = {"__name__": "__main__", "flash": flash}
    while True:
        byte = stdin.read(1)
        if not byte:
            break
        if byte == b"\x01":
            out(banner)
        elif byte == b"\x03" or byte == b"\x02":
            line = bytearray()
        elif byte == b"\x05" and not line:
            stdin.read(2)
            sys.stdout.buffer.write(b"R\x01\x80\x00\x01")
            line = pasted(stdin)
            out("\x04")
            run(line, names)
            line = bytearray()
        elif byte == b"\x04" and not line:
            names = {"__name__": "__main__", "flash": flash}
            out("OK\r\nMPY: soft reboot\r\n" + banner)
        elif byte == b"\x04":
            out("OK")
            run(line, names)
            line = bytearray()
        else:
            line += byte


if mode == "boot":
    try:
        os.stat("/main.py")
        execfile("/main.py")
    except Exception as raised:
        out(traceback(raised))
else:
    serve()
keep()

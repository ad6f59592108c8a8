# MicroPython's REPL as the firmware of a Pico serves it (shared/runtime/pyexec.c), in Python on a
# unix MicroPython: friendly, paste, raw and raw paste. Programs run in the interpreter itself.
#
# The relay in front of it (virtualBoard.ts) turns Ctrl-C into SIGINT while a program runs; that it
# does is told on descriptor 3: r the REPL reads, x a program runs.

import builtins
import ffi
import gc
import io
import micropython
import os
import sys
import vfs

from flash_chip import FlashChip

A, B, C, D, E = 1, 2, 3, 4, 5
SIGINT, IGNORED = 2, 1
set_signal = ffi.open("libc.so.6").func("p", "signal", "iP")
WINDOW = 128
VERSION = "MicroPython v%d.%d.%d on 2025-06-09; Raspberry Pi Pico W with RP2040 (virtual)" % tuple(
    sys.implementation[1][:3]
)
RAW_BANNER = b"raw REPL; CTRL-B to exit\r\n"

stdin = sys.stdin.buffer
stdout = sys.stdout.buffer
state = open(3, "wb")
plain_print = builtins.print
one = bytearray(1)


def cooked_print(*values, sep=" ", end="\n", file=None):
    if file is not None and file is not sys.stdout:
        return plain_print(*values, sep=sep, end=end, file=file)
    text = io.StringIO()
    plain_print(*values, sep=sep, end=end, file=text)
    put(text.getvalue().replace("\n", "\r\n").encode())


def put(data):
    data = memoryview(data)
    while data:
        count = stdout.write(data)
        data = data[count or 0 :]


def read_byte():
    if stdin.readinto(one):
        return one[0]
    sys.exit(0)  # the relay is gone


class SoftReset(Exception):
    pass


def deaf():
    # An interrupt that is on its way is dropped: the program that it was for has ended.
    set_signal(SIGINT, IGNORED)
    state.write(b"r")
    for _ in range(2):
        pass


def run_code(source, mode, names, name="<stdin>"):
    # Gives the traceback that MicroPython would print, or None.
    micropython.kbd_intr(C)
    state.write(b"x")
    try:
        try:
            code = compile(source, name, mode)
            exec(code, names)
        finally:
            try:
                deaf()
            except KeyboardInterrupt:
                deaf()
    except SystemExit as error:
        raise SoftReset()
    except BaseException as error:
        return traceback_of(error)
    return None


def traceback_of(error):
    text = io.StringIO()
    sys.print_exception(error, text)
    lines = text.getvalue().split("\n")
    # Frames of this file are not the program's.
    own = [line for line in lines if not line.startswith('  File "board.py"') and "/board.py" not in line]
    if len(own) and own[0].startswith("Traceback") and not own[1].startswith("  File"):
        own = own[1:]
    return "\n".join(own).replace("\n", "\r\n").encode()


def raw_repl(names):
    # True: the friendly REPL is next.
    line = bytearray()
    put(RAW_BANNER)
    while True:
        put(b">")
        line = bytearray()
        while True:
            c = read_byte()
            if c == A:
                if len(line) == 2 and line[0] == E:
                    raw_paste(line[1], names)
                    put(b">")
                    line = bytearray()
                else:
                    put(RAW_BANNER + b">")
                    line = bytearray()
            elif c == B:
                put(b"\r\n")
                return True
            elif c == C:
                line = bytearray()
            elif c == D:
                break
            else:
                line.append(c)
        put(b"OK")
        if not line:
            put(b"\r\n")
            raise SoftReset()
        execute_between_ends(bytes(line), names)


def execute_between_ends(source, names):
    traceback = None
    try:
        traceback = run_code(source, "exec", names)
    except SoftReset:
        put(b"\x04\x04")
        raise
    put(b"\x04")
    if traceback:
        put(traceback)
    put(b"\x04")


def raw_paste(command, names):
    if command != ord("A") or not paste_known:
        put(b"R\x00")
        return
    put(b"R\x01" + bytes([WINDOW, 0, 1]))
    source = bytearray()
    left = WINDOW
    while True:
        c = read_byte()
        if c == C or c == D:
            put(b"\x04")
            break
        source.append(c)
        left -= 1
        if left == 0:
            left = WINDOW
            put(b"\x01")
    if c == C:
        put(b'\x04Traceback (most recent call last):\r\nKeyboardInterrupt: \r\n\x04')
        return
    execute_between_ends(bytes(source), names)


def friendly_repl(names):
    # True: the raw REPL is next.
    put(("%s\r\nType \"help()\" for more information.\r\n" % VERSION).encode())
    while True:
        put(b">>> ")
        line = bytearray()
        while True:
            c = read_byte()
            if c == A:
                put(b"\r\n")
                return True
            if c == B:
                put(b"\r\n%s\r\n" % VERSION.encode())
                break
            if c == C:
                put(b"\r\n")
                break
            if c == D and not line:
                put(b"\r\n")
                raise SoftReset()
            if c == E and not line:
                paste_mode(names)
                break
            if c in b"\r\n":
                put(b"\r\n")
                if line:
                    interactive(line, names)
                break
            if c in b"\x7f\x08":
                if line:
                    line = line[:-1]
                    put(b"\x08 \x08")
            elif c >= 32:
                line.append(c)
                put(bytes([c]))


def interactive(line, names):
    text = bytes(line)
    try:
        compile(text, "<stdin>", "eval")
        text = b"_ = (" + text + b")\nif _ is not None: print(repr(_))"
    except SyntaxError:
        pass
    traceback = run_code(text, "exec", names)
    if traceback:
        put(traceback)


def paste_mode(names):
    put(b"\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ")
    text = bytearray()
    while True:
        c = read_byte()
        if c == C:
            put(b"\r\n")
            return
        if c == D:
            put(b"\r\n")
            traceback = run_code(bytes(text), "exec", names)
            if traceback:
                put(traceback)
            return
        text.append(10 if c == 13 else c)
        put(b"\r\n=== " if c == 13 else bytes([c]))


def mount_flash():
    chip = FlashChip(os.getenv("BOARD_FLASH"), int(os.getenv("BOARD_BLOCKS")))
    try:
        drive = vfs.VfsLfs2(chip, progsize=256, readsize=32, lookahead=32)
    except OSError:
        vfs.VfsLfs2.mkfs(chip, progsize=256, readsize=32, lookahead=32)
        drive = vfs.VfsLfs2(chip, progsize=256, readsize=32, lookahead=32)
    vfs.umount("/")
    vfs.mount(drive, "/")
    os.chdir("/")
    chip.reads = chip.programs = chip.erases = 0
    builtins._flash_chip = chip
    return chip


def run_file(name):
    try:
        os.stat(name)
    except OSError:
        return
    with open(name) as file:
        source = file.read()
    traceback = run_code(source, "exec", main_names, name)
    if traceback:
        put(traceback)


def serve(own_modules):
    global main_names
    raw = False
    chip = mount_flash()
    while True:
        # A soft reset: modules and globals go, the file system and the mode of the REPL stay.
        for name in list(sys.modules):
            if name not in own_modules:
                del sys.modules[name]
        sys.path[:] = ["", ".frozen", "/lib"]
        sys.argv[:] = []
        for _, path in vfs.mount():
            if path != "/":
                vfs.umount(path)
        os.chdir("/")
        gc.collect()
        main_names = {"__name__": "__main__"}
        chip.cut_after = int(next_cut())
        try:
            run_file("boot.py")
            if not raw:
                run_file("main.py")
            while True:
                raw = not raw if (raw_repl if raw else friendly_repl)(main_names) else raw
        except SoftReset:
            put(b"MPY: soft reboot\r\n")


def next_cut():
    value, cut[0] = cut[0], "-1"
    return value


cut = [os.getenv("BOARD_CUT_AFTER") or "-1"]
paste_known = os.getenv("BOARD_RAW_PASTE") != "0"
builtins.print = cooked_print
set_signal(SIGINT, IGNORED)
import machine

serve(set(sys.modules))

# Reads and writes the files of a virtual board that is off: image.py FLASH BLOCKS read|write
#
# write takes lines of `path base64` on stdin; read prints them.

import binascii
import os
import sys
import vfs

from flash_chip import FlashChip


def walk(folder):
    for name, kind, *_ in os.ilistdir(folder):
        path = folder.rstrip("/") + "/" + name
        if kind == 0x4000:
            yield from walk(path)
        else:
            yield path


def make_folders(path):
    parts = path.split("/")[1:-1]
    for count in range(1, len(parts) + 1):
        try:
            os.mkdir("/" + "/".join(parts[:count]))
        except OSError:
            pass


chip = FlashChip(sys.argv[1], int(sys.argv[2]))
lines = sys.stdin.read().split("\n") if sys.argv[3] == "write" else []
try:
    drive = vfs.VfsLfs2(chip, progsize=256, readsize=32, lookahead=32)
except OSError:
    vfs.VfsLfs2.mkfs(chip, progsize=256, readsize=32, lookahead=32)
    drive = vfs.VfsLfs2(chip, progsize=256, readsize=32, lookahead=32)
action = sys.argv[3]
vfs.umount("/")
vfs.mount(drive, "/")
if action == "write":
    for line in lines:
        if line:
            path, data = line.split("\t")
            make_folders(path)
            with open(path, "wb") as file:
                file.write(binascii.a2b_base64(data))
else:
    for path in walk("/"):
        with open(path, "rb") as file:
            print(path, binascii.b2a_base64(file.read()).decode().strip(), sep="\t")

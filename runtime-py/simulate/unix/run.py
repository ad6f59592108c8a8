# Runs a program on the unix port as a board would: micropython run.py FOLDER SIMULATE_FOLDER CONFIG
#
# FOLDER/program becomes the root of the file system, so that a program that writes /log.txt writes
# there. Frames of this file are taken out of tracebacks on the way to the reader.

import json
import os
import sys
import vfs

_, folder, simulate, config = sys.argv
program = vfs.VfsPosix(folder + "/program")
absent = vfs.VfsPosix(folder + "/absent")
simulate = vfs.VfsPosix(simulate)
vfs.umount("/")
vfs.mount(program, "/")
vfs.mount(simulate, "/.simulate")
vfs.mount(absent, "/.absent")
os.chdir("/")
sys.path[:] = ["", "/.simulate/unix", "/.simulate/board", ".frozen", "/lib", "/.absent"]

import board_thread

sys.modules["_thread"] = board_thread

import asyncio.core
import simulate_host
import simulate_start

_run_until_complete = asyncio.core.run_until_complete


def run_until_complete(main_task=None):
    try:
        return _run_until_complete(main_task)
    finally:
        simulate_host.loop.has_run = True


asyncio.core.run_until_complete = run_until_complete

simulate_start.run(json.loads(config))

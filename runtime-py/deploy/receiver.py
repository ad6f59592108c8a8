# Carries out what comes in frames on stdin. A frame is its kind, the lengths of payload and content
# in two bytes of seven bits each, and a payload without the bytes 3 and 4; a dot on stdout asks for
# the next one. Frames are lists of operations in JSON, each followed by the contents of the files
# that it writes, back to back.
import hashlib, io, json, os, select, sys

stdin = sys.stdin.buffer
poll = select.poll()
poll.register(sys.stdin, 1)
buffer = bytearray(4200)
wire = memoryview(buffer)
plain = bytearray(4096)
source = io.BytesIO()
inflater = None
packed = 0
content = b""
lines = []


def receive(count):
    got = 0
    while got < count:
        if not poll.poll(20000):
            raise OSError(110)
        size = stdin.readinto(wire[got:count])
        if not size:
            raise OSError(5)
        got += size


def length(at):
    return wire[at] & 127 | (wire[at + 1] & 127) << 7


def frame():
    global inflater, packed
    receive(5)
    kind = wire[0]
    end = length(1)
    count = length(3)
    receive(end)
    sys.stdout.write(".")
    # Each code says how long the run after it is, and which of the two bytes comes behind the run.
    at = size = 0
    while at < end:
        code = wire[at] - 5
        at += 1
        run = code % 125 if code < 250 else 125
        if run > end - at:
            run = end - at
        wire[size : size + run] = wire[at : at + run]
        at += run
        size += run
        if code < 250 and at < end:
            wire[size] = 3 + code // 125
            size += 1
    if kind == 48:
        return wire[:size]
    if not inflater:
        import deflate

        inflater = deflate.DeflateIO(source, deflate.RAW, 12)
    # The frames are one stream: its window stays, and so do the few bytes that were not needed yet.
    rest = source.read(packed - source.tell())
    source.seek(0)
    source.write(rest)
    source.write(wire[:size])
    source.seek(0)
    packed = len(rest) + size
    inflater.readinto(memoryview(plain)[:count])
    return memoryview(plain)[:count]


# The pieces of a file that comes in frames.
def arriving(left):
    global content
    while left:
        if not len(content):
            content = frame()
        piece = content[:left]
        content = content[left:]
        left -= len(piece)
        yield piece


# The pieces of a file that is there.
def standing(path):
    with open(path, "rb") as file:
        while True:
            size = file.readinto(plain)
            if not size:
                break
            yield memoryview(plain)[:size]


# Writes the pieces to a file, or with no path only reads them.
def put(path, pieces):
    hash = hashlib.sha256()
    total = 0
    file = path and open(path, "wb")
    try:
        for piece in pieces:
            if file:
                file.write(piece)
            hash.update(piece)
            total += len(piece)
    finally:
        if file:
            file.close()
    return "\t%d\t%s\n" % (total, hash.digest().hex())


def manifest(path, first, digest):
    text = first + "\n" + "".join(lines)
    if hashlib.sha256(text).digest().hex() != digest:
        raise ValueError("digest")
    with open(path, "w") as file:
        file.write(text)


operations = {
    "w": lambda path, size: lines.append(path[9:] + put(path, arriving(size))),
    "k": lambda path: lines.append(path[9:] + put(None, standing(path))),
    "c": lambda path, source: lines.append(path[9:] + put(path, standing(source))),
    "t": lambda path, source: put(path, standing(source)),
    "m": manifest,
    "d": os.mkdir,
    "x": os.remove,
    "r": os.rmdir,
    "n": os.rename,
}
try:
    while True:
        batch = json.loads(frame())
        if not batch:
            break
        for step in batch:
            operations[step[0]](*step[1:])
except BaseException:
    # What is still on its way must not reach the prompt: it would run as code.
    while poll.poll(200) and stdin.read(1):
        pass
    raise

# Answers questions about names and arities of this interpreter. One question per line of questions.txt:
# module, dotted path, "self" or "-", too few arguments or "-", too many or "-", value of a constant or "-".
import sys

ARITY = ("takes", "missing", "expected at most", "extra positional", "argument required", "unexpected")


class Blocks:
    # A block device in memory, for file systems.
    def __init__(self):
        self.data = bytearray(64 * 512)

    def readblocks(self, n, buf, offset=0):
        start = n * 512 + offset
        buf[:] = self.data[start : start + len(buf)]

    def writeblocks(self, n, buf, offset=0):
        start = n * 512 + offset
        self.data[start : start + len(buf)] = buf

    def ioctl(self, op, arg):
        if op == 4:
            return 64
        if op == 5:
            return 512
        if op == 6:
            return 0


def file_system(kind):
    blocks = Blocks()
    kind.mkfs(blocks)
    return kind(blocks)


# Methods in C look at their object before they count arguments, so they need a real one.
INSTANCES = {
    "_thread LockType": lambda m: m.allocate_lock(),
    "asyncio Loop": lambda m: m.Loop,  # Its functions are static: the class is the loop
    "asyncio Task": lambda m: m.create_task(m.wait_for(None, None)),
    "asyncio TaskQueue": lambda m: m.TaskQueue(),
    "array array": lambda m: m.array("i"),
    "collections OrderedDict": lambda m: m.OrderedDict(),
    "collections deque": lambda m: m.deque((), 4),
    "cryptolib aes": lambda m: m.aes(bytes(16), 1),
    "deflate DeflateIO": lambda m: m.DeflateIO(__import__("io").BytesIO()),
    "framebuf FrameBuffer": lambda m: m.FrameBuffer(bytearray(8), 8, 8, 0),
    "hashlib md5": lambda m: m.md5(),
    "hashlib sha1": lambda m: m.sha1(),
    "hashlib sha256": lambda m: m.sha256(),
    "io BytesIO": lambda m: m.BytesIO(),
    "io StringIO": lambda m: m.StringIO(),
    "micropython RingIO": lambda m: m.RingIO(8),
    "socket socket": lambda m: m.socket(),
    "tls SSLContext": lambda m: m.SSLContext(m.PROTOCOL_TLS_CLIENT),
    "os VfsFat": lambda m: file_system(m.VfsFat),
    "os VfsLfs2": lambda m: file_system(m.VfsLfs2),
    "vfs VfsFat": lambda m: file_system(m.VfsFat),
    "vfs VfsLfs2": lambda m: file_system(m.VfsLfs2),
    "websocket websocket": lambda m: m.websocket(__import__("io").BytesIO()),
}


def find(module, path, own):
    value = __import__(module.replace("/", "."), None, None, ["x"])
    names = path.split(".")
    maker = INSTANCES.get(module + " " + names[0])
    if own and maker is not None:
        return getattr(maker(value), names[1]), 0
    for name in names:
        value = getattr(value, name)
    return value, 1 if own else 0


def refuses(f, count, own):
    # Do so many arguments fail before the function is entered?
    try:
        f(*([None] * (count + own)))
    except TypeError as e:
        text = str(e)
        return any(word in text for word in ARITY) or text == ""
    except BaseException as e:
        return False
    return False


for line in sys.stdin:
    module, path, own, few, many, number = line.split()
    try:
        value, own = find(module, path, own == "self")
    except ImportError:
        print(module, path, "nomodule")
        continue
    except AttributeError:
        print(module, path, "noname")
        continue
    answers = []
    if few != "-" and not refuses(value, int(few), own):
        answers.append("fewer")
    if many != "-" and not refuses(value, int(many), own):
        answers.append("more")
    if number != "-" and value != int(number):
        answers.append("is:%s" % value)
    print(module, path, ",".join(answers) or "ok")
